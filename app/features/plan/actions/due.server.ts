import { and, count, eq, inArray, lt, lte, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { type Quarter, quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { OPEN_STAGES } from "./stage.ts";

/*
 * What is late and what is due (docs/progress.md): open actions alone, by the quarter that has begun in UTC. In code the rule
 * is `quartersOverdue` (app/lib/quarter.ts); tests/integration/plan/rules.test.ts compares the two.
 */

/** `late`: the due quarter has passed; `now`: it is this quarter; `both`: either. */
export const DUE_SHOWN = ["both", "late", "now"] as const;
export type DueShown = (typeof DUE_SHOWN)[number];

export function dueSql(shown: DueShown, now: Quarter): SQL | undefined {
  const due = { both: lte, late: lt, now: eq }[shown];
  return and(inArray(actions.stage, OPEN_STAGES), due(actions.dueQuarter, now));
}

/** SQL for whether an action is late: `dueSql` for what a query counts or puts in order. */
export function overdueSql(now: Quarter | Placeholder): SQL {
  return sql`(${inArray(actions.stage, OPEN_STAGES)} and ${actions.dueQuarter} < ${now})`;
}

/** SQL for by how many quarters an action is late, as `quartersOverdue` says it. */
export function quartersOverdueSql(now: Quarter): SQL {
  const number = (quarter: SQL) =>
    sql`(cast(substr(${quarter}, 1, 4) as integer) * 4 + cast(substr(${quarter}, 7) as integer))`;
  return sql`(case when ${overdueSql(now)} then ${number(sql`${now}`)} - ${number(sql`${actions.dueQuarter}`)} else 0 end)`;
}

export interface Due {
  ref: string;
  board: Board;
  title: string;
  lang: Language | null;
  due: string;
  /** Quarters late; 0 for what is due in this quarter. */
  late: number;
}

interface DueQuery {
  language: Language;
  now: Quarter;
  shown: DueShown;
  board: Board | null;
}

/** Actions that are late or due in this quarter, the latest first, and how many there are. 2 statements. */
export function dueActions(
  db: Database,
  { language, now, shown, board }: DueQuery,
  { limit, offset }: { limit: number; offset: number },
): { total: number; rows: Due[] } {
  const where = and(dueSql(shown, now), board ? eq(actions.board, board) : undefined);
  const total = db.select({ n: count() }).from(actions).where(where).get()?.n ?? 0;
  const rows = db
    .select({ ref: actions.ref, board: actions.board, ...titleIn(language), due: actions.dueQuarter })
    .from(actions)
    .where(where)
    .orderBy(actions.dueQuarter, actions.board, actions.rank)
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ lang, due, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      due: due ?? now,
      late: quartersOverdue(due, true, now),
    }));
  return { total, rows };
}
