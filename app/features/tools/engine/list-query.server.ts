import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { LANGUAGES, type Language } from "~/domain.ts";
import { matchOf, termsIn } from "~/features/core/search/terms.ts";
import { actions } from "~db/schema/plan.ts";
import { entries, entryLinks } from "~db/schema/tools.ts";
import type { Filters } from "./filters.server.ts";
import type { Register } from "./register.ts";

/* Which entries of a register the filters leave, and in which order: the parts of a query, over entries joined to their networks. */

const title = (language: Language) =>
  sql`folded(coalesce(${sql.join(
    [language, ...LANGUAGES].map((one) => sql`${entries.title} ->> ${`$.${one}`}`),
    sql`, `,
  )}))`;

/**
 * By the register's own field, and by the alphabet where that says nothing; what has none stands last. What has passed
 * stands the other way round: the latest first.
 */
export function orderOf({ order }: Register, { past }: Filters, language: Language): SQL[] {
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

export function whereOf(register: Register, filters: Filters): SQL | undefined {
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
    const text = sql`folded(${entries.title} || ${entries.searchText})`;
    return and(...termsIn(q).map((word) => sql`instr(${text}, ${word}) > 0`));
  }
  return sql`${entries.id} in (
    select s.subject_id from search_terms join search_index as s on s.id = search_terms.rowid
    where search_terms match ${match} and s.kind = 'entry')`;
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
