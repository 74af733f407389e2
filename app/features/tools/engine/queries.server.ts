import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Language, Translated } from "~/domain.ts";
import { textShown } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { entries, entryLinks } from "~db/schema/tools.ts";
import type { Values } from "./field.ts";
import { type Filters, yearField } from "./filters.server.ts";
import { orderOf, whereOf } from "./list-query.server.ts";
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
      id,
      version,
      removedAt,
      title,
      fields,
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
      id: row.id,
      version: row.version,
      removed: row.removedAt !== null,
      refs,
      network: row.network,
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
      entryId: entryLinks.entryId,
      field: entryLinks.field,
      ref: actions.ref,
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
  const { text, lang } = textShown(title, language);
  return { title: text, lang };
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
