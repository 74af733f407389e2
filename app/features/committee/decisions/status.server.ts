import { and, eq } from "drizzle-orm";
import type { Language, SeatPosition } from "~/domain.ts";
import { type By, change } from "~/features/core/history/change.server.ts";
import { maySpeakForSeat, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { seatPositions } from "~db/schema/committee.ts";
import { seats } from "~db/schema/people.ts";
import { loadOpenDecision } from "./mutations.server.ts";

/** What a seat says to a proposed decision. */
export interface Said {
  decisionId: number;
  /** The wording to which it is said. */
  version: number;
  seatId: number;
  position: SeatPosition;
  reason: string;
  language: Language;
}

export type SaidTo = { status: "saved" } | { status: "stale" } | { status: "reason-missing" };

/**
 * Says what a seat says: consent, objection with its reason, abstention, or recusal. It can be changed until it is decided.
 *
 * @returns `stale` when the decision was reworded since
 * @throws Refusal 403 for whoever does not hold the seat, 404 for an unknown decision or seat, 409 once it is decided
 */
export function takePosition(db: Database, by: By, viewer: Viewer, said: Said): SaidTo {
  return change(db, by, (tx, record): SaidTo => {
    const seat = tx.select().from(seats).where(eq(seats.id, said.seatId)).get();
    if (!seat) throw new Refusal(404, `There is no seat ${said.seatId}.`);
    const { row } = loadOpenDecision(tx, said.decisionId, () => {
      if (!maySpeakForSeat(viewer, seat)) throw new Refusal(403, `${viewer.id} does not hold seat ${seat.id}`);
    });
    if (row.version !== said.version) return { status: "stale" };
    const { decisionId, seatId, position, language } = said;
    const mine = and(eq(seatPositions.decisionId, decisionId), eq(seatPositions.seatId, seatId));
    const before = tx.select().from(seatPositions).where(mine).get();
    // The form still holds the reason of what the seat said before: it is no reason for the opposite.
    const reason = before && before.position !== position && before.reason === said.reason ? "" : said.reason;
    if (position === "objection" && !reason) return { status: "reason-missing" };
    if (before?.position === position && before.reason === reason) return { status: "saved" };
    const values = { position, reason, language, personId: viewer.id, at: by.at };
    tx.insert(seatPositions)
      .values({ decisionId, seatId, ...values })
      .onConflictDoUpdate({ target: [seatPositions.decisionId, seatPositions.seatId], set: values })
      .run();
    record({
      kind: "decision.position-recorded",
      reviewId: row.reviewId,
      decisionId,
      before: before ? { seat: seatId, position: before.position } : null,
      after: { seat: seatId, position },
      why: reason || null,
    });
    return { status: "saved" };
  });
}
