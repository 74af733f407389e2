import { type By, change } from "~/features/history/change.server.ts";
import { mayEditNetworks, type Viewer } from "~/features/policy.ts";
import { Refusal } from "~/features/refusal.ts";
import type { SeatCapacity } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { networks, seats } from "~db/schema.ts";
import type { Network } from "./tree.ts";

export type NewNetwork = Omit<Network, "id" | "version">;

/**
 * Adds a node to the tree.
 *
 * @param worker null for the seed
 * @returns its id
 * @throws Refusal 403 when the worker may not edit networks
 */
export function createNetwork(db: Database, by: By, worker: Viewer | null, input: NewNetwork): number {
  return change(db, by, (tx, record) => {
    allow(worker);
    const { id } = tx.insert(networks).values(input).returning({ id: networks.id }).get();
    record({ kind: "network.created", networkId: id, before: null, after: { ...input } });
    return id;
  });
}

export interface NewSeat {
  networkId: number;
  holder: string;
  capacity: SeatCapacity;
}

/** Adds a seat to the committee. Throws Refusal 403 as above. */
export function createSeat(db: Database, by: By, worker: Viewer | null, input: NewSeat): number {
  return change(db, by, (tx, record) => {
    allow(worker);
    const { id } = tx.insert(seats).values(input).returning({ id: seats.id }).get();
    record({ kind: "seat.created", networkId: input.networkId, before: null, after: { ...input } });
    return id;
  });
}

function allow(worker: Viewer | null): void {
  if (worker && !mayEditNetworks(worker)) throw new Refusal(403, `${worker.role} may not edit networks`);
}
