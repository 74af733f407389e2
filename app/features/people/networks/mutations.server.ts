import { and, eq, isNull, sql } from "drizzle-orm";
import type { NetworkKind } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { descendantsOf, type Network } from "~/features/core/network-tree.ts";
import { type Actor, mayEditNetworks } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { dayOf } from "~/lib/days.ts";
import { differingFields } from "~/lib/same-value.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { invitations, networks, people, seats } from "~db/schema/people.ts";

export type NewNetwork = Omit<Network, "id" | "version" | "closedOn" | "closedWhy">;

/** An edit changes all but the address, which people bookmark. */
export type NetworkEdit = Omit<NewNetwork, "slug">;

export type NetworkChanged =
  | { status: "saved"; id: number; slug: string }
  | { status: "stale" }
  | { status: "invalid"; problems: Record<string, ProblemCode> };

/**
 * Adds a node to the tree.
 *
 * @throws Refusal 403 when the actor may not edit networks
 */
export function createNetwork(db: Database, by: By, actor: Actor, input: NewNetwork): NetworkChanged {
  return change(db, by, (tx, record): NetworkChanged => {
    mustEditNetworks(actor);
    const problems = treeProblems(tx, input);
    if (tx.select({ id: networks.id }).from(networks).where(eq(networks.slug, input.slug)).get())
      problems.slug = "slug-taken";
    if (Object.keys(problems).length > 0) return { status: "invalid", problems };
    const { id } = tx.insert(networks).values(input).returning({ id: networks.id }).get();
    record({ kind: "network.created", networkId: id, before: null, after: { ...input } });
    return { status: "saved", id, slug: input.slug };
  });
}

/**
 * Changes a node of the tree.
 *
 * @param version what the person had before them: an older one changes nothing and answers `stale`
 * @throws Refusal 404 for an unknown network, 403 when the actor may not edit networks
 */
export function editNetwork(
  db: Database,
  by: By,
  actor: Actor,
  id: number,
  version: number,
  input: NetworkEdit,
): NetworkChanged {
  return change(db, by, (tx, record): NetworkChanged => {
    mustEditNetworks(actor);
    const now = loadNetwork(tx, actor, id);
    if (now.version !== version) return { status: "stale" };
    const problems = treeProblems(tx, input, id);
    if (Object.keys(problems).length > 0) return { status: "invalid", problems };
    const differing = differingFields<NetworkEdit>(now, input, Object.keys(input) as (keyof NetworkEdit)[]);
    if (differing) {
      tx.update(networks)
        .set({ ...input, version: version + 1 })
        .where(eq(networks.id, id))
        .run();
      record({ kind: "network.edited", networkId: id, ...differing });
    }
    return { status: "saved", id, slug: now.slug };
  });
}

/** Under what each kind stands in the tree of INSP!R's networks (docs/glossary.md): international → continental → national → member organisation. */
const UNDER: Record<NetworkKind, readonly NetworkKind[]> = {
  international: [],
  continental: ["international"],
  national: ["continental"],
  organisation: ["national", "continental"],
};

const networksInTree = (tx: Transaction) => tx.select().from(networks).where(isNull(networks.removedAt)).all();

function treeProblems(tx: Transaction, { kind, parentId }: NetworkEdit, id = 0): Record<string, ProblemCode> {
  const all = networksInTree(tx);
  const now = all.find((one) => one.id === id);
  const parent = all.find((one) => one.id === parentId);
  // What stands below it must still belong under it: a national network that has organisations cannot become an organisation.
  const unfitBelow = now && all.some((one) => one.parentId === id && !UNDER[one.kind].includes(kind));
  if (kind === "international") {
    const another = all.some((one) => one.kind === "international" && one.id !== id);
    if (another || parent) return { kind: "parent-wrong" };
    return unfitBelow ? { kind: "children-wrong" } : {};
  }
  if (parent?.closedOn && now?.parentId !== parentId) return { parentId: "network-closed" };
  const inItself = parent && now && descendantsOf(all, id).has(parent.id);
  if (!parent || inItself || !UNDER[kind].includes(parent.kind)) return { parentId: "parent-wrong" };
  return unfitBelow ? { kind: "children-wrong" } : {};
}

export interface Closing {
  version: number;
  /** The day on which it ended, `2026-11-24`. */
  day: string;
  /** Empty for none. */
  why: string;
  /** The network to which its people go; null where it has none. */
  moveTo: number | null;
}

/**
 * Closes a network: it stays where it was named and in history, and is offered in no form. Its people go to another network,
 * invitations into it are withdrawn, each with its event.
 *
 * @throws Refusal 404 for an unknown network, 403 when the actor may not edit networks
 */
export function closeNetwork(db: Database, by: By, actor: Actor, id: number, closing: Closing): NetworkChanged {
  return change(db, by, (tx, record): NetworkChanged => {
    const now = loadNetwork(tx, actor, id);
    if (now.version !== closing.version || now.closedOn) return { status: "stale" };
    const members = tx.select().from(people).where(eq(people.networkId, id)).all();
    const problems = closingProblems(tx, now, closing, members.length, by.at);
    if (Object.keys(problems).length > 0) return { status: "invalid", problems };
    const { day, why, moveTo } = closing;
    tx.update(networks)
      .set({ closedOn: day, closedWhy: why || null, version: now.version + 1 })
      .where(eq(networks.id, id))
      .run();
    record({ kind: "network.closed", networkId: id, before: null, after: { closedOn: day }, why: why || null });
    for (const person of members) {
      // `closingProblems` asks for a network wherever there are people.
      if (moveTo === null) break;
      tx.update(people)
        .set({ networkId: moveTo, version: person.version + 1, updatedAt: by.at })
        .where(eq(people.id, person.id))
        .run();
      record({
        kind: "person.edited",
        personId: person.id,
        networkId: moveTo,
        before: { networkId: id },
        after: { networkId: moveTo },
      });
    }
    const open = and(eq(invitations.networkId, id), isNull(invitations.acceptedAt));
    for (const { role, networkId, boards } of tx.select().from(invitations).where(open).all())
      record({ kind: "person.uninvited", networkId, before: { role, networkId, boards }, after: null });
    tx.delete(invitations).where(open).run();
    return { status: "saved", id, slug: now.slug };
  });
}

function closingProblems(
  tx: Transaction,
  { id, kind }: typeof networks.$inferSelect,
  { day, moveTo }: Closing,
  members: number,
  at: Date,
): Record<string, ProblemCode> {
  const all = networksInTree(tx);
  if (kind === "international") return { form: "root-stays" };
  if (all.some((one) => one.parentId === id && !one.closedOn)) return { form: "network-has-networks" };
  if (tx.select({ id: seats.id }).from(seats).where(eq(seats.networkId, id)).get())
    return { form: "network-has-seats" };
  if (day > dayOf(at)) return { day: "day-in-future" };
  const home = all.find((one) => one.id === moveTo);
  if (moveTo !== null && (!home || home.closedOn || home.id === id)) return { moveTo: "not-a-choice" };
  return members > 0 && moveTo === null ? { moveTo: "network-missing" } : {};
}

/**
 * Opens a closed network again; its people come back by hand.
 *
 * @throws Refusal 403 for who may not edit networks, 404 for a network that is not there
 */
export function reopenNetwork(db: Database, by: By, actor: Actor, id: number, version: number): NetworkChanged {
  return change(db, by, (tx, record): NetworkChanged => {
    const now = loadNetwork(tx, actor, id);
    if (now.version !== version) return { status: "stale" };
    const parent = tx
      .select()
      .from(networks)
      .where(eq(networks.id, now.parentId ?? 0))
      .get();
    if (parent?.closedOn) return { status: "invalid", problems: { form: "network-closed" } };
    if (now.closedOn) {
      tx.update(networks)
        .set({ closedOn: null, closedWhy: null, version: version + 1 })
        .where(eq(networks.id, id))
        .run();
      record({ kind: "network.reopened", networkId: id, before: { closedOn: now.closedOn }, after: null });
    }
    return { status: "saved", id, slug: now.slug };
  });
}

/**
 * Takes away a network that was entered by mistake: only while nothing but its own history refers to it. Its row stays,
 * since that history names it, and its address is free again.
 *
 * @throws Refusal 403 for who may not edit networks, 404 for a network that is not there
 */
export function removeNetwork(db: Database, by: By, actor: Actor, id: number, version: number): NetworkChanged {
  return change(db, by, (tx, record): NetworkChanged => {
    const now = loadNetwork(tx, actor, id);
    if (now.version !== version) return { status: "stale" };
    if (now.kind === "international") return { status: "invalid", problems: { form: "root-stays" } };
    if (isReferredTo(tx, id)) return { status: "invalid", problems: { form: "network-in-use" } };
    tx.update(networks)
      .set({ removedAt: by.at, slug: `${now.slug}-removed-${id}`, version: version + 1 })
      .where(eq(networks.id, id))
      .run();
    const { slug, kind, parentId, names } = now;
    record({ kind: "network.removed", networkId: id, before: { slug, kind, parentId, names }, after: null });
    return { status: "saved", id, slug: now.slug };
  });
}

/** Whether any row of any table names a network, beside the events about the network itself. */
export function isReferredTo(tx: Transaction | Database, id: number): boolean {
  // Asked of the database itself: a table that is added later is asked too.
  const columns = tx.all<{ table: string; column: string }>(sql`
    select t.name as "table", f."from" as "column"
    from sqlite_master as t join pragma_foreign_key_list(t.name) as f
    where t.type = 'table' and f."table" = 'networks'`);
  return columns.some(({ table, column }) => {
    const others =
      table === "events"
        ? sql`and kind not like 'network.%'`
        : table === "networks"
          ? sql`and removed_at is null`
          : sql``;
    const where = sql`${sql.identifier(column)} = ${id} ${others}`;
    return tx.get(sql`select 1 as found from ${sql.identifier(table)} where ${where} limit 1`) !== undefined;
  });
}

function loadNetwork(tx: Transaction, actor: Actor, id: number) {
  mustEditNetworks(actor);
  const found = tx
    .select()
    .from(networks)
    .where(and(eq(networks.id, id), isNull(networks.removedAt)))
    .get();
  if (!found) throw new Refusal(404, `There is no network ${id}.`);
  return found;
}

/** @throws Refusal 403 when the actor may not edit networks, and so no seats either */
export function mustEditNetworks(actor: Actor): void {
  if (actor && !mayEditNetworks(actor)) throw new Refusal(403, `${actor.role} may not edit networks`);
}
