import { boardSearch, withParameter } from "~/features/plan/boards/filters.ts";
import { isDay } from "~/lib/days.ts";
import { edgesOf, isMonth, type Month, monthAfter, monthOf } from "~/lib/month.ts";
import { firstInstant, type Quarter, quarterOf } from "~/lib/quarter.ts";

/** How much a calendar shows at once. */
export const PERIODS = ["month", "quarter"] as const;
export type Period = (typeof PERIODS)[number];

/** What the address says of a calendar, beside the filters that all views share. */
export interface CalendarQuery {
  period: Period;
  /** The month that is shown, or one of the quarter's. */
  month: Month;
  /** The day whose items are listed whole below; null for none. */
  day: string | null;
  /** The kinds that are shown; empty for all. */
  kinds: string[];
}

const MOST_KINDS = 20;

/** Reads a calendar's query string. What does not fit is left out: an old bookmark still shows the calendar. */
export function readCalendar(query: URLSearchParams, today: string): CalendarQuery {
  const month = query.get("month");
  const day = query.get("day");
  return {
    period: query.get("period") === "quarter" ? "quarter" : "month",
    month: isMonth(month) ? month : monthOf(today),
    day: day && isDay(day) ? day : null,
    kinds: [...new Set(query.getAll("show").map((kind) => kind.slice(0, 40)))].slice(0, MOST_KINDS),
  };
}

export const quarterOfMonth = (month: Month): Quarter => quarterOf(new Date(`${month}-01T00:00:00Z`));

/** The months that are shown, in their order. */
export function monthsShown({ period, month }: Pick<CalendarQuery, "period" | "month">): Month[] {
  if (period === "month") return [month];
  const first = monthOf(firstInstant(quarterOfMonth(month)).toISOString().slice(0, 10));
  return [first, monthAfter(first, 1), monthAfter(first, 2)];
}

/** The first and the last day that are shown. */
export function daysShown(asked: Pick<CalendarQuery, "period" | "month">): { from: string; to: string } {
  const months = monthsShown(asked);
  return { from: edgesOf(months[0] ?? asked.month).first, to: edgesOf(months.at(-1) ?? asked.month).last };
}

/** The calendar's address with one parameter set, or taken away: of another month no day is listed yet. */
export function calendarWith(query: URLSearchParams, name: "month" | "period" | "day", value: string | null): string {
  const next = new URLSearchParams(boardSearch(query));
  next.delete("day");
  return withParameter(next, name, value);
}

/** The calendar's address with a kind shown beside the others, or hidden; all are shown where none is named. */
export function withKind(query: URLSearchParams, kind: string): string {
  const next = new URLSearchParams(boardSearch(query));
  const kinds = new Set(next.getAll("show"));
  next.delete("show");
  if (!kinds.delete(kind)) kinds.add(kind);
  for (const one of kinds) next.append("show", one);
  return withParameter(next, "day", null);
}
