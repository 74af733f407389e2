import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Translated } from "~/domain.ts";
import type { DecidedOn, ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { dayOf } from "~/lib/days.ts";
import { isQuarter, lastDayOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { decisionConcerns, decisionLooks, decisions, reviews } from "~db/schema/committee.ts";
import { events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import { actions, actionTexts } from "~db/schema/plan.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import { positionsOn } from "./positions.server.ts";
import { recordsOf } from "./record.server.ts";
import type { DecisionRecord } from "./record.ts";

/* What a review's snapshot says of decisions: with names in every language, and nothing to look up. */

/** The decisions of a review in the order in which they were proposed, whatever became of them. 4 statements. */
export function decidedIn(db: Database, reviewId: number, networks: readonly Network[]): DecidedOn[] {
  const names = new Map(networks.map((network) => [network.id, network.names]));
  const rows = db
    .select({ row: decisions, person: people.name })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.doerId))
    .where(eq(decisions.reviewId, reviewId))
    .orderBy(asc(decisions.id))
    .all();
  const ofReview = inArray(
    decisionConcerns.decisionId,
    db.select({ id: decisions.id }).from(decisions).where(eq(decisions.reviewId, reviewId)),
  );
  const texts = db
    .select({
      decisionId: decisionConcerns.decisionId,
      ref: actions.ref,
      language: actionTexts.language,
      title: actionTexts.title,
    })
    .from(decisionConcerns)
    .innerJoin(actions, eq(actions.id, decisionConcerns.actionId))
    .innerJoin(actionTexts, eq(actionTexts.actionId, actions.id))
    .where(ofReview)
    .orderBy(asc(decisionConcerns.id), asc(actionTexts.id))
    .all();
  const named = db
    .select({ decisionId: decisionConcerns.decisionId, id: suggestions.id, title: suggestions.title })
    .from(decisionConcerns)
    .innerJoin(suggestions, eq(suggestions.id, decisionConcerns.suggestionId))
    .where(ofReview)
    .orderBy(asc(decisionConcerns.id))
    .all();
  const records = recordsOf(db, eq(decisions.reviewId, reviewId));
  const said = positionsOn(db, eq(decisions.reviewId, reviewId));
  return rows.map(({ row, person }): DecidedOn => {
    const { id, state, dueOn, lookAgainOn, planChanges, doerNetworkId } = row;
    const own = { id, state, text: { text: row.text, language: row.language }, dueOn, lookAgainOn, planChanges };
    const record = records.get(id);
    if (record) return { ...own, ...fromRecord(record) };
    const concerns = new Map<string, Translated>();
    for (const { decisionId, ref, language, title } of texts)
      if (decisionId === id) concerns.set(ref, { ...concerns.get(ref), [language]: title });
    return {
      ...own,
      concerns: [...concerns].map(([ref, titles]) => ({ ref, titles })),
      suggestions: named
        .filter(({ decisionId }) => decisionId === id)
        .map(({ id: number, title }) => ({ id: number, title })),
      doer: { person, network: doerNetworkId ? (names.get(doerNetworkId) ?? null) : null },
      stands: said
        .filter(({ decisionId }) => decisionId === id)
        .map(({ position, reason, language, holder, networkId }) => ({
          seat: holder,
          stand: position,
          network: names.get(networkId) ?? { nl: "", fr: "", es: "", en: "" },
          reason: reason ? { text: reason, language } : null,
        })),
    };
  });
}

/** What is decided is told from its record alone. */
function fromRecord({ actions: concerned, suggestions: heard, doer, seats: committee }: DecisionRecord) {
  return {
    concerns: concerned.map(({ ref, titles }) => ({ ref, titles })),
    suggestions: heard.map(({ id, title }) => ({ id, title })),
    doer: { person: doer.person, network: doer.network?.names ?? null },
    stands: committee.flatMap(({ holder, network, stand, reason }) =>
      stand ? [{ seat: holder, network: network.names, stand, reason }] : [],
    ),
  };
}

type Review = Pick<typeof reviews.$inferSelect, "id" | "quarter" | "meetingAt" | "closedAt">;

/**
 * The earlier decisions that come before a review again, with what came of it: adopted ones that are in force and whose day
 * has come by the end of its quarter, its meeting or its closing, and all that it has looked at. 1 statement.
 */
export function lookedAtAgain(db: Database, review: Review, now = new Date()): ReviewSnapshot["lookedAtAgain"] {
  const day = lookedAtUntil(review, now);
  // Its day as it was before this review set another one. Looks were recorded as edits once.
  const before = sql`(select coalesce(${events.after} ->> '$.lookedAtFor', ${events.before} ->> '$.lookAgainOn') from ${events}
    where ${events}.decision_id = ${decisions}.id and ${events}.review_id = ${review.id}
      and ${events}.kind in ('decision.looked-at', 'decision.edited') order by ${events}.id limit 1)`;
  const on = sql<string | null>`coalesce(${before}, ${decisions}.look_again_on)`;
  const again = sql`exists (select 1 from ${decisions} as later
    where later.revisits_id = ${decisions}.id and later.state = 'adopted' and later.review_id <> ${review.id})`;
  const look = sql`(select max(id) from ${decisionLooks} where decision_id = ${decisions}.id and review_id = ${review.id})`;
  return db
    .select({
      id: decisions.id,
      text: decisions.text,
      language: decisions.language,
      on,
      until: decisions.lookAgainOn,
      doneAt: decisions.doneAt,
      look: decisionLooks,
    })
    .from(decisions)
    .leftJoin(decisionLooks, eq(decisionLooks.id, look))
    .where(
      sql`${decisions}.state = 'adopted' and ${decisions}.review_id <> ${review.id} and (${decisionLooks}.id is not null
        or (${decisions}.ended_at is null and ${on} <= ${day} and not ${again}))`,
    )
    .orderBy(asc(on), desc(decisions.id))
    .all()
    .map(({ id, text, language, on: lookAgainOn, until, doneAt, look: looked }) => ({
      id,
      text: { text, language },
      lookAgainOn,
      doneOn: doneAt && dayOf(doneAt),
      outcome: looked && {
        what: looked.outcome,
        reason: { text: looked.reason, language: looked.language },
        until: looked.outcome === "kept" ? until : null,
        by: looked.byDecisionId,
      },
    }));
}

/** Returns whether a review comes to a decision before its day: it can be looked at again all the same. 1 statement. */
export function isEarlyLook(db: Database, lookAgainOn: string | null, quarter: string, now: Date): boolean {
  if (lookAgainOn === null) return true;
  const review = db.select().from(reviews).where(eq(reviews.quarter, quarter)).get();
  return review !== undefined && lookAgainOn > lookedAtUntil(review, now);
}

/** The last of the days whose decisions a review looks at again. */
export function lookedAtUntil({ quarter, meetingAt, closedAt }: Omit<Review, "id">, now: Date): string {
  const days = [dayOf(closedAt ?? now), ...(meetingAt ? [dayOf(meetingAt)] : [])];
  return [...days, ...(isQuarter(quarter) ? [lastDayOf(quarter)] : [])].sort().at(-1) as string;
}
