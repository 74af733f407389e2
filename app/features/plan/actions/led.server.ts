import { asc, count, eq, type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { titleIn } from "./titles.server.ts";

export const LED_A_PAGE = 40;

/** A page of what a network leads, by board and place in the plan. 2 statements. */
export function ledBy(db: Database, networkId: number, language: Language, page: number) {
  const where = eq(actions.leadId, networkId);
  const total = db.select({ n: count() }).from(actions).where(where).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / LED_A_PAGE));
  const at = Math.min(page, pages);
  const rows = db
    .select({
      ref: actions.ref,
      board: actions.board,
      stage: actions.stage,
      due: actions.dueQuarter,
      ...titleIn(language),
    })
    .from(actions)
    .where(where)
    .orderBy(
      sql`case ${actions.board} when 'lobbying' then 0 when 'learning' then 1 when 'financing' then 2 else 3 end`,
      asc(actions.id),
    )
    .limit(LED_A_PAGE)
    .offset((at - 1) * LED_A_PAGE)
    .all();
  return {
    total,
    page: at,
    pages,
    actions: rows.map(({ lang, ...row }) => ({ ...row, lang: foreign(lang, language) })),
  };
}

/** How many actions each network leads, by its id. 1 statement. */
export function ledCounts(db: Database): Map<number, number> {
  const rows = db.select({ id: actions.leadId, n: count() }).from(actions).groupBy(actions.leadId).all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** SQL for the ids of the actions that a network leads. */
export const idsLedBy = (networkId: number): SQL => sql`select id from ${actions} where lead_id = ${networkId}`;
