import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Board, Language, RegisterName, Stage } from "~/domain.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { entries, entryLinks, entryParts } from "~db/schema/tools.ts";
import { allRegisters } from "./all.ts";
import { readIn } from "./queries.server.ts";

/* What entries are joined to, and what is joined to them, as pages name it. */

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
