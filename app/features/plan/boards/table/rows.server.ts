import { inArray, type SQL, sql } from "drizzle-orm";
import { ACTION_KINDS, type ActionKind, type Language, LEVELS, PRIORITIES, STAGES, type Stage } from "~/domain.ts";
import { overdueSql, quartersOverdueSql } from "~/features/plan/actions/due.server.ts";
import { progressOfAction } from "~/features/plan/actions/progress.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { type CardData, personWithInitials, responsibleName, TALLY } from "../queries.server.ts";
import { type BoardQuery, boardWhere } from "../where.server.ts";
import type { GroupName, SortName, TableState } from "./table-state.ts";
import { type Counted, type GroupTotals, type Totals, totalsOf } from "./totals.ts";

export const ROWS_A_PAGE = 50;
/** The most that a page has when all rows are asked for. */
export const MOST_ROWS = 2_000;

const rowsAPage = ({ whole }: TableState) => (whole ? MOST_ROWS : ROWS_A_PAGE);

export interface TableRow extends CardData {
  stage: Stage;
  kind: ActionKind | null;
  responsibleId: string | null;
  /** Absent for none. */
  labels?: string[];
  start: string | null;
  updated: number;
  /** What its group has in common; null where the table has no groups, or the action nothing to be grouped by. */
  group: Counted["group"];
}

export interface TableData {
  rows: TableRow[];
  page: number;
  pages: number;
  /** Over all pages. */
  groups: GroupTotals[];
  all: Totals;
}

/**
 * A page of a board's actions under its filters, with the totals over all of them. 2 statements, however many there are;
 * 3 when ordered by progress, which only progress.ts knows how to count.
 */
export function boardTable(db: Database, asked: BoardQuery, state: TableState): TableData {
  const where = boardWhere(asked);
  const { groups, all } = totalsOf(counted(db, where, asked, state.group));
  const pages = Math.max(1, Math.ceil(all.count / rowsAPage(state)));
  const page = Math.min(state.page, pages);
  const rows = readRows(db, where, asked, { ...state, page });
  return { rows, page, pages, groups: state.group ? groups : [], all };
}

/** The counts by group and stage, groups in their order. 1 statement. */
function counted(
  db: Database,
  where: SQL | undefined,
  { now, language }: BoardQuery,
  group: GroupName | null,
): Counted[] {
  const key = groupKey(group);
  return db
    .select({
      group: sql<Counted["group"]>`${key}`,
      ...TALLY,
      past: sql<number>`coalesce(sum(${overdueSql(now)}), 0)`,
    })
    .from(actions)
    .where(where)
    .groupBy(sql`1`, actions.stage)
    .orderBy(...groupOrder(group, language))
    .all();
}

function readRows(db: Database, where: SQL | undefined, asked: BoardQuery, state: TableState): TableRow[] {
  const { language, now } = asked;
  const { title, lang } = titleIn(language);
  const most = rowsAPage(state);
  const offset = (state.page - 1) * most;
  const byProgress = state.sort?.by === "progress" ? idsByProgress(db, where, asked, state) : null;
  const ids = byProgress?.slice(offset, offset + most);
  const query = db
    .select({
      id: actions.id,
      ref: actions.ref,
      version: actions.version,
      title,
      lang,
      stage: actions.stage,
      priority: actions.priority,
      kind: actions.actionKind,
      level: actions.level,
      lead: actions.leadId,
      responsible: responsibleName,
      responsibleId: actions.responsibleId,
      labels: actions.labels,
      start: actions.startQuarter,
      due: actions.dueQuarter,
      updated: actions.updatedAt,
      measured: actions.measured,
      group: sql<Counted["group"]>`${groupKey(state.group)}`,
    })
    .from(actions);
  const rows = ids
    ? query
        .where(inArray(actions.id, ids))
        .all()
        .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    : query
        .where(where)
        .orderBy(...groupOrder(state.group, language), ...orderOf(state, asked))
        .limit(most)
        .offset(offset)
        .all();
  return rows.map(({ id: _, lang: written, updated, measured, responsible, labels, ...row }) => ({
    ...row,
    ...(responsible && { responsible: personWithInitials(responsible) }),
    ...(labels.length > 0 && { labels }),
    lang: foreign(written, language),
    late: quartersOverdue(row.due, isOpen(row.stage), now),
    progress: progressOfAction(row.stage, measured),
    updated: +updated,
  }));
}

/** The ids of all actions under the filters, in the table's order. 1 statement. */
export function idsInOrder(db: Database, asked: BoardQuery, state: TableState): number[] {
  const where = boardWhere(asked);
  if (state.sort?.by === "progress") return idsByProgress(db, where, asked, state);
  return db
    .select({ id: actions.id })
    .from(actions)
    .where(where)
    .orderBy(...groupOrder(state.group, asked.language), ...orderOf(state, asked))
    .all()
    .map(({ id }) => id);
}

/** Progress is computed in one place and in no SQL: of all rows the ids are put in its order, group by group. 1 statement. */
function idsByProgress(
  db: Database,
  where: SQL | undefined,
  { language }: BoardQuery,
  { group, sort }: TableState,
): number[] {
  const rows = db
    .select({
      id: actions.id,
      stage: actions.stage,
      measured: actions.measured,
      group: sql<Counted["group"]>`${groupKey(group)}`,
    })
    .from(actions)
    .where(where)
    .orderBy(...groupOrder(group, language), ...REF_ORDER)
    .all();
  const groups = new Map([...new Set(rows.map((row) => row.group))].map((one, index) => [one, index]));
  const place = (one: Counted["group"]) => groups.get(one) ?? 0;
  // What stands aside has no progress, and comes last in either order.
  const along = ({ stage, measured }: { stage: Stage; measured: number | null }) =>
    progressOfAction(stage, measured) ?? (sort?.descending ? -1 : 101);
  const sign = sort?.descending ? -1 : 1;
  return rows.sort((a, b) => place(a.group) - place(b.group) || sign * (along(a) - along(b))).map(({ id }) => id);
}

function groupKey(group: GroupName | null): SQL {
  switch (group) {
    case "stage":
      return sql`${actions.stage}`;
    case "lead":
      return sql`${actions.leadId}`;
    case "priority":
      return sql`${actions.priority}`;
    case "quarter":
      return sql`${actions.dueQuarter}`;
    default:
      return sql`null`;
  }
}

function groupOrder(group: GroupName | null, language: Language): SQL[] {
  if (group === null) return [];
  if (group === "quarter") return [sql`${actions.dueQuarter} nulls last`];
  return [
    group === "lead" ? leadName(language) : inOrder(group === "stage" ? actions.stage : actions.priority, WORDS[group]),
  ];
}

const WORDS = { stage: STAGES, priority: PRIORITIES };

/** The rows' order; the reference decides between equals, so that no row is on two pages. */
function orderOf({ sort }: TableState, { language, now }: BoardQuery): SQL[] {
  if (sort === null) return [inOrder(actions.stage, STAGES), sql`${actions.rank}`, sql`${actions.id}`];
  const keys =
    sort.by === "ref" ? REF_ORDER : [KEYS[sort.by as Exclude<SortName, "ref" | "progress">]({ language, now })];
  return [...keys.map((key) => (sort.descending ? sql`${key} desc nulls last` : sql`${key} nulls last`)), ...REF_ORDER];
}

const REF_ORDER = [sql`substr(${actions.ref}, 1, 3)`, sql`cast(substr(${actions.ref}, 5) as integer)`];

const KEYS: Record<Exclude<SortName, "ref" | "progress">, (asked: Pick<BoardQuery, "language" | "now">) => SQL> = {
  title: ({ language }) => sql`folded(${titleIn(language).title})`,
  stage: () => inOrder(actions.stage, STAGES),
  priority: () => inOrder(actions.priority, PRIORITIES),
  kind: () => inOrder(actions.actionKind, ACTION_KINDS),
  level: () => inOrder(actions.level, LEVELS),
  lead: ({ language }) => leadName(language),
  responsible: () => sql`case when ${actions.responsibleId} is not null then folded(${responsibleName}) end`,
  labels: () => sql`(select folded(l.value) from json_each(${actions.labels}) as l limit 1)`,
  start: () => sql`${actions.startQuarter}`,
  due: () => sql`${actions.dueQuarter}`,
  late: ({ now }) => quartersOverdueSql(now),
  updated: () => sql`${actions.updatedAt}`,
};

function leadName(language: Language): SQL {
  return sql`(select folded(n.names ->> ${`$.${language}`}) from ${networks} as n where n.id = ${actions.leadId})`;
}

/** A word's place in its closed list: null for none. */
function inOrder(column: { getSQL(): SQL }, words: readonly string[]): SQL {
  const places = words.map((word, place) => sql`when ${word} then ${sql.raw(String(place))}`);
  return sql`(case ${column} ${sql.join(places, sql` `)} end)`;
}
