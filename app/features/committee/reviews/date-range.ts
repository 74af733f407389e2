import { firstInstant, type Quarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";

/** The stretch of time that a review looks at. Instants are milliseconds, in UTC. */
export interface DateRange {
  quarter: Quarter;
  /** The quarter's first instant, or the one after the closing of a review before that was closed before its quarter's end. */
  from: number;
  /** The first instant after the quarter. */
  to: number;
  /** Until when the review is told: the quarter's end, or now where that lies ahead. */
  at: number;
  /** What happened from this instant on is no part of it. */
  until: number;
  /** The quarter in which `at` lies: what was due in the quarter and is still open when it has ended is late. */
  now: Quarter;
}

/**
 * What a review of a quarter looks at, seen from an instant. A quarter that has ended is looked at as it ended.
 *
 * @param closedBefore when the review of the quarter before was closed; null where it was not. What happened between its
 *   closing and the end of its quarter is in neither snapshot otherwise, so that this review begins there.
 */
export function reviewedRange(quarter: Quarter, seenAt: Date, closedBefore: Date | null = null): DateRange {
  const first = +firstInstant(quarter);
  // The closing's own millisecond is part of the review that was closed.
  const from = closedBefore && +closedBefore < first ? +closedBefore + 1 : first;
  const to = +firstInstant(quarterAfter(quarter, 1));
  const over = +seenAt >= to;
  const at = over ? to : +seenAt;
  // What happens in the very millisecond of looking is part of it.
  return { quarter, from, to, at, until: over ? to : at + 1, now: quarterOf(new Date(at)) };
}
