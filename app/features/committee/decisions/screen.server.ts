import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Board, Language, Stage, SuggestionState, Translated } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import {
  mayCarryOut,
  mayChairDecisions,
  mayPrepareReviews,
  maySitInReview,
  maySpeakForSeat,
  mayWithdraw,
  type Viewer,
} from "~/features/core/policy.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { decisionConcerns, decisionLooks, decisions, reviews } from "~db/schema/committee.ts";
import { people, seats } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import type { PlanChange } from "~db/stored/plan-change.ts";
import { checkChanges } from "./applying.server.ts";
import { committeeAt, type SeatAt, votesOf } from "./committee.server.ts";
import { positionsOn } from "./positions.server.ts";
import { recordOf } from "./record.server.ts";
import type { DecisionRecord } from "./record.ts";
import { missingFor, missingToReject, takingPart } from "./rule.ts";

interface ScreenContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
}

/** The newest review that is open; null where none is. 1 statement. */
export function openReview(db: Database): typeof reviews.$inferSelect | null {
  return (
    db.select().from(reviews).where(eq(reviews.state, "open")).orderBy(desc(reviews.quarter)).limit(1).get() ?? null
  );
}

/** The review of a quarter; null where there is none. 1 statement. */
export function reviewAt(db: Database, quarter: string): typeof reviews.$inferSelect | null {
  return db.select().from(reviews).where(eq(reviews.quarter, quarter)).get() ?? null;
}

/** The quarter in whose open review this viewer may propose a decision; null where they may not. 2 statements at most. */
export function proposableIn(db: Database, viewer: Viewer): string | null {
  if (viewer.role === "observer") return null;
  const review = openReview(db);
  if (!review) return null;
  return maySitInReview(viewer, db.select().from(seats).all()) ? review.quarter : null;
}

/** All that a decision's page shows; null where there is none. 8 statements, and those of `checkChanges` while it is open. */
export function decisionScreen(db: Database, id: number, { viewer, networks, language }: ScreenContext) {
  const doer = alias(people, "doer");
  const found = db
    .select({ row: decisions, review: reviews, proposedBy: people.name, doer: doer.name })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .innerJoin(people, eq(people.id, decisions.proposedById))
    .leftJoin(doer, eq(doer.id, decisions.doerId))
    .where(eq(decisions.id, id))
    .get();
  if (!found) return null;
  const { row, review } = found;
  const record = row.state === "proposed" ? undefined : recordOf(db, id);
  const committee = committeeAt(db, networks, review.id);
  const said = positionsOn(db, eq(decisions.id, id));
  const bySeat = new Map(said.map((one) => [one.seatId, one]));
  const votes = votesOf(committee, new Map(said.map(({ seatId, position }) => [seatId, position])));
  const open = row.state === "proposed" && review.state === "open";
  const sits = maySitInReview(viewer, committee);
  const doers = { personId: row.doerId, networkId: row.doerNetworkId };
  const outcomes = (change: PlanChange) => inWords(change.outcome, language);
  const checked = open ? checkChanges(db, row.planChanges) : [];
  const inForce = row.state === "adopted" && row.endedAt === null;
  return {
    id,
    state: row.state,
    version: row.version,
    text: row.text,
    lang: foreign(row.language, language),
    review: {
      id: review.id,
      quarter: review.quarter,
      open: review.state === "open",
      rule: review.rule,
      quorum: review.quorum,
    },
    proposedAt: +row.proposedAt,
    decidedAt: row.decidedAt && +row.decidedAt,
    dueOn: row.dueOn,
    lookAgainOn: row.lookAgainOn,
    doneAt: row.doneAt && +row.doneAt,
    ended: row.endedAt !== null,
    ...(record
      ? namedThen(record, language)
      : {
          proposedBy: found.proposedBy,
          doer: found.doer,
          doerNetwork: networkNamed(networks, row.doerNetworkId, language),
          ...concernsOf(db, id, language),
          seats: committee.map((seat) => {
            const taken = bySeat.get(seat.id);
            return {
              ...seatShown(seat, language),
              position: taken?.position ?? null,
              reason: taken?.reason ?? "",
              reasonLang: taken ? foreign(taken.language, language) : null,
              mine: maySpeakForSeat(viewer, seat),
            };
          }),
        }),
    ...relatives(db, row),
    looks: looksOf(db, id, language),
    changes: row.planChanges.map((change) => ({ ...change, outcome: outcomes(change) })),
    checked: checked.map(({ change, ...one }) => ({ ref: change.ref, ...one })),
    missing: open ? missingFor(review, votes) : [],
    missingToReject: open ? missingToReject(review, votes) : [],
    takingPart: open ? takingPart(votes) : 0,
    may: {
      takePosition: open && committee.some((seat) => maySpeakForSeat(viewer, seat)),
      edit: open && sits,
      decide: open && sits,
      chair: open && mayChairDecisions(viewer),
      withdraw: row.state === "proposed" && mayWithdraw(viewer, row),
      carryOut: inForce && mayCarryOut(viewer, doers),
      revisit: inForce && sits,
      meet: sits || mayPrepareReviews(viewer),
    },
  };
}

/** What is decided names who it was then: from its record, and nothing of the committee or the networks of today. */
function namedThen(record: DecisionRecord, language: Language) {
  const { proposedBy, doer, actions: concerned, suggestions: heard, seats: committee } = record;
  return {
    proposedBy,
    doer: doer.person,
    doerNetwork: doer.network && { slug: doer.network.slug, name: doer.network.names[language] },
    actions: concerned.map(({ ref, board, stage, titles, sourceLanguage }) => {
      const lang = titles[language] ? language : sourceLanguage;
      return { ref, board, stage, title: titles[lang] ?? "", lang: foreign(lang, language) };
    }),
    suggestions: heard.map(({ id, title, state, language: lang }) => ({
      id,
      title,
      state,
      lang: foreign(lang, language),
    })),
    seats: committee.map(({ id, holder, capacity, continent, network, present, stand, reason }) => ({
      id,
      holder,
      capacity,
      present,
      continentId: continent?.id ?? null,
      network: (continent ?? network).names[language],
      position: stand,
      reason: reason?.text ?? "",
      reasonLang: reason ? foreign(reason.language, language) : null,
      mine: false,
    })),
  };
}

/** What came of looking at it again, the newest first. 1 statement. */
function looksOf(db: Database, decisionId: number, language: Language) {
  return db
    .select({ look: decisionLooks, quarter: reviews.quarter })
    .from(decisionLooks)
    .innerJoin(reviews, eq(reviews.id, decisionLooks.reviewId))
    .where(eq(decisionLooks.decisionId, decisionId))
    .orderBy(desc(decisionLooks.id))
    .all()
    .map(({ look, quarter }) => ({
      quarter,
      outcome: look.outcome,
      by: look.byDecisionId,
      reason: look.reason,
      lang: foreign(look.language, language),
    }));
}

export type DecisionScreen = NonNullable<ReturnType<typeof decisionScreen>>;

/** A seat as a screen names it. */
export function seatShown({ id, holder, capacity, continent, names, present }: SeatAt, language: Language) {
  return {
    id,
    holder,
    capacity,
    present,
    continentId: continent?.id ?? null,
    network: (continent?.names ?? names)[language],
  };
}

/** What a decision concerns. 2 statements. */
function concernsOf(db: Database, decisionId: number, language: Language) {
  const of = eq(decisionConcerns.decisionId, decisionId);
  const concerned: { ref: string; board: Board; stage: Stage; title: string; lang: Language | null }[] = db
    .select({ ref: actions.ref, board: actions.board, stage: actions.stage, ...titleIn(language) })
    .from(actions)
    .innerJoin(decisionConcerns, eq(decisionConcerns.actionId, actions.id))
    .where(of)
    .orderBy(asc(decisionConcerns.id))
    .all()
    .map(({ lang, ...row }) => ({ ...row, lang: foreign(lang, language) }));
  const heard: { id: number; title: string; state: SuggestionState; lang: Language | null }[] = db
    .select({ id: suggestions.id, title: suggestions.title, state: suggestions.state, lang: suggestions.language })
    .from(suggestions)
    .innerJoin(decisionConcerns, eq(decisionConcerns.suggestionId, suggestions.id))
    .where(of)
    .orderBy(asc(decisionConcerns.id))
    .all()
    .map(({ lang, ...row }) => ({ ...row, lang: foreign(lang, language) }));
  return { actions: concerned, suggestions: heard };
}

/** The decision that it looks at again, and the adopted ones that look at it again. 2 statements. */
function relatives(db: Database, { id, revisitsId }: { id: number; revisitsId: number | null }) {
  const named = { id: decisions.id, text: decisions.text, quarter: reviews.quarter };
  const join = () => db.select(named).from(decisions).innerJoin(reviews, eq(reviews.id, decisions.reviewId));
  const adopted = and(eq(decisions.revisitsId, id), eq(decisions.state, "adopted"));
  return {
    revisits: (revisitsId && join().where(eq(decisions.id, revisitsId)).get()) || null,
    revisitedBy: join().where(adopted).orderBy(asc(decisions.id)).all(),
  };
}

const networkNamed = (networks: readonly Network[], id: number | null, language: Language) => {
  const network = networks.find((one) => one.id === id);
  return network ? { slug: network.slug, name: network.names[language] } : null;
};

/** A text in the reader's language, or in the one in which it was written. */
function inWords(text: Translated | undefined, language: Language): { text: string; lang: Language | null } | null {
  const [[lang, written] = []] = Object.entries(text ?? {}).sort(([a], [b]) => +(b === language) - +(a === language));
  return written && lang ? { text: written, lang: foreign(lang as Language, language) } : null;
}
