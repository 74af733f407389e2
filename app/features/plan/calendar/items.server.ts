import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { and, between, inArray, sql } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import { OPEN_STAGES } from "~/features/plan/actions/stage.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { activeFilters } from "~/features/plan/boards/filters.ts";
import { boardsOf } from "~/features/plan/boards/scope.ts";
import { type BoardQuery, boardWhere } from "~/features/plan/boards/where.server.ts";
import { foreign, textShown } from "~/i18n/languages.ts";
import { lastDayOf, type Quarter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions, milestones } from "~db/schema/plan.ts";
import type { CalendarQuery } from "./query.ts";

/*
 * What lies in a stretch of days, of every kind. The plan knows its own dates; areas above it register theirs at the composition
 * root (app/areas.server.ts).
 */

/** Something on a day, or on several. */
export interface CalendarItem {
  /** Tells it from every other of its kind. */
  id: string;
  /** What it is about, as people write it: `LOB-4`, `S-12`; absent where it has no such name. */
  ref?: string;
  title: string;
  /** The quarter that it is about, which is then its title. */
  quarter?: string;
  /** The language of the title, where it is not the reader's. */
  lang: Language | null;
  to: string;
  /** Null for what is of no board. */
  board: Board | null;
  /** `2026-11-24`. */
  first: string;
  /** The first day for what lasts one. */
  last: string;
  /** The hour that it begins, in milliseconds; absent for what lasts whole days. */
  at?: number;
}

/** Which days of which boards are asked for. */
export interface CalendarRange {
  boards: readonly Board[];
  language: Language;
  /** The first and the last day, `2026-11-24`. */
  from: string;
  to: string;
  /** The reader's time zone: decides on which day an hour lies. */
  zone: string;
}

export interface CalendarSource {
  /** The name of the kind in addresses. */
  kind: string;
  name: MessageDescriptor;
  /** Returns the items that touch the range, at most `MOST_OF_A_KIND` of them. 1 statement. */
  items: (db: Database, range: CalendarRange) => CalendarItem[];
}

/** Of one kind in a quarter: more than anybody reads, and a bound for a page. */
export const MOST_OF_A_KIND = 500;

const later: CalendarSource[] = [];

/** Adds the dates of an area above the plan. Each kind once: the composition root is loaded once. */
export function registerCalendarItems(...sources: CalendarSource[]): void {
  later.push(...sources);
}

/** A kind that a calendar may show, by its name in addresses. */
export interface CalendarKind {
  kind: string;
  name: MessageDescriptor;
}

export type ShownItem = CalendarItem & { kind: string };

/**
 * Returns the kinds of dates there are, and the items of those that are asked for, in the order of their days. The filters of
 * actions leave actions and their milestones alone: nothing else has a stage, a level or a lead network. 1 statement a kind.
 */
export function calendarItems(
  db: Database,
  asked: BoardQuery,
  { from, to, kinds: chosen }: Pick<CalendarQuery, "kinds"> & { from: string; to: string },
  zone: string,
): { kinds: CalendarKind[]; items: ShownItem[]; actionsAlone: boolean } {
  const { state } = asked;
  const boards = state.board.length > 0 ? state.board : boardsOf(asked.board);
  const actionsAlone = activeFilters({ ...state, board: [] }) > 0;
  const range: CalendarRange = { boards, language: asked.language, from, to, zone };
  const own: CalendarSource[] = [
    { kind: "due", name: msg`Due actions`, items: (_, days) => dueItems(db, asked, days) },
    { kind: "milestone", name: msg`Milestones`, items: (_, days) => milestoneItems(db, asked, days) },
  ];
  const sources = [...own, ...(actionsAlone ? [] : later)];
  const items = sources
    .filter(({ kind }) => chosen.length === 0 || chosen.includes(kind))
    .flatMap(({ kind, items }) => items(db, range).map((item) => ({ ...item, kind })));
  return {
    kinds: sources.map(({ kind, name }) => ({ kind, name })),
    items: items.sort((a, b) => a.first.localeCompare(b.first) || (a.at ?? 0) - (b.at ?? 0)),
    actionsAlone,
  };
}

/** Open actions on the last day of their due quarter, as in everybody's own calendar feed. */
function dueItems(db: Database, asked: BoardQuery, { from, to }: CalendarRange): CalendarItem[] {
  const { title, lang } = titleIn(asked.language);
  const [first, last] = [quarterOf(new Date(from)), quarterOf(new Date(to))];
  return db
    .select({ ref: actions.ref, board: actions.board, title, lang, due: actions.dueQuarter })
    .from(actions)
    .where(and(boardWhere(asked), inArray(actions.stage, OPEN_STAGES), between(actions.dueQuarter, first, last)))
    .orderBy(actions.dueQuarter, actions.id)
    .limit(MOST_OF_A_KIND)
    .all()
    .map(({ ref, board, title, lang, due }) => {
      const day = lastDayOf(due as Quarter);
      const to = `/actions/${ref}`;
      return { id: ref, ref, title, lang: foreign(lang, asked.language), to, board, first: day, last: day };
    })
    .filter((item) => from <= item.first && item.first <= to);
}

function milestoneItems(db: Database, asked: BoardQuery, { from, to }: CalendarRange): CalendarItem[] {
  return db
    .select({
      id: milestones.id,
      ref: actions.ref,
      board: actions.board,
      name: milestones.name,
      day: milestones.day,
    })
    .from(milestones)
    .innerJoin(actions, sql`${actions.id} = ${milestones.actionId}`)
    .where(and(between(milestones.day, from, to), boardWhere(asked)))
    .orderBy(milestones.day, milestones.id)
    .limit(MOST_OF_A_KIND)
    .all()
    .map(({ id, ref, board, name, day }) => {
      const { text, lang } = textShown(name, asked.language);
      const to = `/actions/${ref}#milestones`;
      return { id: String(id), ref, title: text, lang, to, board, first: day, last: day };
    });
}
