import { firstInstant, type Quarter, quarterAfter } from "~/features/plan/actions/quarter.ts";

const DAY_MS = 86_400_000;

/** The last day of a quarter, written `2026-12-31`: until then an action is in time. */
export function lastDayOf(quarter: Quarter): string {
  return new Date(+firstInstant(quarterAfter(quarter, 1)) - DAY_MS).toISOString().slice(0, 10);
}
