import type { Recurrence } from "~/domain.ts";
import { isQuarter, type Quarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";

/* An action that recurs: its next is made ahead of its quarter, at the beginning of the quarter before. */

/** Quarters from one to the next. */
const STEP: Record<Recurrence, number> = { quarter: 1, year: 4 };

/** Returns the quarter of the one after: that in which it begins, or is due where it has no start. */
export function quarterAfterOne(quarter: Quarter, every: Recurrence): Quarter {
  return quarterAfter(quarter, STEP[every]);
}

/** Whether the one of a quarter is to be made now. */
export function isToBeMade(quarter: string, now: Date): boolean {
  // Quarters sort as text.
  return quarter <= quarterAfter(quarterOf(now), 1);
}

/** Returns the quarter that an action stands for in its series; null where it names none. */
export function quarterFor({ start, due }: { start: string | null; due: string | null }): Quarter | null {
  return [start, due].find(isQuarter) ?? null;
}

/** Returns the first quarter after an action's that is to come or goes on: what is over is not made after the fact. */
export function firstQuarterAhead(after: Quarter, every: Recurrence, now: Date): Quarter {
  let next = quarterAfterOne(after, every);
  while (next < quarterOf(now)) next = quarterAfterOne(next, every);
  return next;
}
