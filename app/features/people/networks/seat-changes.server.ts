import type { By, RecordEvent, Transaction } from "~/features/core/history/change.server.ts";

/** A seat of the committee that somebody else speaks for from now on, or that speaks for another network. */
export interface SeatChanged {
  seatId: number;
  /** Who held it until now, and for which network. */
  before: { holder: string; networkId: number };
  /** The account by which its holder speaks from now on; null where there is none, or the seat is removed. */
  personId: string | null;
}

/** What an area does in the transaction that changes a seat. */
export type OnSeatChanged = (tx: Transaction, record: RecordEvent, by: By, changed: SeatChanged) => void;

let registered: OnSeatChanged | undefined;

/** Called once, at the composition root (`app/areas.server.ts`). */
export function registerSeatChanges(listener: OnSeatChanged): void {
  registered = listener;
}

/** @throws where nothing was registered: what a seat said would go on counting for somebody who never said it */
export function seatChanged(tx: Transaction, record: RecordEvent, by: By, changed: SeatChanged): void {
  if (!registered) throw new Error("Nothing is registered for changes of seats: app/areas.server.ts was not loaded.");
  registered(tx, record, by, changed);
}
