import { utc } from "@date-fns/utc";
import { addDays, addMonths, endOfMonth, format, getDay, parse } from "date-fns";

/** A month, written `2026-11`: it sorts as text. Months are counted in UTC, as quarters are. */
export type Month = `${number}-${number}`;

const SHAPE = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/;

export function isMonth(value: unknown): value is Month {
  return typeof value === "string" && SHAPE.test(value);
}

/** The month that an address asks for, or else the one in which a day lies. */
export function readMonth(query: URLSearchParams, today: string): Month {
  const asked = query.get("month");
  return isMonth(asked) ? asked : monthOf(today);
}

/** The month in which a day (`2026-11-24`) lies. */
export function monthOf(day: string): Month {
  return day.slice(0, 7) as Month;
}

/** The month `count` months later (earlier when negative). */
export function monthAfter(month: Month, count: number): Month {
  return format(addMonths(firstOf(month), count, { in: utc }), "yyyy-MM", { in: utc }) as Month;
}

/** The first and the last day of a month. */
export function edgesOf(month: Month): { first: string; last: string } {
  return { first: `${month}-01`, last: dayText(endOfMonth(firstOf(month), { in: utc })) };
}

/** The weeks that a month touches, each of seven days from Monday to Sunday; days of its neighbours fill them up. */
export function weeksOf(month: Month): string[][] {
  const { last } = edgesOf(month);
  const weeks: string[][] = [];
  for (let monday = mondayBefore(firstOf(month)); dayText(monday) <= last; monday = addDays(monday, 7, { in: utc }))
    weeks.push(Array.from({ length: 7 }, (_, day) => dayText(addDays(monday, day, { in: utc }))));
  return weeks;
}

const firstOf = (month: Month) => parse(month, "yyyy-MM", new Date(0), { in: utc });
const dayText = (at: Date) => format(at, "yyyy-MM-dd", { in: utc });
const mondayBefore = (at: Date) => addDays(at, -((getDay(at, { in: utc }) + 6) % 7), { in: utc });
