import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { type Actor, mayEditEntry, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { type Incoming, storeFile } from "~/features/plan/documents/files.server.ts";
import { dayOf } from "~/lib/days.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { entryParts } from "~db/schema/tools.ts";
import type { StoredFile, Values } from "./field.ts";
import { type EntryRow, loadEntry } from "./mutations.server.ts";
import { fitsKind, type Objection, type PartDefinition, type Register } from "./register.ts";
import { partSearchTextOf } from "./search-text.ts";

/* What belongs to an entry. All that write throw Refusal: 404 for what is not there, 403 when it is not the actor's. */

export interface PartInput {
  /** In whose name; null where parts of this kind have no network. */
  networkId: number | null;
  /** In which it is written; null where it says nothing in words. */
  language: Language | null;
  values: Values;
  /** The file that came in for it: it gets its lasting name before the commit, so that no part names one that is not there. */
  file?: Incoming;
}

export type PartRow = typeof entryParts.$inferSelect;

/** Its time, or what the others entered, stands against it. */
interface InvalidForm {
  status: "invalid";
  objection: Objection;
}

export type PartChanged = { status: "saved" | "unchanged" | "twice" } | { status: "stale" } | InvalidForm;

/** Which part of which entry. */
export interface InEntry {
  entryId: number;
  kind: string;
}

/** Enters a part of an entry. `twice` when the network has one already, of a kind of which it has one at most. */
export function addPart(
  db: Database,
  by: By,
  actor: Actor,
  register: Register,
  { entryId, kind }: InEntry,
  input: PartInput,
): { status: "saved"; id: number } | { status: "twice" } | InvalidForm {
  return change(db, by, (tx, record) => {
    const entry = loadEntry(tx, register, entryId);
    const definition = definitionOf(register, kind);
    mustEditPart(tx, actor, register, entry, definition, input.networkId);
    if (isTaken(tx, entryId, kind, definition, input.networkId)) return { status: "twice" };
    const objection = objectionTo(tx, by, entry, { kind, definition }, input.values);
    if (objection) return { status: "invalid", objection };
    const { id } = tx
      .insert(entryParts)
      .values({
        entryId,
        kind,
        networkId: input.networkId,
        language: input.language,
        fields: filled(input.values),
        searchText: partSearchTextOf(definition.fields, input.values),
        createdById: by.personId,
        createdAt: by.at,
      })
      .returning({ id: entryParts.id })
      .get();
    if (input.file) storeFile(input.file);
    record({
      kind: "entry-part.added",
      ...subject(register, entry, input.networkId),
      before: null,
      after: recorded(kind, id, input),
    });
    return { status: "saved", id };
  });
}

/** Changes a part. Returns `stale`, and changes nothing, when somebody changed it since that version. */
export function editPart(
  db: Database,
  by: By,
  actor: Actor,
  register: Register,
  { id, version, ...of }: InEntry & { id: number; version: number },
  input: PartInput,
): PartChanged {
  return change(db, by, (tx, record): PartChanged => {
    const { entry, row, definition } = loadPart(tx, actor, register, { ...of, id });
    if (row.version !== version) return { status: "stale" };
    if (input.networkId !== row.networkId) {
      mustEditPart(tx, actor, register, entry, definition, input.networkId);
      if (isTaken(tx, entry.id, of.kind, definition, input.networkId)) return { status: "twice" };
    }
    const objection = objectionTo(tx, by, entry, { kind: of.kind, definition, id }, input.values);
    if (objection) return { status: "invalid", objection };
    const before = recorded(of.kind, id, { ...row, values: row.fields });
    const after = recorded(of.kind, id, { ...input, values: filled(input.values) });
    if (sameValue(sorted(before), sorted(after))) return { status: "unchanged" };
    tx.update(entryParts)
      .set({
        networkId: input.networkId,
        language: input.language,
        fields: filled(input.values),
        searchText: partSearchTextOf(definition.fields, input.values),
        version: version + 1,
      })
      .where(eq(entryParts.id, id))
      .run();
    if (input.file) storeFile(input.file);
    record({ kind: "entry-part.edited", ...subject(register, entry, input.networkId), before, after });
    return { status: "saved" };
  });
}

/** Removes a part; what it said stays in history. Returns `stale` as `editPart` does. */
export function removePart(
  db: Database,
  by: By,
  actor: Actor,
  register: Register,
  { id, version, ...of }: InEntry & { id: number; version: number },
): PartChanged {
  return change(db, by, (tx, record): PartChanged => {
    const { entry, row, definition } = loadPart(tx, actor, register, { ...of, id });
    if (row.version !== version) return { status: "stale" };
    const objection = closedNow(by, entry, definition);
    if (objection) return { status: "invalid", objection };
    tx.update(entryParts)
      .set({ removedAt: by.at, version: version + 1 })
      .where(eq(entryParts.id, id))
      .run();
    record({
      kind: "entry-part.removed",
      ...subject(register, entry, row.networkId),
      before: recorded(of.kind, id, { ...row, values: row.fields }),
      after: null,
    });
    return { status: "saved" };
  });
}

/** All parts of these entries in the order in which they were entered. 1 statement. */
export function partsOf(db: Database | Transaction, entryIds: readonly number[]): PartRow[] {
  if (entryIds.length === 0) return [];
  return db
    .select()
    .from(entryParts)
    .where(
      and(
        sql`${entryParts.entryId} in (select value from json_each(${JSON.stringify(entryIds)}))`,
        isNull(entryParts.removedAt),
      ),
    )
    .orderBy(asc(entryParts.entryId), asc(entryParts.id))
    .all();
}

/** The file of a part that stands in an entry; undefined for what is not there. 1 statement. */
export function fileOf(db: Database, entryId: number, partId: number): StoredFile | undefined {
  const row = partsOf(db, [entryId]).find(({ id }) => id === partId);
  return (row?.fields.file as StoredFile | undefined) ?? undefined;
}

/** The SHA-256 of every file that a part names, of entries that were taken off their lists too. 1 statement. */
export function filesOfParts(db: Database): string[] {
  const sha256 = sql<string>`${entryParts.fields} ->> '$.file.sha256'`;
  return db
    .selectDistinct({ sha256 })
    .from(entryParts)
    .where(and(isNotNull(sha256), isNull(entryParts.removedAt)))
    .all()
    .map((row) => row.sha256);
}

/** Whether a viewer may enter a part in a network's name, or at all where parts have none. */
export function mayEditPart(
  viewer: Viewer,
  register: Register,
  entryNetwork: NetworkNode,
  definition: PartDefinition,
  network: NetworkNode | null,
): boolean {
  if (network && !fitsKind(definition, network)) return false;
  if (mayEditEntry(viewer, { ...register, network: entryNetwork })) return true;
  return (
    network !== null && mayEditEntry(viewer, { board: register.board, maintainers: definition.maintainers, network })
  );
}

/** @throws Refusal 404 */
export function definitionOf(register: Register, kind: string): PartDefinition {
  const definition = Object.hasOwn(register.parts, kind) ? register.parts[kind] : undefined;
  if (!definition) throw new Refusal(404, `${register.name} has no parts called ${kind}.`);
  return definition;
}

function mustEditPart(
  tx: Transaction,
  actor: Actor,
  register: Register,
  entry: EntryRow,
  definition: PartDefinition,
  networkId: number | null,
): void {
  if (!actor) return;
  const of = nodeOf(tx, entry.networkId);
  const network = networkId ? nodeOf(tx, networkId) : null;
  if (!of || (networkId && !network)) throw new Refusal(404, `There is no network ${networkId}.`);
  if (!mayEditPart(actor, register, of, definition, network ?? null))
    throw new Refusal(403, `${actor.role} may not edit this of entry ${entry.id}`);
}

function nodeOf(tx: Transaction, id: number): NetworkNode | undefined {
  return tx.select({ id: networks.id, kind: networks.kind }).from(networks).where(eq(networks.id, id)).get();
}

function loadPart(tx: Transaction, actor: Actor, register: Register, { entryId, kind, id }: InEntry & { id: number }) {
  const entry = loadEntry(tx, register, entryId);
  const definition = definitionOf(register, kind);
  const row = tx
    .select()
    .from(entryParts)
    .where(
      and(
        eq(entryParts.id, id),
        eq(entryParts.entryId, entryId),
        eq(entryParts.kind, kind),
        isNull(entryParts.removedAt),
      ),
    )
    .get();
  if (!row) throw new Refusal(404, `Entry ${entryId} has no ${kind} ${id}.`);
  mustEditPart(tx, actor, register, entry, definition, row.networkId);
  return { entry, definition, row };
}

function closedNow(by: By, entry: EntryRow, { closedBecause, network, fields }: PartDefinition): Objection | null {
  const code = closedBecause?.(entry.fields, dayOf(by.at));
  return code ? { field: network ? "network" : (Object.keys(fields)[0] ?? ""), code } : null;
}

/** What stands against a part as it would be written; `id` is its own where there is one already. 1 statement at most. */
function objectionTo(
  tx: Transaction,
  by: By,
  entry: EntryRow,
  { kind, definition, id }: { kind: string; definition: PartDefinition; id?: number },
  values: Values,
): Objection | null {
  const closed = closedNow(by, entry, definition);
  if (closed || !definition.objectionTo) return closed;
  const others = partsOf(tx, [entry.id]).filter((one) => one.kind === kind && one.id !== id);
  return definition.objectionTo(values, { entry: entry.fields, others: others.map(({ fields }) => fields) });
}

function isTaken(tx: Transaction, entryId: number, kind: string, { once }: PartDefinition, networkId: number | null) {
  if (!once || networkId === null) return false;
  return Boolean(
    tx
      .select({ id: entryParts.id })
      .from(entryParts)
      .where(
        and(
          ...[eq(entryParts.entryId, entryId), eq(entryParts.kind, kind)],
          ...[eq(entryParts.networkId, networkId), isNull(entryParts.removedAt)],
        ),
      )
      .get(),
  );
}

const subject = ({ board }: Register, entry: EntryRow, networkId: number | null) => ({
  board,
  entryId: entry.id,
  networkId: networkId ?? entry.networkId,
});

const recorded = (part: string, partId: number, { networkId, language, values }: PartInput) => ({
  part,
  partId,
  ...(networkId && { networkId }),
  ...(language && { language }),
  ...values,
});

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => a.localeCompare(b));
