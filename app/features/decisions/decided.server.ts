import { and, asc, eq, inArray, isNotNull, lte, ne, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Network } from "~/features/networks/tree.ts";
import type { DecidedOn, ReviewSnapshot } from "~/features/reviews/snapshot.ts";
import type { Translated } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import {
  actions,
  actionTexts,
  decisionConcerns,
  decisions,
  people,
  reviews,
  seats,
  stands,
  suggestions,
} from "~db/schema.ts";

/** What was proposed to the committee in a review, and what each seat said to it. 4 statements. */
export function decidedIn(db: Database, reviewId: number, networks: readonly Network[]): DecidedOn[] {
  const names = new Map(networks.map((network) => [network.id, network.names]));
  const rows = db
    .select({ row: decisions, person: people.name })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.doerId))
    .where(eq(decisions.reviewId, reviewId))
    .orderBy(asc(decisions.id))
    .all();
  const ofReview = db.select({ id: decisions.id }).from(decisions).where(eq(decisions.reviewId, reviewId));
  const concerned = db
    .select({ of: decisionConcerns.decisionId, ref: actions.ref, id: suggestions.id, title: suggestions.title })
    .from(decisionConcerns)
    .leftJoin(actions, eq(actions.id, decisionConcerns.actionId))
    .leftJoin(suggestions, eq(suggestions.id, decisionConcerns.suggestionId))
    .where(inArray(decisionConcerns.decisionId, ofReview))
    .orderBy(asc(decisionConcerns.id))
    .all();
  const texts = db
    .select({ ref: actions.ref, language: actionTexts.language, title: actionTexts.title })
    .from(actionTexts)
    .innerJoin(actions, eq(actions.id, actionTexts.actionId))
    .innerJoin(decisionConcerns, eq(decisionConcerns.actionId, actions.id))
    .where(inArray(decisionConcerns.decisionId, ofReview))
    .all();
  const said = db
    .select({ row: stands, seat: seats.holder, networkId: seats.networkId })
    .from(stands)
    .innerJoin(seats, eq(seats.id, stands.seatId))
    .where(inArray(stands.decisionId, ofReview))
    .orderBy(asc(stands.seatId))
    .all();
  const titlesOf = (ref: string): Translated =>
    Object.fromEntries(texts.filter((one) => one.ref === ref).map(({ language, title }) => [language, title]));
  return rows.map(({ row, person }): DecidedOn => {
    const of = concerned.filter((one) => one.of === row.id);
    return {
      ...{ id: row.id, state: row.state, dueOn: row.dueOn, lookAgainOn: row.lookAgainOn },
      text: { text: row.text, language: row.language },
      concerns: of.flatMap(({ ref }) => (ref ? [{ ref, titles: titlesOf(ref) }] : [])),
      suggestions: of.flatMap(({ id, title }) => (id ? [{ id, title: title ?? "" }] : [])),
      doer: { person, network: (row.doerNetworkId && names.get(row.doerNetworkId)) || null },
      planChanges: row.planChanges,
      stands: said
        .filter((one) => one.row.decisionId === row.id)
        .map(({ row: { stand, reason, language }, seat, networkId }) => ({
          ...{ seat, stand, network: names.get(networkId) ?? { nl: "", fr: "", es: "", en: "" } },
          reason: reason ? { text: reason, language } : null,
        })),
    };
  });
}

/** Earlier decisions whose day for another look has come by the time of this review. 1 statement. */
export function lookedAtAgain(db: Database, review: typeof reviews.$inferSelect): ReviewSnapshot["lookedAtAgain"] {
  const later = alias(decisions, "later");
  const day = (review.closedAt ?? review.meetingAt ?? new Date()).toISOString().slice(0, 10);
  return db
    .select({ row: decisions })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(
      and(
        ...[eq(decisions.state, "adopted"), ne(decisions.reviewId, review.id)],
        ...[isNotNull(decisions.lookAgainOn), lte(decisions.lookAgainOn, day)],
        notExists(
          db
            .select({ id: later.id })
            .from(later)
            .where(and(eq(later.revisitsId, decisions.id), ne(later.reviewId, review.id))),
        ),
      ),
    )
    .orderBy(asc(decisions.id))
    .all()
    .map(({ row: { id, text, language, lookAgainOn, doneAt } }) => ({
      ...{ id, text: { text, language }, lookAgainOn: lookAgainOn ?? "" },
      doneOn: doneAt?.toISOString().slice(0, 10) ?? null,
    }));
}
