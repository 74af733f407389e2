import { asc, sql } from "drizzle-orm";
import type { SeatCapacity } from "~/domain.ts";
import { asOf, type SubjectHistory } from "~/features/core/history/as-of.server.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { seats } from "~db/schema/people.ts";

/** A seat as far as history keeps it. */
export interface SeatRow {
  id: number;
  networkId: number;
  holder: string;
  capacity: SeatCapacity;
}

const seatHistory: SubjectHistory<SeatRow, "seat.created" | "seat.edited" | "seat.removed"> = {
  kinds: ["seat.created", "seat.edited", "seat.removed"],
  key: sql`coalesce(after, before) ->> '$.seat'`,
  before({ before }) {
    if (!before) return undefined;
    const { seat, networkId, holder, capacity } = before;
    return { id: seat, networkId, holder, capacity };
  },
};

/** The committee's seats right after an event. 2 statements. */
export function seatsAtEvent(db: Database | Transaction, eventId: number): SeatRow[] {
  const rows = db
    .select({ id: seats.id, networkId: seats.networkId, holder: seats.holder, capacity: seats.capacity })
    .from(seats)
    .orderBy(asc(seats.id))
    .all();
  const now = new Map(rows.map((row) => [row.id, row]));
  return [...asOf(db, now, seatHistory, { afterEvent: eventId }).values()].sort((a, b) => a.id - b.id);
}
