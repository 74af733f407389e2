import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Board, Language, Stage, SuggestionState } from "~/domain.ts";
import { workSql } from "~/features/core/policy-sql.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import { foreign, titleIn } from "~/features/core/titles.server.ts";
import { type WaitingFor, waitingFor } from "~/features/home/overview/overview.server.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { checkedAtSql, staleSql } from "~/features/plan/key-results/stale.server.ts";
import { owedSql } from "~/features/suggestions/inbox.server.ts";
import { lastDayOf, type Quarter, quarterOf, quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import {
  actions,
  decisions,
  follows,
  networks,
  reviews,
  seats,
  stands,
  subsidiarityLinks,
  suggestions,
} from "~db/schema.ts";
import { answeringAs, followSql, leadSql, type Mine, open, ownSql, responsibleSql } from "./mine.server.ts";
import { OWED, type Part } from "./parts.ts";

export interface MyContext extends Mine {
  language: Language;
  at: Date;
}

/** A line of any of the lists: something with a title, a place and a day. */
export interface MyItem {
  key: string;
  to: string;
  ref: string;
  board: Board | null;
  title: string;
  lang: Language | null;
}

/** So much of a list, and how much there is. */
export interface Some<T extends MyItem> {
  total: number;
  rows: T[];
}

/** A list as it is cut: its first lines, or a page of it alone. */
export interface Cut {
  limit: number;
  offset: number;
}

const total = sql<number>`count(*) over ()`;

function some<R extends { total: number }, T extends MyItem>(rows: R[], line: (row: R) => T): Some<T> {
  return { total: rows[0]?.total ?? 0, rows: rows.map(line) };
}

const named = (language: Language) => ({ ref: actions.ref, board: actions.board, ...titleIn(language) });

function lineOf(row: { ref: string; board: Board; title: string; lang: Language }, language: Language): MyItem {
  const { ref, board, title, lang } = row;
  return { key: ref, to: `/actions/${ref}`, ref, board, title, lang: foreign(lang, language) };
}

export interface Led extends MyItem {
  stage: Stage;
  due: string | null;
  late: number;
}

/** Open actions that they are responsible for, the earliest due first. 1 statement. */
export function responsibleFor(db: Database, asked: MyContext, cut: Cut): Some<Led> {
  return actionsWhere(db, and(open, responsibleSql(asked)), asked, cut);
}

/** Open actions that the viewer's part of the network leads, the earliest due first. 1 statement. */
export function led(db: Database, asked: MyContext, cut: Cut): Some<Led> {
  return actionsWhere(db, and(open, leadSql(asked)), asked, cut);
}

/** Actions that they follow, whatever their stage. 1 statement. */
export function followed(db: Database, asked: MyContext, cut: Cut): Some<Led> {
  return actionsWhere(db, followSql(asked), asked, cut);
}

function actionsWhere(db: Database, where: SQL | undefined, { language, at }: MyContext, cut: Cut): Some<Led> {
  const now = quarterOf(at);
  const rows = db
    .select({ ...named(language), stage: actions.stage, due: actions.dueQuarter, total })
    .from(actions)
    .where(where)
    .orderBy(sql`not ${open}`, sql`${actions.dueQuarter} is null`, actions.dueQuarter, actions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return some(rows, (row) => ({
    ...lineOf(row, language),
    stage: row.stage,
    due: row.due,
    late: quartersOverdue(row.due, isOpen(row.stage), now),
  }));
}

export interface Heard extends MyItem {
  state: SuggestionState | null;
}

/** Suggestions and boards that they follow, the newest first. 1 statement. */
export function followedElse(db: Database, { viewer, language }: MyContext, cut: Cut): Some<Heard> {
  const rows = db
    .select({ ...suggested, thing: follows.thing, state: suggestions.state, total })
    .from(follows)
    .leftJoin(suggestions, sql`${follows.thing} = 'suggestion:' || ${suggestions.id}`)
    .where(
      and(eq(follows.personId, viewer.id), sql`(${follows.thing} like 'board:%' or ${suggestions.id} is not null)`),
    )
    .orderBy(sql`${follows.thing} like 'board:%' desc`, sql`${follows.id} desc`)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return some(rows, ({ thing, state, id, title, board, lang }) => {
    const whole = thing.startsWith("board:") ? (thing.slice("board:".length) as Board) : null;
    return {
      key: thing,
      ref: id ? suggestionName(id) : "",
      board: whole ?? board,
      title: title ?? "",
      state,
      to: whole ? `/boards/${whole}` : `/suggestions/${id}`,
      lang: lang && foreign(lang, language),
    };
  });
}

const suggested = {
  id: suggestions.id,
  title: suggestions.title,
  board: suggestions.board,
  lang: suggestions.language,
};

export interface Owed extends MyItem {
  /** Until when it was promised, or since when nothing was heard. */
  day: number | null;
}

/** The answers that they owe (suggestions/inbox.server.ts), the earliest promised first. 1 statement. */
export function owedAnswers(db: Database, { viewer, language, at }: MyContext, cut: Cut): Some<Owed> {
  const rows = db
    .select({ ...suggested, promisedBy: suggestions.promisedBy, total })
    .from(suggestions)
    .where(owedSql(viewer, at))
    .orderBy(suggestions.promisedBy, suggestions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return some(rows, ({ id, title, board, lang, promisedBy }) => ({
    key: suggestionName(id),
    to: `/suggestions/${id}`,
    ref: suggestionName(id),
    board,
    title,
    lang: foreign(lang, language),
    day: +promisedBy,
  }));
}

/** Stale actions (key-results/stale.server.ts) that they work on, the longest silent first. 1 statement. */
export function owedCheckIns(db: Database, asked: MyContext, cut: Cut): Some<Owed> {
  const rows = db
    .select({ ...named(asked.language), day: checkedAtSql, total })
    .from(actions)
    .where(and(staleSql(asked.at), workSql(asked.viewer, asked.networks)))
    .orderBy(checkedAtSql, actions.dueQuarter, actions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return some(rows, (row) => ({ ...lineOf(row, asked.language), day: row.day }));
}

export interface OwedDecision extends MyItem {
  /** Whether it waits for what their seat says, else to be carried out. */
  toStand: boolean;
  /** By when it is to be carried out, `2026-11-24`. */
  dueOn: string | null;
}

/** What waits for what their seat says, and what they or their network are to carry out, the earliest due first. 1 statement. */
export function owedDecisions(db: Database, { viewer, language }: MyContext, cut: Cut): Some<OwedDecision> {
  const toStand = sql<number>`(${decisions.state} = 'proposed' and ${reviews.state} = 'open')`;
  const silent = sql`exists (select 1 from ${seats} as s where s.person_id = ${viewer.id} and not exists (
    select 1 from ${stands} as t where t.decision_id = ${decisions}.id and t.seat_id = s.id))`;
  // As mailed: whom it names, or else the people of the network that it names.
  const mine = sql`case when ${decisions.doerId} is not null then ${decisions.doerId} = ${viewer.id}
    else ${decisions.doerNetworkId} = ${viewer.networkId} end`;
  const toDo = and(eq(decisions.state, "adopted"), isNull(decisions.doneAt), mine);
  const rows = db
    .select({
      id: decisions.id,
      text: decisions.text,
      lang: decisions.language,
      dueOn: decisions.dueOn,
      toStand,
      total,
    })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(viewer.role === "observer" ? sql`false` : or(and(toStand, silent), toDo))
    .orderBy(sql`${toStand} desc`, sql`${decisions.dueOn} is null`, decisions.dueOn, decisions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return some(rows, ({ id, text, lang, dueOn, toStand: stand }) => ({
    key: `decision ${id}`,
    to: `/decisions/${id}`,
    ref: "",
    board: null,
    title: text,
    lang: foreign(lang, language),
    dueOn,
    toStand: Boolean(stand),
  }));
}

export interface ToAnswerAs extends MyItem {
  network: string;
}

/** Actions that strengthen a network of theirs and still wait for its answer, the oldest first. 1 statement. */
export function owedToLinks(db: Database, asked: MyContext, cut: Cut): Some<ToAnswerAs> {
  const rows = db
    .select({ ...named(asked.language), id: subsidiarityLinks.id, names: networks.names, total })
    .from(subsidiarityLinks)
    .innerJoin(actions, eq(actions.id, subsidiarityLinks.actionId))
    .innerJoin(networks, eq(networks.id, subsidiarityLinks.networkId))
    .where(and(isNull(subsidiarityLinks.answer), inArray(subsidiarityLinks.networkId, answeringAs(asked))))
    .orderBy(subsidiarityLinks.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return some(rows, (row) => ({
    ...lineOf(row, asked.language),
    key: String(row.id),
    network: row.names[asked.language],
  }));
}

export interface ToMove extends MyItem {
  reason: WaitingFor;
  late: number;
}

/** Actions that wait for them to move them on or to plan them, the most pressing first. 1 statement. */
export function owedActions(db: Database, { viewer, networks, language, at }: MyContext, cut: Cut): Some<ToMove> {
  const { total, rows } = waitingFor(db, viewer, networks, language, quarterOf(at), cut);
  return { total, rows: rows.map((row) => ({ ...row, key: row.ref, to: `/actions/${row.ref}` })) };
}

export interface Dated extends MyItem {
  /** A day, written `2026-12-31`: the last of a due quarter, or a milestone's. */
  day: string;
  /** The due quarter; null for a milestone. */
  quarter: Quarter | null;
  milestone: string | null;
}

/** Due quarters and milestones ahead of what they lead or follow, in their order. 1 statement. */
export function datesAhead(db: Database, asked: MyContext, cut: Cut): Some<Dated> {
  return datesFrom(db, asked, cut, asked.at);
}

/** As `datesAhead`, from any day on. */
export function datesFrom(db: Database, asked: MyContext, cut: Cut, from: Date): Some<Dated> {
  const { language } = asked;
  const { title, lang } = titleIn(language);
  const [mine, today] = [and(open, ownSql(asked)), from.toISOString().slice(0, 10)];
  // `2026-Q4` and `2026-10-17` do not sort together: a quarter stands on its last day.
  const lastDay = sql`substr(due_quarter, 1, 4) || case substr(due_quarter, 7) when '1' then '-03-31' when '2' then '-06-30' when '3' then '-09-30' else '-12-31' end`;
  const rows = db.all<Omit<Dated, "key" | "to" | "milestone" | "lang"> & Row>(sql`
    select *, count(*) over () as total from (
      select 0 as id, ${actions.ref} as ref, ${actions.board} as board, ${title} as title, ${lang} as lang,
        ${lastDay} as day, ${actions.dueQuarter} as quarter, null as names
      from ${actions} where ${mine} and ${actions.dueQuarter} >= ${quarterOf(from)}
      union all
      select m.id, ${actions.ref}, ${actions.board}, ${title}, ${lang}, m.day, null, m.name
      from milestones as m join ${actions} on ${actions.id} = m.action_id
      where ${mine} and m.state = 'ahead' and m.day >= ${today})
    order by day, ref, id limit ${cut.limit} offset ${cut.offset}`);
  return some(rows, ({ id, names, day, quarter, ...row }) => ({
    ...lineOf(row as never, language),
    key: id ? `milestone ${id}` : row.ref,
    day: quarter ? lastDayOf(quarter) : day,
    quarter,
    milestone: names ? inLanguage(JSON.parse(names), language) : null,
  }));
}

interface Row {
  id: number;
  lang: Language;
  names: string | null;
  total: number;
}

/** In the reader's language, or in the one in which it was given. */
const inLanguage = (text: Partial<Record<Language, string>>, language: Language): string =>
  text[language] || Object.values(text).find(Boolean) || "";

const READ: Record<Part, (db: Database, asked: MyContext, cut: Cut) => Some<MyItem>> = {
  responsible: responsibleFor,
  led,
  followed,
  else: followedElse,
  decisions: owedDecisions,
  answers: owedAnswers,
  "check-ins": owedCheckIns,
  links: owedToLinks,
  actions: owedActions,
  dates: datesAhead,
};

const FIRST = 6;
export const LINES_A_PAGE = 25;

/** How long each list of what waits for somebody is. 5 statements. */
export function owedFigures(db: Database, asked: MyContext): Record<(typeof OWED)[number], number> {
  const length = (part: Part) => READ[part](db, asked, { limit: 1, offset: 0 }).total;
  return Object.fromEntries(OWED.map((part) => [part, length(part)])) as ReturnType<typeof owedFigures>;
}

/** The beginning of each list. 10 statements. */
export function myLists(db: Database, asked: MyContext) {
  const cut = { limit: FIRST, offset: 0 };
  return {
    responsible: responsibleFor(db, asked, cut),
    led: led(db, asked, cut),
    followed: followed(db, asked, cut),
    else: followedElse(db, asked, cut),
    decisions: owedDecisions(db, asked, cut),
    answers: owedAnswers(db, asked, cut),
    "check-ins": owedCheckIns(db, asked, cut),
    links: owedToLinks(db, asked, cut),
    actions: owedActions(db, asked, cut),
    dates: datesAhead(db, asked, cut),
  };
}

export type MyLists = ReturnType<typeof myLists>;

/** A page of one list. 1 statement, and 1 more where the page asked for lies behind the end. */
export function myList(db: Database, asked: MyContext, part: Part, page: number) {
  const at = (number: number) => READ[part](db, asked, { limit: LINES_A_PAGE, offset: (number - 1) * LINES_A_PAGE });
  const found = at(page);
  // Beyond the last page there is no row to say how many there are.
  const shown = found.rows.length === 0 && page > 1 ? 1 : page;
  const { total, rows } = shown === page ? found : at(1);
  const lists = { [part]: { total, rows } } as unknown as Partial<MyLists>;
  return { lists, page: shown, pages: Math.max(1, Math.ceil(total / LINES_A_PAGE)) };
}
