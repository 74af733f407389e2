import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Board, Health, Language, Stage } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { workSql } from "~/features/plan/policy-sql.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { DAY_MS } from "~/lib/days.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { STAGES_WITH_CHECK_INS, WITHOUT_CHECK_IN_DAYS } from "./without-check-in.ts";

const A_PAGE = 25;

export interface ActionWithoutCheckIn {
  ref: string;
  board: Board;
  title: string;
  lang: Language | null;
  stage: Stage;
  /** The lead network's id. */
  lead: number;
  /** The newest check-in; null when there has never been one. */
  checkedAt: number | null;
  health: Health | null;
  /** Whether the viewer may check in on it. */
  mine: boolean;
}

export interface WithoutCheckInPage {
  actions: ActionWithoutCheckIn[];
  page: number;
  pages: number;
  total: number;
}

interface WithoutCheckInContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

// Drizzle leaves the table's name out of a column where a query has one table: here it must stand, next to c's.
const newest = (column: SQL) =>
  sql`(select ${column} from check_ins as c where c.action_id = ${actions}.id order by c.id desc limit 1)`;

/** The day of an action's newest check-in; null where it never had one. */
export const checkedAtSql = newest(sql`c.at`) as SQL<number | null>;

/** In hand, and neither checked in on nor begun within the last `WITHOUT_CHECK_IN_DAYS` (without-check-in.ts). */
export function withoutCheckInSql(at: Date): SQL {
  const since = +at - WITHOUT_CHECK_IN_DAYS * DAY_MS;
  const inHand = sql`(${sql.join(
    STAGES_WITH_CHECK_INS.map((stage) => sql`${stage}`),
    sql`, `,
  )})`;
  return sql`(${inArray(actions.stage, [...STAGES_WITH_CHECK_INS])}
    and coalesce(${checkedAtSql}, 0) <= ${since} and ${actions}.created_at <= ${since}
    and not exists (select 1 from events as begun
      where begun.action_id = ${actions}.id and begun.at > ${since} and begun.kind in ('action.created', 'action.moved')
        and begun.after ->> '$.stage' in ${inHand} and coalesce(begun.before ->> '$.stage', '') not in ${inHand}))`;
}

/** What a list of actions without a check-in is narrowed to. */
export interface WithoutCheckInFilters {
  board: Board | null;
  /** Only what the viewer works on. */
  mine: boolean;
}

/** A page of the actions without a check-in: the viewer's own first, then whatever has waited longest. 2 statements. */
export function actionsWithoutCheckIn(
  db: Database,
  asked: WithoutCheckInContext,
  { board, mine: onlyMine }: WithoutCheckInFilters,
  wanted: number,
): WithoutCheckInPage {
  const where = and(
    withoutCheckInSql(asked.at),
    board ? eq(actions.board, board) : undefined,
    onlyMine ? workSql(asked.viewer, asked.networks) : undefined,
  );
  const total = db.select({ total: count() }).from(actions).where(where).get()?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / A_PAGE));
  const page = Math.min(wanted, pages);
  const checkedAt = checkedAtSql;
  const mine = workSql(asked.viewer, asked.networks);
  const rows = db
    .select({
      ref: actions.ref,
      board: actions.board,
      stage: actions.stage,
      lead: actions.leadId,
      ...titleIn(asked.language),
      checkedAt,
      health: newest(sql`c.health`) as SQL<Health | null>,
      mine,
    })
    .from(actions)
    .where(where)
    .orderBy(sql`${mine} desc`, sql`${checkedAt} is not null`, checkedAt, actions.dueQuarter, actions.id)
    .limit(A_PAGE)
    .offset((page - 1) * A_PAGE)
    .all();
  return {
    page,
    pages,
    total,
    actions: rows.map(({ lang, mine, ...row }) => ({ ...row, lang: foreign(lang, asked.language), mine: mine === 1 })),
  };
}

/** How many of the viewer’s own actions are without a check-in. 1 statement. */
export function countWithoutCheckIn(db: Database, asked: WithoutCheckInContext): number {
  const where = and(withoutCheckInSql(asked.at), workSql(asked.viewer, asked.networks));
  return db.select({ total: count() }).from(actions).where(where).get()?.total ?? 0;
}
