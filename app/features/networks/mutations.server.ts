import { and, eq, ne } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/history/change.server.ts";
import { mayEditNetworks, type Viewer } from "~/features/policy.ts";
import { Refusal } from "~/features/refusal.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { NetworkKind, SeatCapacity } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { networks, people, seats } from "~db/schema.ts";
import { mayHold } from "./queries.server.ts";
import { branchOf, type Network } from "./tree.ts";

/** Null for the seed. */
type Worker = Viewer | null;

export type NewNetwork = Omit<Network, "id" | "version">;

/** An edit changes all but the address, which people bookmark. */
export type NetworkEdit = Omit<NewNetwork, "slug">;

export type NetworkChanged =
  | { status: "saved"; id: number; slug: string }
  | { status: "stale" }
  | { status: "unfit"; problems: Record<string, ProblemCode> };

/**
 * Adds a node to the tree.
 *
 * @throws Refusal 403 when the worker may not edit networks
 */
export function createNetwork(db: Database, by: By, worker: Worker, input: NewNetwork): NetworkChanged {
  return change(db, by, (tx, record): NetworkChanged => {
    allow(worker);
    const problems = treeProblems(tx, input);
    if (tx.select({ id: networks.id }).from(networks).where(eq(networks.slug, input.slug)).get())
      problems.slug = "slug-taken";
    if (Object.keys(problems).length > 0) return { status: "unfit", problems };
    const { id } = tx.insert(networks).values(input).returning({ id: networks.id }).get();
    record({ kind: "network.created", networkId: id, before: null, after: { ...input } });
    return { status: "saved", id, slug: input.slug };
  });
}

/**
 * Changes a node of the tree.
 *
 * @param version what the person had before them: an older one changes nothing and answers `stale`
 * @throws Refusal 404 for an unknown network, 403 when the worker may not edit networks
 */
export function editNetwork(
  db: Database,
  by: By,
  worker: Worker,
  id: number,
  version: number,
  input: NetworkEdit,
): NetworkChanged {
  return change(db, by, (tx, record): NetworkChanged => {
    allow(worker);
    const now = tx.select().from(networks).where(eq(networks.id, id)).get();
    if (!now) throw new Refusal(404, `There is no network ${id}.`);
    if (now.version !== version) return { status: "stale" };
    const problems = treeProblems(tx, input, id);
    if (Object.keys(problems).length > 0) return { status: "unfit", problems };
    const { before, after } = changedFields(now, input);
    if (Object.keys(after).length > 0) {
      tx.update(networks)
        .set({ ...input, version: version + 1 })
        .where(eq(networks.id, id))
        .run();
      record({ kind: "network.edited", networkId: id, before, after });
    }
    return { status: "saved", id, slug: now.slug };
  });
}

/** Under what each kind stands (DESIGN.md, section 2): international → continental → national → member organisation. */
const UNDER: Record<NetworkKind, readonly NetworkKind[]> = {
  international: [],
  continental: ["international"],
  national: ["continental"],
  organisation: ["national", "continental"],
};

function treeProblems(tx: Transaction, { kind, parentId }: NetworkEdit, id = 0): Record<string, ProblemCode> {
  const all = tx.select().from(networks).all();
  const parent = all.find((one) => one.id === parentId);
  if (kind === "international") {
    const another = tx
      .select({ id: networks.id })
      .from(networks)
      .where(and(eq(networks.kind, "international"), ne(networks.id, id)))
      .get();
    return another || parent ? { kind: "parent-wrong" } : {};
  }
  const inItself = parent && id > 0 && branchOf(all, id).has(parent.id);
  return parent && !inItself && UNDER[kind].includes(parent.kind) ? {} : { parentId: "parent-wrong" };
}

function changedFields(now: Record<string, unknown>, input: NetworkEdit) {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(input)) {
    if (JSON.stringify(now[field]) === JSON.stringify(value)) continue;
    before[field] = now[field];
    after[field] = value;
  }
  return { before, after };
}

export interface NewSeat {
  networkId: number;
  holder: string;
  capacity: SeatCapacity;
  /** The account by which its holder speaks in reviews; absent or null for none. */
  personId?: string | null;
}

/** Adds a seat to the committee. Throws Refusal 403 as above, 404 for an account that may not hold one. */
export function createSeat(db: Database, by: By, worker: Worker, input: NewSeat): number {
  return change(db, by, (tx, record) => {
    allow(worker);
    const after = asRecorded(tx, input);
    const { id } = tx.insert(seats).values(input).returning({ id: seats.id }).get();
    const { networkId, personId = null } = input;
    record({ kind: "seat.created", networkId, personId, before: null, after: { seat: id, ...after } });
    return id;
  });
}

/** Changes a seat's holder, network, capacity or account. Throws Refusal 404 or 403 as above. */
export function editSeat(db: Database, by: By, worker: Worker, id: number, input: NewSeat): void {
  change(db, by, (tx, record) => {
    const seat = loadSeat(tx, worker, id);
    const { networkId, personId = null } = input;
    const after = asRecorded(tx, input, seat.personId);
    tx.update(seats)
      .set({ ...input, personId })
      .where(eq(seats.id, id))
      .run();
    const before = { seat: id, ...asRecorded(tx, seat, seat.personId) };
    record({ kind: "seat.edited", networkId, personId, before, after: { seat: id, ...after } });
  });
}

/** Takes a seat away; who held it stays in history. Throws Refusal 404 or 403 as above. */
export function removeSeat(db: Database, by: By, worker: Worker, id: number): void {
  change(db, by, (tx, record) => {
    const seat = loadSeat(tx, worker, id);
    tx.delete(seats).where(eq(seats.id, id)).run();
    const { networkId } = seat;
    const before = { seat: id, ...asRecorded(tx, seat, seat.personId) };
    record({ kind: "seat.removed", networkId, before, after: null });
  });
}

function loadSeat(tx: Transaction, worker: Worker, id: number) {
  allow(worker);
  const seat = tx
    .select({ networkId: seats.networkId, holder: seats.holder, capacity: seats.capacity, personId: seats.personId })
    .from(seats)
    .where(eq(seats.id, id))
    .get();
  if (!seat) throw new Refusal(404, `There is no seat ${id}.`);
  return seat;
}

/** A seat as history keeps it: its account by name. An account that holds it already may stay. */
function asRecorded(tx: Transaction, { personId = null, ...seat }: NewSeat, held: string | null = null) {
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

function allow(worker: Worker): void {
  if (worker && !mayEditNetworks(worker)) throw new Refusal(403, `${worker.role} may not edit networks`);
}
