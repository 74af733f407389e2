import { asc, sql } from "drizzle-orm";
import type { SeatCapacity } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { seats } from "~db/schema.ts";

/** A seat as far as history keeps it. */
export interface SeatRow {
  id: number;
  networkId: number;
  holder: string;
  capacity: SeatCapacity;
}

interface SeatEvent {
  id: number;
  kind: "seat.created" | "seat.edited" | "seat.removed";
  before: (Partial<SeatRow> & { seat?: number }) | null;
  after: (Partial<SeatRow> & { seat?: number }) | null;
}

/**
 * The committee's seats right after an event: today's, with what happened to seats since taken back. 2 statements.
 *
 * Events from before seats were numbered in them name a seat by its holder, network and capacity. A seat that was removed
 * gets its number back from the order in which seats were created, since numbers are given once and count up.
 */
export function seatsAtEvent(db: Database | Transaction, eventId: number): SeatRow[] {
  const committee = new Map<number, SeatRow>();
  for (const { id, networkId, holder, capacity } of db.select().from(seats).orderBy(asc(seats.id)).all())
    committee.set(id, { id, networkId, holder, capacity });
  const all = db
    .all<{ id: number; kind: SeatEvent["kind"]; before: string | null; after: string | null }>(
      sql`select id, kind, before, after from events
        where kind in ('seat.created', 'seat.edited', 'seat.removed') order by id`,
    )
    .map(({ before, after, ...row }): SeatEvent => ({ ...row, before: parsed(before), after: parsed(after) }));
  const numbers = seatNumbers(all);
  for (const event of all.filter(({ id }) => id > eventId).reverse()) {
    const number = numbers.get(event.id);
    if (number === undefined) continue;
    if (event.kind === "seat.created") committee.delete(number);
    else committee.set(number, { ...rowOf(event.before), id: number });
  }
  return [...committee.values()].sort((a, b) => a.id - b.id);
}

/** Which seat each event is about, by playing all of them forward. */
function seatNumbers(all: readonly SeatEvent[]): Map<number, number> {
  const numbers = new Map<number, number>();
  const now = new Map<number, string>();
  let last = 0;
  for (const { id, kind, before, after } of all) {
    const named = after?.seat ?? before?.seat;
    const found = [...now].find(([, key]) => key === keyOf(before))?.[0];
    const number = named ?? (kind === "seat.created" ? last + 1 : found);
    if (number === undefined) continue;
    last = Math.max(last, number);
    numbers.set(id, number);
    if (kind === "seat.removed") now.delete(number);
    else now.set(number, keyOf(after));
  }
  return numbers;
}

const keyOf = (seat: Partial<SeatRow> | null) => JSON.stringify([seat?.networkId, seat?.holder, seat?.capacity]);

const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as SeatEvent["before"]));

function rowOf(fields: SeatEvent["before"]): Omit<SeatRow, "id"> {
  const { networkId = 0, holder = "", capacity = "representative" as SeatCapacity } = fields ?? {};
  return { networkId, holder, capacity };
}
