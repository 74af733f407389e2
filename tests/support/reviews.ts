import { asc, eq } from "drizzle-orm";
import { adoptDecision } from "~/features/decisions/deciding.server.ts";
import { type DecisionInput, proposeDecision } from "~/features/decisions/mutations.server.ts";
import type { Ruling } from "~/features/decisions/rule.ts";
import { standOn } from "~/features/decisions/standing.server.ts";
import type { By } from "~/features/history/change.server.ts";
import { attend } from "~/features/meeting/mutations.server.ts";
import type { Viewer } from "~/features/policy.ts";
import type { AgendaItem } from "~/features/reviews/agenda.ts";
import { BOARDS, type Stand } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { decisions, networks, reviews, seats } from "~db/schema.ts";
import { seededDatabase, TODAY } from "./database.ts";
import { by } from "./suggestions.ts";
import { someone } from "./viewers.ts";

export const QUARTER = "2026-Q4";

export const AGENDA: AgendaItem[] = [
  { kind: "alignment", minutes: 20 },
  ...BOARDS.map((board): AgendaItem => ({ kind: "board", board, minutes: 15 })),
  { kind: "point", about: { en: "The next seminar" }, minutes: null },
  { kind: "decisions", minutes: 20 },
  { kind: "look-again", minutes: null },
  { kind: "sign-off", minutes: null },
];

/** A review as it is when it has been opened. Returns its id. */
export function openReview(db: Database, more: Partial<typeof reviews.$inferInsert> = {}): number {
  return db
    .insert(reviews)
    .values({
      ...{ quarter: QUARTER, state: "open", meetingAt: TODAY, timeZone: "Europe/Brussels", link: "", agenda: AGENDA },
      ...{ rule: "continental-consent", quorum: 2, openedAt: TODAY },
      ...more,
    })
    .returning({ id: reviews.id })
    .get().id;
}

/** Ties a seat of a network to an account: the first of its seats, or another. Returns the seat's id. */
export function tieSeat(db: Database, slug: string, personId: string, which = 0): number {
  const own = db
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(networks, eq(networks.id, seats.networkId))
    .where(eq(networks.slug, slug))
    .orderBy(asc(seats.id))
    .all();
  const seat = own[which];
  if (!seat) throw new Error(`${slug} has no seat ${which}.`);
  db.update(seats).set({ personId }).where(eq(seats.id, seat.id)).run();
  return seat.id;
}

export const nothing: DecisionInput = {
  ...{ text: "We hold a seminar.", language: "en", refs: [], suggestions: [], planChanges: [] },
  ...{ doerId: null, doerNetworkId: null, dueOn: null, lookAgainOn: null, revisitsId: null },
};

/** Two continents at an open review, each with a seat that somebody holds and that is there; the rule asks for both. */
export function committeeScene(ruling: Partial<Ruling> = {}) {
  const db = seededDatabase();
  const reviewId = openReview(db, ruling);
  const asia = someone(db, "committee", "asia");
  const africa = someone(db, "committee", "central-africa");
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const admin = someone(db, "admin", "insp-r");
  const seatsHeld = { asia: tieSeat(db, "asia", asia.id), africa: tieSeat(db, "central-africa", africa.id) };
  const come = (viewer: Viewer, seatId: number) =>
    attend(db, by(viewer), viewer, { quarter: QUARTER, seatId, present: true });
  come(asia, seatsHeld.asia);
  come(africa, seatsHeld.africa);
  const propose = (more: Partial<DecisionInput> = {}, at = TODAY) =>
    proposeDecision(db, by(asia, at), asia, { quarter: QUARTER, ...nothing, ...more });
  const say = (id: number, viewer: Viewer, seatId: number, stand: Stand, reason = "") =>
    standOn(db, by(viewer), viewer, {
      ...{ decisionId: id, version: decisionOf(db, id).version, seatId, stand, reason, language: "en" },
    });
  const consent = (id: number) => {
    say(id, asia, seatsHeld.asia, "consent");
    say(id, africa, seatsHeld.africa, "consent");
  };
  const adopt = (id: number, seen?: Map<string, number>, who: By = by(asia)) =>
    adoptDecision(db, who, asia, { id, version: decisionOf(db, id).version, ...(seen && { seen }) });
  return { db, reviewId, asia, africa, coordinator, admin, seats: seatsHeld, propose, say, consent, adopt };
}

export function decisionOf(db: Database, id: number): typeof decisions.$inferSelect {
  const row = db.select().from(decisions).where(eq(decisions.id, id)).get();
  if (!row) throw new Error(`There is no decision ${id}.`);
  return row;
}
