import { and, eq } from "drizzle-orm";
import type { SeatCapacity } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import type { Actor } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { people, seatNumbers, seats } from "~db/schema/people.ts";
import { mustEditNetworks } from "./mutations.server.ts";
import { mayHold } from "./queries.server.ts";
import { seatChanged } from "./seat-changes.server.ts";

export interface NewSeat {
  networkId: number;
  holder: string;
  capacity: SeatCapacity;
  /** The account by which its holder speaks in reviews; absent or null for none. */
  personId?: string | null;
}

/** Adds a seat to the committee. Throws Refusal 403 for who may not edit networks, 404 for an account that may not hold one. */
export function createSeat(db: Database, by: By, actor: Actor, input: NewSeat): number {
  return change(db, by, (tx, record) => {
    mustEditNetworks(actor);
    const after = recordedSeat(tx, input);
    const { id } = tx.insert(seatNumbers).values({}).returning().get();
    tx.insert(seats)
      .values({ ...input, id })
      .run();
    const { networkId, personId = null } = input;
    record({ kind: "seat.created", networkId, personId, before: null, after: { seat: id, ...after } });
    return id;
  });
}

/**
 * Changes a seat's holder, network, capacity or account. Where another person or network speaks from now on, what the seat
 * said to open matters lapses.
 *
 * @throws Refusal 403 for who may not edit networks, 404 for an unknown seat or an account that may not hold one
 */
export function editSeat(db: Database, by: By, actor: Actor, id: number, input: NewSeat): void {
  change(db, by, (tx, record) => {
    const seat = loadSeat(tx, actor, id);
    const { networkId, personId = null } = input;
    const after = recordedSeat(tx, input, seat.personId);
    tx.update(seats)
      .set({ ...input, personId })
      .where(eq(seats.id, id))
      .run();
    const before = { seat: id, ...recordedSeat(tx, seat, seat.personId) };
    record({ kind: "seat.edited", networkId, personId, before, after: { seat: id, ...after } });
    if (seat.holder !== input.holder || seat.networkId !== networkId || seat.personId !== personId)
      seatChanged(tx, record, by, { seatId: id, before: seat, personId });
  });
}

/**
 * Takes a seat away; who held it stays in history, and what it said to open matters lapses.
 *
 * @throws Refusal 403 for who may not edit networks, 404 for an unknown seat
 */
export function removeSeat(db: Database, by: By, actor: Actor, id: number): void {
  change(db, by, (tx, record) => {
    const seat = loadSeat(tx, actor, id);
    tx.delete(seats).where(eq(seats.id, id)).run();
    const { networkId } = seat;
    const before = { seat: id, ...recordedSeat(tx, seat, seat.personId) };
    record({ kind: "seat.removed", networkId, before, after: null });
    seatChanged(tx, record, by, { seatId: id, before: seat, personId: null });
  });
}

function loadSeat(tx: Transaction, actor: Actor, id: number) {
  mustEditNetworks(actor);
  const seat = tx
    .select({ networkId: seats.networkId, holder: seats.holder, capacity: seats.capacity, personId: seats.personId })
    .from(seats)
    .where(eq(seats.id, id))
    .get();
  if (!seat) throw new Refusal(404, `There is no seat ${id}.`);
  return seat;
}

/** A seat as history keeps it: its account by name. An account that holds it already may stay. */
function recordedSeat(
  tx: Transaction,
  { personId = null, networkId, holder, capacity }: NewSeat,
  held: string | null = null,
) {
  const seat = { networkId, holder, capacity };
  if (personId === null) return seat;
  const may = personId === held ? undefined : mayHold;
  const person = tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.id, personId), may))
    .get();
  if (!person) throw new Refusal(404, `${personId} may not hold a seat.`);
  return { ...seat, account: person.name };
}
