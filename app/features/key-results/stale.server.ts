import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { foreign, titleIn } from "~/features/actions/titles.server.ts";
import type { Network } from "~/features/networks/tree.ts";
import type { Viewer } from "~/features/policy.ts";
import { workSql } from "~/features/policy-sql.server.ts";
import { subDays } from "~/lib/utc-days.ts";
import type { Board, Health, Language, Stage } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema.ts";

/** After so many days without a check-in, an action is one of which nobody knows how it goes. */
export const STALE_DAYS = 30;

/** The stages in which something happens that there is to tell of. */
const IN_HAND: readonly Stage[] = ["under-way", "under-review"];

const A_PAGE = 25;

export interface StaleAction {
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

export interface StalePage {
  actions: StaleAction[];
  page: number;
  pages: number;
  total: number;
}

interface Asked {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

// Drizzle leaves the table's name out of a column where a query has one table: here it must stand, next to c's.
const newest = (column: SQL) =>
  sql`(select ${column} from check_ins as c where c.action_id = ${actions}.id order by c.id desc limit 1)`;

/** What is in hand and has had no check-in since before `at` less 30 days, having been there then. */
function stale(at: Date, board: Board | null): SQL | undefined {
  const since = +subDays(at, STALE_DAYS);
  return and(
    inArray(actions.stage, [...IN_HAND]),
    board ? eq(actions.board, board) : undefined,
    sql`coalesce(${newest(sql`c.at`)}, ${actions.createdAt}) < ${since}`,
  );
}

/** A page of what has had no check-in for 30 days: the viewer's own first, then whatever has waited longest. 2 statements. */
export function staleActions(db: Database, asked: Asked, board: Board | null, wanted: number): StalePage {
  const where = stale(asked.at, board);
  const total = db.select({ total: count() }).from(actions).where(where).get()?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / A_PAGE));
  const page = Math.min(wanted, pages);
  const checkedAt = newest(sql`c.at`) as SQL<number | null>;
  const mine = workSql(asked.viewer, asked.networks);
  const rows = db
    .select({
      ...{ ref: actions.ref, board: actions.board, stage: actions.stage, lead: actions.leadId },
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
    ...{ page, pages, total },
    actions: rows.map(({ lang, mine, ...row }) => ({ ...row, lang: foreign(lang, asked.language), mine: mine === 1 })),
  };
}

/** How many of the viewer's own actions have had no check-in for 30 days. 1 statement. */
export function staleCount(db: Database, asked: Asked): number {
  const where = and(stale(asked.at, null), workSql(asked.viewer, asked.networks));
  return db.select({ total: count() }).from(actions).where(where).get()?.total ?? 0;
}
