import { DAY_MS } from "./days.ts";

/**
 * Counts the days to a deadline. A day that has begun counts whole, on either side, so that a deadline that passed an hour
 * ago is one day past and never "-0 days left".
 *
 * @param deadline milliseconds since the epoch, as is `now`
 */
export function daysTo(deadline: number, now: number): { left: number; past: number } {
  if (deadline < now) return { left: 0, past: Math.ceil((now - deadline) / DAY_MS) };
  return { left: Math.ceil((deadline - now) / DAY_MS), past: 0 };
}
