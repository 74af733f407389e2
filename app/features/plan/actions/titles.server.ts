import { type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import type { DetailsSql } from "~/features/core/details.server.ts";
import { actions, actionTexts } from "~db/schema/plan.ts";

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

/** SQL for what is told of an action wherever it is named. */
export const actionDetails: DetailsSql = (id, reader) => sql`(
  select json_object('ref', a.ref, 'board', a.board, 'stage', a.stage, 'source', a.source_language, 'title', t.title, 'lang', t.language)
  from ${actions} as a join ${actionTexts} as t on t.action_id = a.id
  where a.id = ${id} and t.language in (${reader}, a.source_language)
  order by t.language = ${reader} desc limit 1)`;
