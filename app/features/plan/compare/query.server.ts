import { BOARDS, type Board, isOneOf } from "~/domain.ts";
import { DAY_MS, dayOf, isDay } from "~/lib/days.ts";
import { firstInstant, isQuarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";
import { subDays } from "~/lib/utc-days.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { CHANGES, type Change } from "./compare.ts";

/** A moment as an address names it: a day, a quarter, or an instant. In UTC. */
export interface Moment {
  kind: "day" | "quarter" | "instant";
  text: string;
  /** The last instant before it begins: what stands then is the plan that a comparison from it starts with. */
  before: number;
  /** Its last instant. An instant is both. */
  end: number;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Reads `2026-11-24`, `2026-Q4` or `2026-11-24T12:00Z` (no zone means UTC); null for anything else. */
export function readMoment(text: string): Moment | null {
  if (isDay(text)) {
    const begins = Date.parse(`${text}T00:00:00Z`);
    return { kind: "day", text, before: begins - 1, end: begins + DAY_MS - 1 };
  }
  if (isQuarter(text)) {
    const [begins, ends] = [firstInstant(text), firstInstant(quarterAfter(text, 1))];
    return { kind: "quarter", text, before: +begins - 1, end: +ends - 1 };
  }
  // In an address, a plus sign is a space.
  const [whole, day = "", , , zone] = INSTANT.exec(text.replace(" ", "+")) ?? [];
  const at = whole && isDay(day) ? Date.parse(zone ? whole : `${whole}Z`) : Number.NaN;
  return Number.isNaN(at) ? null : { kind: "instant", text, before: at, end: at };
}

/** What the page is asked for. */
export interface CompareQuery {
  /** As they were typed, or as they are meant where nothing was. */
  submitted: { from: string; to: string };
  problems: { from?: ProblemCode; to?: ProblemCode };
  /** Null where something is wrong with what was typed. */
  period: Period | null;
  board: Board | null;
  what: Change | null;
}

export interface Period {
  from: Moment;
  to: Moment;
  /** The two instants that are compared: after the first, up to and with the second. */
  window: DateRange;
  /** They were the other way round. */
  swapped: boolean;
}

export interface DateRange {
  from: number;
  to: number;
}

/**
 * Reads a comparison from an address; without any, what has changed in the quarter that is under way.
 *
 * @param first when history begins
 */
export function readCompareQuery(query: URLSearchParams, { first, at }: { first: Date; at: Date }): CompareQuery {
  const [board, what] = [query.get("board"), query.get("what")];
  const told = (name: string) => (query.get(name) ?? "").trim();
  const submitted = { from: told("from"), to: told("to") };
  submitted.to ||= dayOf(at);
  submitted.from ||= dayOf(firstInstant(quarterOf(new Date(Math.min(readMoment(submitted.to)?.end ?? +at, +at)))));
  const read = { from: readMoment(submitted.from), to: readMoment(submitted.to) };
  const problems: CompareQuery["problems"] = {};
  for (const end of ["from", "to"] as const) {
    const problem = problemOf(read[end], { first, at });
    if (problem) problems[end] = problem;
  }
  const narrowed = {
    board: isOneOf(BOARDS, board) ? board : null,
    what: isOneOf(CHANGES, what) ? what : null,
  };
  if (!read.from || !read.to || problems.from || problems.to) return { submitted, problems, period: null, ...narrowed };
  const swapped = beginningOf(read.from) > read.to.end;
  const [from, to] = swapped ? [read.to, read.from] : [read.from, read.to];
  const window = { from: Math.min(from.before, +at), to: Math.min(to.end, +at) };
  return {
    submitted: { from: from.text, to: to.text },
    problems,
    period: { from, to, window, swapped },
    ...narrowed,
  };
}

function problemOf(moment: Moment | null, { first, at }: { first: Date; at: Date }): ProblemCode | null {
  if (!moment) return "not-a-moment";
  if (beginningOf(moment) > +at) return "day-in-future";
  if (moment.end < Date.parse(dayOf(first))) return "before-geneva";
  return null;
}

/** Its first instant: an instant is its own. */
const beginningOf = ({ kind, before }: Moment) => (kind === "instant" ? before : before + 1);

/** Periods that are asked for often. */
export function readyPeriods({
  first,
  at,
  reviewed,
}: {
  first: Date;
  at: Date;
  /** When the last review was closed; null where there is none. */
  reviewed: Date | null;
}) {
  const quarter = quarterOf(at);
  const to = dayOf(at);
  return {
    quarter: { from: dayOf(firstInstant(quarter)), to },
    last: {
      from: dayOf(firstInstant(quarterAfter(quarter, -1))),
      to: dayOf(subDays(firstInstant(quarter), 1)),
    },
    // The planning was entered on its first day: what has changed since begins on the next.
    geneva: { from: dayOf(new Date(Math.min(+first + DAY_MS, +at))), to },
    review: reviewed && { from: reviewed.toISOString(), to },
  };
}
