import { utc } from "@date-fns/utc";
import {
  addDays as addDaysIn,
  addMonths as addMonthsIn,
  subDays as subDaysIn,
  subMonths as subMonthsIn,
} from "date-fns";
import { dayOf } from "./days.ts";

/*
 * Counting days and months in UTC. date-fns counts in the time zone of the machine unless it is told: where clocks are put forward
 * between two days, midnight becomes eleven in the evening of the day before.
 */

export const addDays = (at: Date | number, count: number): Date => new Date(+addDaysIn(at, count, { in: utc }));

export const subDays = (at: Date | number, count: number): Date => new Date(+subDaysIn(at, count, { in: utc }));

export const subMonths = (at: Date | number, count: number): Date => new Date(+subMonthsIn(at, count, { in: utc }));

/** Returns the calendar day that lies `count` months after another: the last of its month where that has no such day. */
export const dayMonthsAfter = (day: string, count: number): string =>
  dayOf(addMonthsIn(new Date(`${day}T00:00:00Z`), count, { in: utc }));

/** Returns the calendar day, `2027-03-29`, that lies `count` days after another. */
export const dayAfter = (day: string, count = 1): string => dayOf(addDays(new Date(`${day}T00:00:00Z`), count));
