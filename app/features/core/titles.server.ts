import { type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { actions, actionTexts } from "~db/schema.ts";

/**
 * An action's title as a query's columns: in the reader's language, or in the one in which it was written; `lang` says
 * which. For queries that read from `actions`.
 */
export function titleIn(language: Language): { title: SQL<string>; lang: SQL<Language> } {
  // Drizzle leaves the table's name out of a column where a query has one table: here it must stand, next to t's.
  const best = (column: SQL) => sql`(
    select ${column} from ${actionTexts} as t
    where t.action_id = ${actions}.id and t.language in (${language}, ${actions}.source_language)
    order by t.language = ${language} desc limit 1)`;
  return { title: best(sql`t.title`) as SQL<string>, lang: best(sql`t.language`) as SQL<Language> };
}

/** The language to mark a title with: none when it is the reader's own. */
export function foreign(lang: Language, reader: Language): Language | null {
  return lang === reader ? null : lang;
}
