import { and, eq } from "drizzle-orm";
import type { Language, SeatPosition } from "~/domain.ts";
import { type By, change } from "~/features/core/history/change.server.ts";
import { maySpeakForSeat, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { seats, stands } from "~db/schema.ts";
import { openDecision } from "./mutations.server.ts";

/** What a seat says to a proposed decision. */
export interface Said {
  decisionId: number;
  /** The wording to which it is said. */
  version: number;
  seatId: number;
  stand: SeatPosition;
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
export function standOn(db: Database, by: By, viewer: Viewer, said: Said): SaidTo {
  return change(db, by, (tx, record): SaidTo => {
    const seat = tx.select().from(seats).where(eq(seats.id, said.seatId)).get();
    if (!seat) throw new Refusal(404, `There is no seat ${said.seatId}.`);
    const { row } = openDecision(tx, said.decisionId, () => {
      if (!maySpeakForSeat(viewer, seat)) throw new Refusal(403, `${viewer.id} does not hold seat ${seat.id}`);
    });
    if (row.version !== said.version) return { status: "stale" };
    const { decisionId, seatId, stand, language } = said;
    const mine = and(eq(stands.decisionId, decisionId), eq(stands.seatId, seatId));
    const before = tx.select().from(stands).where(mine).get();
    // The form still holds the reason of what the seat said before: it is no reason for the opposite.
    const reason = before && before.stand !== stand && before.reason === said.reason ? "" : said.reason;
    if (stand === "objection" && !reason) return { status: "reason-missing" };
    if (before?.stand === stand && before.reason === reason) return { status: "saved" };
    const values = { stand, reason, language, personId: viewer.id, at: by.at };
    tx.insert(stands)
      .values({ decisionId, seatId, ...values })
      .onConflictDoUpdate({ target: [stands.decisionId, stands.seatId], set: values })
      .run();
    record({
      kind: "decision.stood",
      reviewId: row.reviewId,
      decisionId,
      before: before ? { seat: seatId, stand: before.stand } : null,
      after: { seat: seatId, stand },
      why: reason || null,
    });
    return { status: "saved" };
  });
}
