import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Translated } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { type Actor, mayEditEntry, type NetworkNode } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { differingFields } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { entries, entryLinks } from "~db/schema/tools.ts";
import { isLinking, type Values } from "./field.ts";
import { fitsKind, type Register } from "./register.ts";
import { searchTextOf } from "./search-text.ts";

/* All throw Refusal: 404 for what is not there or was removed, 403 when it is not the actor's. */

/** What an entry says: its own fields by their names, lists of networks and of other entries among them. */
export interface EntryInput {
  title: Translated;
  networkId: number;
  /** References of the actions that it is joined to. */
  refs: readonly string[];
  values: Values;
}

export type EntryRow = typeof entries.$inferSelect;

/** Which entry, and the version of it that the person had before them. */
export interface WhichEntry {
  id: number;
  version: number;
}

export type EntryChanged = { status: "saved" | "unchanged" } | { status: "stale" };

/** The name under which the links to actions are kept, beside those of the register's own fields. */
const ACTIONS = "actions";

/** Enters an entry of a register. Returns its id. */
export function addEntry(db: Database, by: By, actor: Actor, register: Register, input: EntryInput): number {
  return change(db, by, (tx, record) => {
    mustEdit(tx, actor, register, input.networkId);
    const { id } = tx
      .insert(entries)
      .values({
        register: register.name,
        title: input.title,
        networkId: input.networkId,
        fields: plainOf(register, input.values),
        searchText: searchTextOf(register.fields, input),
        aheadOn: register.aheadOn?.(input.values) ?? null,
        createdById: by.personId,
        createdAt: by.at,
        updatedAt: by.at,
      })
      .returning({ id: entries.id })
      .get();
    writeLinks(tx, register, id, input);
    record({
      kind: "entry.created",
      board: register.board,
      networkId: input.networkId,
      entryId: id,
      before: null,
      after: filledIn(flat(input)),
    });
    return id;
  });
}

/**
 * Changes an entry: what `changes` does not name stays as it is, and of its values those that it does not name.
 *
 * @param why said beside the change in its history
 * @returns `stale`, and changes nothing, when somebody changed it since that version
 */
export function editEntry(
  db: Database,
  by: By,
  actor: Actor,
  register: Register,
  { id, version }: WhichEntry,
  { values, ...changes }: Partial<EntryInput>,
  why: string | null = null,
): EntryChanged {
  return change(db, by, (tx, record): EntryChanged => {
    const row = loadEntry(tx, register, id);
    mustEdit(tx, actor, register, row.networkId);
    if (row.version !== version) return { status: "stale" };
    const was = inputOf(tx, register, row);
    const now: EntryInput = { ...was, ...changes, values: { ...was.values, ...values } };
    if (now.networkId !== was.networkId) mustEdit(tx, actor, register, now.networkId);
    const differing = differingFields(flat(was), flat(now));
    if (!differing) return { status: "unchanged" };
    tx.update(entries)
      .set({
        title: now.title,
        networkId: now.networkId,
        fields: plainOf(register, now.values),
        searchText: searchTextOf(register.fields, now),
        aheadOn: register.aheadOn?.(now.values) ?? null,
        updatedAt: by.at,
        version: version + 1,
      })
      .where(eq(entries.id, id))
      .run();
    tx.delete(entryLinks).where(eq(entryLinks.entryId, id)).run();
    writeLinks(tx, register, id, now);
    record({
      kind: "entry.edited",
      board: register.board,
      networkId: now.networkId,
      entryId: id,
      why,
      ...differing,
    });
    return { status: "saved" };
  });
}

/** Takes an entry off its list; what it said can still be read, and it can be brought back. */
export function removeEntry(
  db: Database,
  by: By,
  actor: Actor,
  register: Register,
  { id, version }: WhichEntry,
  why: string | null,
): EntryChanged {
  return change(db, by, (tx, record): EntryChanged => {
    const row = loadEntry(tx, register, id);
    mustEdit(tx, actor, register, row.networkId);
    if (row.version !== version) return { status: "stale" };
    tx.update(entries)
      .set({ removedAt: by.at, version: version + 1 })
      .where(eq(entries.id, id))
      .run();
    record(stepOf("entry.removed", register, row, why));
    return { status: "saved" };
  });
}

/** Brings an entry back that was taken off its list. */
export function restoreEntry(
  db: Database,
  by: By,
  actor: Actor,
  register: Register,
  { id, version }: WhichEntry,
): EntryChanged {
  return change(db, by, (tx, record): EntryChanged => {
    const row = loadEntry(tx, register, id, true);
    mustEdit(tx, actor, register, row.networkId);
    if (row.version !== version) return { status: "stale" };
    if (!row.removedAt) return { status: "unchanged" };
    tx.update(entries)
      .set({ removedAt: null, version: version + 1 })
      .where(eq(entries.id, id))
      .run();
    record(stepOf("entry.restored", register, row, null));
    return { status: "saved" };
  });
}

// ── Below: what the mutations of parts build upon too ────────────────────────────────────────────────────────────

/** @throws Refusal 404 for an unknown one, and for one that was removed unless `removedToo` */
export function loadEntry(tx: Transaction | Database, register: Register, id: number, removedToo = false): EntryRow {
  const row = tx
    .select()
    .from(entries)
    .where(
      and(eq(entries.id, id), eq(entries.register, register.name), removedToo ? undefined : isNull(entries.removedAt)),
    )
    .get();
  if (!row) throw new Refusal(404, `There is no entry ${id} in ${register.name}.`);
  return row;
}

/** @throws Refusal 403 unless the actor may edit what belongs to this network, and it can; 404 for an unknown network */
export function mustEdit(
  tx: Transaction | Database,
  actor: Actor,
  { board, maintainers, ...rest }: Pick<Register, "board" | "maintainers" | "kinds">,
  networkId: number,
): NetworkNode {
  const network = tx
    .select({ id: networks.id, kind: networks.kind })
    .from(networks)
    .where(eq(networks.id, networkId))
    .get();
  if (!network) throw new Refusal(404, `There is no network ${networkId}.`);
  if (!fitsKind(rest, network)) throw new Refusal(403, `Nothing of this can belong to a ${network.kind} network.`);
  if (actor && !mayEditEntry(actor, { board, network, maintainers }))
    throw new Refusal(403, `${actor.role} may not edit what belongs to network ${networkId}`);
  return network;
}

function stepOf(kind: "entry.removed" | "entry.restored", { board }: Register, row: EntryRow, why: string | null) {
  const { title, networkId, id } = row;
  const step = { board, networkId, entryId: id, why };
  return kind === "entry.removed"
    ? { ...step, kind, before: { title }, after: null }
    : { ...step, kind, before: null, after: { title } };
}

/** An entry as it stands, as its form would give it. 2 statements. */
export function inputOf(tx: Transaction | Database, register: Register, row: EntryRow): EntryInput {
  const links = tx
    .select({ field: entryLinks.field, ref: actions.ref, networkId: entryLinks.networkId, otherId: entryLinks.otherId })
    .from(entryLinks)
    .leftJoin(actions, eq(actions.id, entryLinks.actionId))
    .where(eq(entryLinks.entryId, row.id))
    .orderBy(entryLinks.id)
    .all();
  const linked = (field: string) =>
    links.filter((link) => link.field === field).map(({ networkId, otherId }) => networkId ?? otherId);
  const lists = Object.entries(register.fields)
    .filter(([, field]) => isLinking(field))
    .map(([name]) => [name, linked(name)]);
  return {
    title: row.title,
    networkId: row.networkId,
    refs: links.flatMap(({ ref }) => ref ?? []),
    values: { ...row.fields, ...Object.fromEntries(lists) },
  };
}

/** What is kept in the entry's own row: everything but its links, and nothing of what is empty. */
function plainOf(register: Register, values: Values): Values {
  return Object.fromEntries(
    Object.entries(register.fields)
      .filter(([name, field]) => !isLinking(field) && !isEmpty(values[name]))
      .map(([name]) => [name, values[name]]),
  );
}

function writeLinks(tx: Transaction, register: Register, entryId: number, { refs, values }: EntryInput): void {
  const ids = tx
    .select({ id: actions.id, ref: actions.ref })
    .from(actions)
    .where(inArray(actions.ref, [...refs]))
    .all();
  const byRef = new Map(ids.map(({ id, ref }) => [ref, id]));
  const links: (typeof entryLinks.$inferInsert)[] = refs.map((ref) => {
    const actionId = byRef.get(ref);
    if (!actionId) throw new Refusal(404, `There is no action ${ref}.`);
    return { entryId, field: ACTIONS, actionId };
  });
  for (const [field, { type }] of Object.entries(register.fields)) {
    if (type !== "networks" && type !== "entries") continue;
    for (const id of (values[field] as number[] | undefined) ?? [])
      links.push({ entryId, field, ...(type === "networks" ? { networkId: id } : { otherId: id }) });
  }
  if (links.length > 0) tx.insert(entryLinks).values(links).run();
}

/** An entry as its history keeps it: one level deep, so that each field's change stands by itself. */
function flat({ title, networkId, refs, values }: EntryInput): Values {
  const fields: Values = { networkId, refs };
  for (const [language, said] of Object.entries(title)) fields[`title.${language}`] = said;
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      for (const [language, said] of Object.entries(value)) fields[`${name}.${language}`] = said;
    else fields[name] = value;
  }
  return fields;
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const filledIn = (fields: Values): Values =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
