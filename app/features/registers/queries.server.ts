import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { foreign, titleIn } from "~/features/actions/titles.server.ts";
import { matchOf, wordsIn } from "~/features/search/terms.ts";
import { type Board, LANGUAGES, type Language, type RegisterName, type Stage, type Translated } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { actions, entries, entryLinks, entryParts, networks } from "~db/schema.ts";
import { allRegisters } from "./all.ts";
import type { Values } from "./field.ts";
import { type Filters, yearField } from "./filters.server.ts";
import type { Register } from "./register.ts";

/** An entry as the lists show it, in the reader's language. */
export interface ListedEntry {
  id: number;
  title: string;
  /** The language of the title, where it is not the reader's. */
  lang: Language | null;
  network: { id: number; slug: string; name: string };
  /** What its fields hold; lists of networks and entries only where they were asked for. */
  values: Values;
  /** References of the actions that it is joined to. */
  refs: string[];
  version: number;
  removed: boolean;
}

export const ENTRIES_A_PAGE = 30;

/** The register's entries under these filters, a page of them. 3 statements, however many entries there are. */
export function listEntries(db: Database, register: Register, filters: Filters, language: Language, asked: number) {
  const where = whereOf(register, filters);
  const total = countEntries(db, where);
  const pages = Math.max(1, Math.ceil(total / ENTRIES_A_PAGE));
  const page = Math.min(asked, pages);
  const limit = { limit: ENTRIES_A_PAGE, offset: (page - 1) * ENTRIES_A_PAGE };
  return { entries: readEntries(db, register, filters, language, limit), total, page, pages };
}

/** All of the register's entries under these filters: for a spreadsheet, a map, a calendar. 2 statements. */
export function allEntries(db: Database, register: Register, filters: Filters, language: Language): ListedEntry[] {
  return readEntries(db, register, filters, language);
}

/**
 * The register's entries under these filters that touch some days, past ones too: for a calendar. `from` and `to` are the
 * fields of an entry's first and last day. 2 statements.
 */
export function entriesTouching(
  db: Database,
  register: Register,
  filters: Filters,
  language: Language,
  { first, last, from, to, most }: { first: string; last: string; from: string; to: string; most?: number },
): ListedEntry[] {
  const [begins, ends] = [from, to].map((field) => sql`${entries.fields} ->> ${`$.${field}`}`);
  const touching = sql`${begins} <= ${last} and coalesce(${ends}, ${begins}) >= ${first}`;
  return readEntries(db, register, { ...filters, past: null }, language, {
    where: touching,
    ...(most && { limit: most }),
  });
}

interface Grouping {
  /** The fields by which entries are grouped, and the group that what they hold makes. */
  fields: readonly string[];
  groupOf: (values: Values) => string;
  /** So many of each group are read. */
  most: number;
  /** Read wherever it stands in its group. */
  also?: number | null;
}

/**
 * The first entries of each group under these filters, in the list's order, and how many more each group holds: for what
 * shows all of them at a glance. 3 statements.
 */
export function firstOfEach(
  db: Database,
  register: Register,
  filters: Filters,
  language: Language,
  { fields, groupOf, most, also }: Grouping,
): { entries: ListedEntry[]; rest: Record<string, number> } {
  // A few letters of each, where the whole of all of them would be read to be left out.
  const held = sql<string>`json_array(${sql.join(
    fields.map((field) => sql`${entries.fields} ->> ${`$.${field}`}`),
    sql`, `,
  )})`;
  const standing = db
    .select({ id: entries.id, held })
    .from(entries)
    .innerJoin(networks, eq(networks.id, entries.networkId))
    .where(whereOf(register, filters))
    .orderBy(...orderOf(register, filters, language))
    .all();
  const read: number[] = [];
  const counts: Record<string, number> = {};
  const rest: Record<string, number> = {};
  for (const { id, held: said } of standing) {
    const values = JSON.parse(said) as unknown[];
    const group = groupOf(Object.fromEntries(fields.map((field, at) => [field, values[at]])));
    counts[group] = (counts[group] ?? 0) + 1;
    if (counts[group] <= most || id === also) read.push(id);
    else rest[group] = (rest[group] ?? 0) + 1;
  }
  const where = sql`${entries.id} in (select value from json_each(${JSON.stringify(read)}))`;
  return { entries: readEntries(db, register, filters, language, { where }), rest };
}

function countEntries(db: Database, where: SQL | undefined): number {
  return (
    db
      .select({ n: sql<number>`count(*)` })
      .from(entries)
      .innerJoin(networks, eq(networks.id, entries.networkId))
      .where(where)
      .get()?.n ?? 0
  );
}

function readEntries(
  db: Database,
  register: Register,
  filters: Filters,
  language: Language,
  { where, ...part }: { where?: SQL; limit?: number; offset?: number } = {},
): ListedEntry[] {
  // Only what is shown: the rest of a thousand rows takes longer to unpack than to find.
  const { id, version, removedAt, title, fields } = entries;
  const query = db
    .select({
      ...{ id, version, removedAt, title, fields },
      network: { id: networks.id, slug: networks.slug, name: sql<string>`${networks.names} ->> ${`$.${language}`}` },
    })
    .from(entries)
    .innerJoin(networks, eq(networks.id, entries.networkId))
    .where(and(whereOf(register, filters), where))
    .orderBy(...orderOf(register, filters, language))
    .$dynamic();
  const rows = (part.limit ? query.limit(part.limit).offset(part.offset ?? 0) : query).all();
  const links = linksOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const { refs, lists } = links.get(row.id) ?? { refs: [], lists: {} };
    return {
      ...{ id: row.id, version: row.version, removed: row.removedAt !== null, refs, network: row.network },
      ...readIn(row.title, language),
      values: { ...row.fields, ...lists },
    };
  });
}

/** The years of which the register's list has something, the latest first; none where it is not read by year. 1 statement. */
export function yearsOf(db: Database, register: Register): number[] {
  const field = yearField(register);
  if (!field) return [];
  const year = sql<string | null>`substr(${entries.fields} ->> ${`$.${field}`}, 1, 4)`;
  return db
    .selectDistinct({ year })
    .from(entries)
    .where(and(eq(entries.register, register.name), isNull(entries.removedAt), isNotNull(year)))
    .orderBy(desc(year))
    .all()
    .map((row) => Number(row.year));
}

/** What entries are joined to, by entry: the actions' references, and the ids of the rest by field. 1 statement. */
export function linksOf(db: Database, ids: readonly number[]) {
  const links = new Map<number, { refs: string[]; lists: Record<string, number[]> }>();
  if (ids.length === 0) return links;
  const rows = db
    .select({
      ...{ entryId: entryLinks.entryId, field: entryLinks.field, ref: actions.ref },
      linked: sql<number | null>`coalesce(${entryLinks.networkId}, ${entryLinks.otherId})`,
    })
    .from(entryLinks)
    .leftJoin(actions, eq(actions.id, entryLinks.actionId))
    .where(sql`${entryLinks.entryId} in (select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(entryLinks.id))
    .all();
  for (const { entryId, field, ref, linked } of rows) {
    const of = links.get(entryId) ?? { refs: [], lists: {} };
    links.set(entryId, of);
    if (ref) of.refs.push(ref);
    else if (linked) of.lists[field] = [...(of.lists[field] ?? []), linked];
  }
  return links;
}

/** A title in the reader's language, or in the first that there is, said so. */
export function readIn(title: Translated, language: Language): { title: string; lang: Language | null } {
  const lang = [language, ...LANGUAGES].find((one) => title[one]) ?? language;
  return { title: title[lang] ?? "", lang: foreign(lang, language) };
}

const title = (language: Language) =>
  sql`folded(coalesce(${sql.join(
    [language, ...LANGUAGES].map((one) => sql`${entries.title} ->> ${`$.${one}`}`),
    sql`, `,
  )}))`;

/**
 * By the register's own field, and by the alphabet where that says nothing; what has none stands last. What has passed
 * stands the other way round: the latest first.
 */
function orderOf({ order }: Register, { past }: Filters, language: Language): SQL[] {
  const name = order.replace(/^-/, "");
  if (name === "title") return [title(language), asc(entries.id)];
  const value = sql`${entries.fields} ->> ${`$.${name}`}`;
  return [
    sql`${value} is null`,
    order.startsWith("-") !== Boolean(past?.over) ? desc(value) : asc(value),
    title(language),
    asc(entries.id),
  ];
}

function whereOf(register: Register, filters: Filters): SQL | undefined {
  const { q, network, action, year, past, removed } = filters;
  return and(
    eq(entries.register, register.name),
    removed ? isNotNull(entries.removedAt) : isNull(entries.removedAt),
    network ? inArray(entries.networkId, [...network.branch]) : undefined,
    action
      ? sql`${entries.id} in (select entry_id from ${entryLinks} join ${actions} on ${actions}.id = ${entryLinks}.action_id
          where ${actions}.ref = ${action})`
      : undefined,
    ...Object.entries(filters.choices).map(([field, chosen]) => chosenIn(register, field, chosen)),
    ...Object.entries(filters.named).map(
      ([field, { id }]) => sql`(${entries.networkId} = ${id} or ${entries.id} in (select entry_id from ${entryLinks}
        where ${entryLinks.networkId} = ${id} and ${entryLinks.field} = ${field}))`,
    ),
    past && !removed ? passed(past) : undefined,
    year ? sql`substr(${entries.fields} ->> ${`$.${year.field}`}, 1, 4) = ${String(year.year)}` : undefined,
    q ? saying(q, removed) : undefined,
  );
}

/** In which these words stand. The search's index leaves out what was taken off its list: that is read through. */
function saying(q: string, removed: boolean): SQL | undefined {
  const match = matchOf(q);
  if (!match) return sql`0`;
  if (removed) {
    const text = sql`folded(${entries.title} || ${entries.words})`;
    return and(...wordsIn(q).map((word) => sql`instr(${text}, ${word}) > 0`));
  }
  return sql`${entries.id} in (select thing from search_index where search_index match ${match} and kind = 'entry')`;
}

function chosenIn({ fields }: Register, field: string, chosen: string): SQL {
  const path = `$.${field}`;
  return fields[field]?.type === "choices"
    ? sql`exists (select 1 from json_each(${entries.fields}, ${path}) as one where one.value = ${chosen})`
    : sql`${entries.fields} ->> ${path} = ${chosen}`;
}

function passed({ by, today, over }: NonNullable<Filters["past"]>): SQL {
  const last = sql`coalesce(${sql.join(
    [...by.map((field) => sql`${entries.fields} ->> ${`$.${field}`}`), sql`''`],
    sql`, `,
  )})`;
  return over ? sql`${last} < ${today}` : sql`${last} >= ${today}`;
}

/** One entry with all that it says; undefined for an unknown one. 2 statements. */
export function findEntry(db: Database, register: Register, id: number) {
  const found = db
    .select({
      row: entries,
      network: { id: networks.id, kind: networks.kind, slug: networks.slug, names: networks.names },
    })
    .from(entries)
    .innerJoin(networks, eq(networks.id, entries.networkId))
    .where(and(eq(entries.id, id), eq(entries.register, register.name)))
    .get();
  if (!found) return undefined;
  const { refs, lists } = linksOf(db, [id]).get(id) ?? { refs: [], lists: {} };
  return { ...found, refs, values: { ...found.row.fields, ...lists } as Values };
}

export type FoundEntry = NonNullable<ReturnType<typeof findEntry>>;

/** The actions of these references as a page names them, in the order of the plan. 1 statement. */
export function actionsNamed(db: Database, refs: readonly string[], language: Language) {
  return db
    .select({ ref: actions.ref, board: actions.board, stage: actions.stage, ...titleIn(language) })
    .from(actions)
    .where(inArray(actions.ref, [...refs]))
    .orderBy(asc(actions.board), asc(actions.id))
    .all()
    .map(({ lang, ...action }) => ({ ...action, lang: foreign(lang, language) }));
}

/** Entries by their ids as links name them. 1 statement. */
export function entriesNamed(db: Database, ids: readonly number[], language: Language): NamedEntry[] {
  return db
    .select({ id: entries.id, register: entries.register, title: entries.title })
    .from(entries)
    .where(inArray(entries.id, [...ids]))
    .all()
    .map(({ title, ...entry }) => ({ ...entry, ...readIn(title, language) }));
}

export interface NamedEntry {
  id: number;
  register: RegisterName;
  title: string;
  lang: Language | null;
}

export interface NamedAction {
  ref: string;
  board: Board;
  stage: Stage;
  title: string;
  lang: Language | null;
}

/** What the boards' tools hold of an action: entries that are joined to it. 1 statement. */
export function entriesOfAction(db: Database, actionId: number, language: Language): NamedEntry[] {
  return db
    .selectDistinct({ id: entries.id, register: entries.register, title: entries.title })
    .from(entryLinks)
    .innerJoin(entries, eq(entries.id, entryLinks.entryId))
    .where(and(eq(entryLinks.actionId, actionId), isNull(entries.removedAt)))
    .orderBy(asc(entries.register), asc(entries.id))
    .all()
    .map(({ title, ...entry }) => ({ ...entry, ...readIn(title, language) }));
}

/** What leads to an entry from other registers, by a field of an entry or of a part of it. 1 statement. */
export function entriesLeadingTo(db: Database, id: number, language: Language): NamedEntry[] {
  const inParts = partsThatLink().map(
    ({ register, kind, field }) => sql`(${entries.register} = ${register} and exists (
      select 1 from ${entryParts}, json_each(${entryParts.fields}, ${`$.${field}`}) as named
      where ${entryParts.entryId} = ${entries.id} and ${entryParts.kind} = ${kind} and ${entryParts.removedAt} is null
      and named.value = ${id}))`,
  );
  const linked = sql`${entries.id} in (select entry_id from ${entryLinks} where other_id = ${id})`;
  return db
    .select({ id: entries.id, register: entries.register, title: entries.title })
    .from(entries)
    .where(and(or(linked, ...inParts), isNull(entries.removedAt)))
    .orderBy(asc(entries.register), asc(entries.id))
    .all()
    .map(({ title, ...entry }) => ({ ...entry, ...readIn(title, language) }));
}

/** The fields of parts by which they name entries of other registers. */
function partsThatLink() {
  return allRegisters().flatMap(({ name: register, parts }) =>
    Object.entries(parts).flatMap(([kind, { fields }]) =>
      Object.entries(fields).flatMap(([field, { type }]) => (type === "entries" ? [{ register, kind, field }] : [])),
    ),
  );
}
