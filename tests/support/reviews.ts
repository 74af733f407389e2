import { eq } from "drizzle-orm";
import type { SeatPosition } from "~/domain.ts";
import { adoptDecision } from "~/features/committee/decisions/deciding.server.ts";
import { type DecisionInput, proposeDecision } from "~/features/committee/decisions/mutations.server.ts";
import type { Ruling } from "~/features/committee/decisions/rule.ts";
import { takePosition } from "~/features/committee/decisions/status.server.ts";
import { attend } from "~/features/committee/meeting/mutations.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { Database } from "~db/connection.ts";
import { decisions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "./database.ts";
import { AGENDA, openReview, QUARTER, tieSeat } from "./review-rows.ts";
import { by } from "./suggestions.ts";
import { someone } from "./viewers.ts";

export { AGENDA, openReview, QUARTER, tieSeat };

export const nothing: DecisionInput = {
  text: "We hold a seminar.",
  language: "en",
  refs: [],
  suggestions: [],
  planChanges: [],
  doerId: null,
  doerNetworkId: null,
  dueOn: null,
  lookAgainOn: null,
  revisitsId: null,
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
  const say = (id: number, viewer: Viewer, seatId: number, position: SeatPosition, reason = "") =>
    takePosition(db, by(viewer), viewer, {
      decisionId: id,
      version: decisionOf(db, id).version,
      seatId,
      position,
      reason,
      language: "en",
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
