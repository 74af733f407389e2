import { eq, type SQL, sql } from "drizzle-orm";
import { BOARDS, type Board, type Health, type Language, type Level, type Priority, type Stage } from "~/domain.ts";
import { overdueSql } from "~/features/plan/actions/due.server.ts";
import {
  committed,
  countsOf,
  progressOfAction,
  progressOfMany,
  type StageCounts,
  type StageTally,
} from "~/features/plan/actions/progress.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { type Quarter, quartersOverdue } from "~/lib/quarter.ts";
import { type Database, prepared } from "~db/connection.ts";
import { comments } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import { actions, checkIns, dependencies } from "~db/schema/plan.ts";
import { activeFilters, type BoardState, COLUMNS, FIRST_CARDS } from "./filters.ts";
import type { BoardScope } from "./scope.ts";
import { type BoardQuery, boardWhere } from "./where.server.ts";

/** What a card shows and moving it needs, and nothing else: a phone pays for each byte. */
export interface CardData {
  ref: string;
  version: number;
  title: string;
  /** The language of the title, where it is not the reader's. */
  lang: Language | null;
  priority: Priority;
  level: Level;
  /** The lead network's id. */
  lead: number;
  /** The person who is responsible, by name and by initials; absent for nobody. */
  responsible?: PersonWithInitials;
  due: string | null;
  /** Quarters late. */
  late: number;
  /** Whole percent; null while it stands aside. */
  progress: number | null;
  /** The newest check-in's, while the action is open. */
  health?: Health;
  /** The references of what it waits for, while both are open. */
  waitsFor?: string[];
  labels?: string[];
  /** How many comments others wrote in the last days (`NEWS_DAYS`). */
  comments?: number;
}

/** No last look of a person at a board is stored: comments of these days count as news. */
export const NEWS_DAYS = 7;

export interface PersonWithInitials {
  name: string;
  initials: string;
}

export interface ColumnData {
  stage: Stage;
  /** How many the stage holds under the filters, shown or not. */
  count: number;
  /** Of these, in whole percent; null where nothing is promised. */
  progress: number | null;
  cards: CardData[];
  folded: boolean;
}

export interface BoardSummary {
  counts: StageCounts;
  promised: number;
  /** Whole percent. */
  progress: number;
  late: number;
  dueNow: number;
}

/** A board's columns with their first cards. 2 statements, however many actions there are. */
export function boardColumns(db: Database, asked: BoardQuery): ColumnData[] {
  const { board, state, language } = asked;
  // Mostly a board is looked at whole: that question is prepared once for all.
  const whole = board !== "plan" && activeFilters(state) === 0 ? board : null;
  const where = boardWhere(asked);
  const tallies = whole ? wholeTally(db, whole) : tallyQuery(db, where).all();
  const counts = countsOf(tallies);
  const limits = Object.fromEntries(
    COLUMNS.map((stage) => [
      stage,
      counts[stage] > 0 && !isFolded(stage, state) ? Math.max(state.shown[stage] ?? 0, FIRST_CARDS) : 0,
    ]),
  ) as Limits;
  const values = { ...limits, reader: asked.viewer.id, since: +asked.at - NEWS_DAYS * 86_400_000 };
  const cards = whole
    ? wholeCards(db, language, { ...values, board: whole })
    : cardsQuery(db, where, language, board).all(values);
  return COLUMNS.map((stage) => ({
    stage,
    count: counts[stage],
    progress: stage === "dropped" || counts[stage] === 0 ? null : progressOfMany(tallies.filter(isOf(stage))),
    folded: isFolded(stage, asked.state),
    cards: cards.filter((row) => row.stage === stage).map((row) => cardOf(row, asked)),
  }));
}

export interface Summaries {
  boards: Record<Board, BoardSummary>;
  /** The whole plan's, in whole percent. */
  progress: number;
  plan: BoardSummary;
}

/** What a stage's progress asks of its rows. */
export const TALLY = {
  stage: actions.stage,
  count: sql<number>`count(*)`,
  measured: sql<number>`count(${actions.measured})`,
  sum: sql<number>`coalesce(sum(${actions.measured}), 0)`,
};

/** How every board stands: by stage, how many are late, how many due in the quarter. 1 statement, from an index alone. */
export const summaries = prepared((db) => {
  const now = sql.placeholder("now");
  const query = db
    .select({
      board: actions.board,
      ...TALLY,
      late: sql<number>`coalesce(sum(${overdueSql(now)}), 0)`,
      dueNow: sql<number>`sum(${actions.dueQuarter} = ${now})`,
    })
    .from(actions)
    .groupBy(actions.board, actions.stage)
    .prepare();
  return (quarter: Quarter): Summaries => {
    const rows = query.all({ now: quarter });
    return {
      boards: Object.fromEntries(
        BOARDS.map((board) => [board, summaryOf(rows.filter((row) => row.board === board))]),
      ) as Record<Board, BoardSummary>,
      progress: progressOfMany(rows),
      plan: summaryOf(rows),
    };
  };
});

function summaryOf(rows: (StageTally & { late: number | null; dueNow: number | null })[]): BoardSummary {
  const open = rows.filter((row) => isOpen(row.stage));
  const counts = countsOf(rows);
  return {
    counts,
    promised: committed(counts),
    progress: progressOfMany(rows),
    late: open.reduce((total, row) => total + (row.late ?? 0), 0),
    dueNow: open.reduce((total, row) => total + (row.dueNow ?? 0), 0),
  };
}

/** Due quarters that any action of the board or the plan has, in order: what the filter offers. 1 statement, from an index alone. */
export const dueQuarters = prepared((db) => {
  const all = db.selectDistinct({ due: actions.dueQuarter }).from(actions);
  const ofPlan = all.prepare();
  const ofBoard = all.where(eq(actions.board, sql.placeholder("board"))).prepare();
  return (board: BoardScope): string[] =>
    (board === "plan" ? ofPlan.all() : ofBoard.all({ board })).flatMap(({ due }) => due ?? []).sort();
});

function isFolded(stage: Stage, state: BoardState): boolean {
  return (stage === "on-hold" || stage === "dropped") && !state.open.includes(stage);
}

function tallyQuery(db: Database, where: SQL) {
  return db.select(TALLY).from(actions).where(where).groupBy(actions.stage).prepare();
}

const wholeTally = prepared((db) => {
  const query = tallyQuery(db, OF_BOARD);
  return (board: Board): StageTally[] => query.all({ board });
});

const OF_BOARD = eq(actions.board, sql.placeholder("board"));

const isOf = (stage: Stage) => (tally: StageTally) => tally.stage === stage;

interface CardRow {
  stage: Stage;
  ref: string;
  version: number;
  title: string;
  lang: Language;
  priority: Priority;
  level: Level;
  lead: number;
  responsible: string | null;
  due: string | null;
  measured: number | null;
  health: Health | null;
  waitsFor: string | null;
  labels: string;
  comments: number;
}

/** SQL for the health that the newest check-in of an action gives. */
const newestHealth = sql`(select c.health from ${checkIns} as c where c.action_id = ${actions.id} order by c.id desc limit 1)`;

/** SQL for the references of what an action still waits for, with spaces between them. */
const awaitedRefs = sql`(
  select group_concat(o.ref, ' ') from ${dependencies} as d join ${actions} as o on o.id = d.on_id
  where d.action_id = ${actions.id} and o.stage not in ('done', 'dropped'))`;

/** SQL for the number of comments on an action that somebody else than the reader wrote since an instant. */
const newComments = sql`(
  select count(*) from ${comments} as c
  where c.action_id = ${actions.id} and c.at > ${sql.placeholder("since")}
    and c.author_id <> ${sql.placeholder("reader")} and c.withdrawn_at is null)`;

/** SQL for the name of the person who is responsible for an action; null for nobody. */
export const responsibleName = sql<
  string | null
>`(select p.name from ${people} as p where p.id = ${actions.responsibleId})`;

/** A name with the first letters of its first and its last word. */
export function personWithInitials(name: string): PersonWithInitials {
  const words = name.trim().split(/\s+/);
  const initials = [...new Set([words[0], words.at(-1)])].map((word) => [...(word ?? "")][0] ?? "").join("");
  return { name, initials: initials.toUpperCase() };
}

/** How many cards each column shows. */
type Limits = Record<Stage, number>;

/**
 * One statement whose parts each walk the index of one column and stop at the last card that is shown. No index has the columns of
 * the whole plan in their order, by rank and then by age: there, which cards are shown is found before anything else of them is read.
 */
function cardsQuery(db: Database, where: SQL, language: Language, scope: BoardScope) {
  const { title, lang } = titleIn(language);
  const order = scope === "plan" ? sql`${actions.rank}, ${actions.id}` : sql`${actions.rank}`;
  const first = (stage: Stage) =>
    sql`${actions.stage} = ${stage} and ${where} order by ${order} limit ${sql.placeholder(stage)}`;
  const shown = (stage: Stage) =>
    scope === "plan"
      ? sql`${actions.id} in (select ${actions.id} from ${actions} where ${first(stage)}) order by ${order}`
      : first(stage);
  const columns = COLUMNS.map(
    (stage) => sql`select * from (
      select ${actions.stage} as stage, ${actions.ref} as ref, ${actions.version} as version, ${title} as title,
        ${lang} as lang, ${actions.priority} as priority, ${actions.level} as level, ${actions.leadId} as lead,
        ${responsibleName} as responsible,
        ${actions.dueQuarter} as due, ${actions.measured} as measured, ${newestHealth} as health,
        ${awaitedRefs} as waits_for, ${actions.labels} as labels, ${newComments} as comments
      from ${actions}
      where ${shown(stage)})`,
  );
  return db
    .select(CARD)
    .from(sql`(${sql.join(columns, sql` union all `)})`)
    .prepare();
}

const CARD = {
  stage: sql<Stage>`stage`,
  ref: sql<string>`ref`,
  version: sql<number>`version`,
  title: sql<string>`title`,
  lang: sql<Language>`lang`,
  priority: sql<Priority>`priority`,
  level: sql<Level>`level`,
  lead: sql<number>`lead`,
  responsible: sql<string | null>`responsible`,
  due: sql<string | null>`due`,
  measured: sql<number | null>`measured`,
  health: sql<Health | null>`health`,
  waitsFor: sql<string | null>`waits_for`,
  labels: sql<string>`labels`,
  comments: sql<number>`comments`,
};

const wholeCards = prepared((db) => {
  const queries = new Map<Language, ReturnType<typeof cardsQuery>>();
  return (language: Language, values: Limits & { board: Board; reader: string; since: number }): CardRow[] => {
    const query = queries.get(language) ?? cardsQuery(db, OF_BOARD, language, values.board);
    queries.set(language, query);
    return query.all(values);
  };
});

function cardOf(row: CardRow, { language, now }: BoardQuery): CardData {
  const { stage, lang, measured, responsible, health, waitsFor, labels, comments, ...always } = row;
  const open = isOpen(stage);
  return {
    ...always,
    ...(responsible && { responsible: personWithInitials(responsible) }),
    ...(open && health && { health }),
    ...(open && waitsFor && { waitsFor: waitsFor.split(" ") }),
    ...(labels !== "[]" && { labels: JSON.parse(labels) as string[] }),
    ...(comments > 0 && { comments }),
    lang: foreign(lang, language),
    late: quartersOverdue(row.due, open, now),
    progress: progressOfAction(stage, measured),
  };
}
