import { type SQL, sql } from "drizzle-orm";
import { type Language, LEVELS, type Level, type Priority, type Stage } from "~/domain.ts";
import { inTreeOrder } from "~/features/core/network-tree.ts";
import { progressOfAction } from "~/features/plan/actions/progress.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { type BoardQuery, boardWhere } from "~/features/plan/boards/where.server.ts";
import { type Milestone as MilestoneOfAction, milestonesOf } from "~/features/plan/milestones/queries.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { quarterAfter, quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import type { Grouping, TimelineQuery } from "./query.ts";
import { rangeShown, type VisibleRange } from "./visible-range.ts";

export type Milestone = Pick<MilestoneOfAction, "name" | "lang" | "day" | "state">;

/** What a row of the timeline shows, and planning it anew needs. */
export interface Row {
  ref: string;
  version: number;
  title: string;
  lang: Language | null;
  stage: Stage;
  priority: Priority;
  level: Level;
  /** The lead network's id. */
  lead: number;
  start: string | null;
  due: string | null;
  late: number;
  /** Whole percent; null while it stands aside. */
  progress: number | null;
  milestones: Milestone[];
}

export interface Group {
  /** A level, or a lead network's id; null for what nobody has agreed a quarter on yet. */
  key: Level | number | null;
  /** How many it holds under the filters, on this page or not. */
  count: number;
  rows: Row[];
}

export interface Timeline {
  window: VisibleRange;
  /** The visit's day, in milliseconds: today's line. */
  today: number;
  group: Grouping;
  page: number;
  pages: number;
  groups: Group[];
}

export const ROWS_A_PAGE = 40;

/**
 * A page of a board as a timeline: every action that the filters leave, gathered by lead network or level, those that the
 * window shows first, and at the end those without any quarter. 3 statements, however many actions there are.
 */
export function timelineOf(
  db: Database,
  asked: BoardQuery & { at: Date },
  { from, group, page }: TimelineQuery,
): Timeline {
  const where = boardWhere(asked);
  const by = groupingBy(group, asked);
  const counts = countsByGroup(db, by, where);
  const window = rangeShown(from, asked.now, {
    start: counts.flatMap(({ first }) => first ?? []).sort()[0] ?? null,
    due:
      counts
        .flatMap(({ last }) => last ?? [])
        .sort()
        .at(-1) ?? null,
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE));
  const shown = Math.min(page, pages);
  const rows = total > 0 ? rowsOf(db, asked, { where, by, window, page: shown }) : [];
  return {
    window,
    group,
    pages,
    page: shown,
    today: +asked.at,
    groups: counts
      .map(({ key, count }) => ({ key, count, rows: rows.filter((row) => row.key === key).map(({ row }) => row) }))
      .filter((one) => one.rows.length > 0),
  };
}

interface By {
  /** The group of a row of `actions`; null for what has no quarter at all. */
  key: SQL<Level | number | null>;
  /** Sorts the groups as people read them. */
  order: SQL;
}

const unplanned = sql`${actions.startQuarter} is null and ${actions.dueQuarter} is null`;

function groupingBy(group: Grouping, { networks, language }: BoardQuery): By {
  const column = group === "level" ? actions.level : actions.leadId;
  const inOrder = group === "level" ? [...LEVELS].reverse() : inTreeOrder(networks, language).map(({ id }) => id);
  return {
    key: sql`case when ${unplanned} then null else ${column} end`,
    // Where each stands in the list of all: one parameter, however many networks there are.
    order: sql`${unplanned}, instr(${`,${inOrder.join(",")},`}, ',' || ${column} || ',')`,
  };
}

interface Count {
  key: Level | number | null;
  count: number;
  first: string | null;
  last: string | null;
}

function countsByGroup(db: Database, { key, order }: By, where: SQL | undefined): Count[] {
  const { startQuarter: start, dueQuarter: due } = actions;
  return db.all<Count>(sql`
    select ${key} as key, count(*) as count, min(coalesce(${start}, ${due})) as first, max(coalesce(${due}, ${start})) as last
    from ${actions} where ${where} group by 1 order by ${order}`);
}

interface Found extends Omit<Row, "lang" | "late" | "progress" | "milestones"> {
  id: number;
  key: Level | number | null;
  lang: Language;
  measured: number | null;
}

function rowsOf(
  db: Database,
  { language, now }: BoardQuery,
  { where, by, window, page }: { where: SQL | undefined; by: By; window: VisibleRange; page: number },
): { key: Count["key"]; row: Row }[] {
  const { title, lang } = titleIn(language);
  const { startQuarter: start, dueQuarter: due } = actions;
  const from = window.from;
  const to = quarterAfter(from, window.count - 1);
  const outside = sql`coalesce(${due}, ${start}) < ${from} or coalesce(${start}, ${due}) > ${to}`;
  const found = db.all<Found>(sql`
    select ${actions.id} as id, ${by.key} as key, ${actions.ref} as ref, ${actions.version} as version, ${title} as title,
      ${lang} as lang, ${actions.stage} as stage, ${actions.priority} as priority, ${actions.level} as level,
      ${actions.leadId} as lead, ${start} as start, ${due} as due,
      ${actions.measured} as measured
    from ${actions} where ${where}
    order by ${by.order}, ${outside}, coalesce(${start}, ${due}), coalesce(${due}, ${start}), ${actions.id}
    limit ${ROWS_A_PAGE} offset ${(page - 1) * ROWS_A_PAGE}`);
  const dated = milestonesOf(
    db,
    found.map(({ id }) => id),
    language,
  );
  return found.map(({ id, key, lang, measured, ...row }) => ({
    key,
    row: {
      ...row,
      lang: foreign(lang, language),
      late: quartersOverdue(row.due, isOpen(row.stage), now),
      progress: progressOfAction(row.stage, measured),
      milestones: dated
        .filter(({ actionId }) => actionId === id)
        .map(({ name, lang, day, state }) => ({ name, lang, day, state })),
    },
  }));
}
