import type { Translated } from "~/domain.ts";
import { isQuarter, quarterAfter, quartersBetween } from "~/lib/quarter.ts";
import { dayMonthsAfter } from "~/lib/utc-days.ts";

/* What a new action takes over besides its fields: measures without their values, and days that move along with its quarters. */

export interface PlannedKeyResult {
  name: Translated;
  unit: string;
  start: number;
  target: number;
  due: string | null;
}

export interface PlannedMilestone {
  name: Translated;
  /** `2026-11-24`. */
  day: string;
}

export interface PlannedParts {
  keyResults: PlannedKeyResult[];
  milestones: PlannedMilestone[];
}

interface Planned {
  start: string | null;
  due: string | null;
}

/**
 * Returns by how many quarters the parts of an action move: as its start quarter does, or where one of the two has none, as its
 * due quarter does; 0 where that does not say either.
 */
export function shiftBetween(before: Planned, after: Planned): number {
  for (const name of ["start", "due"] as const) {
    const [from, to] = [before[name], after[name]];
    if (isQuarter(from) && isQuarter(to)) return quartersBetween(from, to);
  }
  return 0;
}

/** Returns parts that lie some quarters later. A day keeps its number in the month, as far as that month has it. */
export function shiftParts({ keyResults, milestones }: PlannedParts, quarters: number): PlannedParts {
  return {
    keyResults: keyResults.map(({ due, ...rest }) => ({
      ...rest,
      due: isQuarter(due) ? quarterAfter(due, quarters) : null,
    })),
    milestones: milestones.map(({ day, ...rest }) => ({ ...rest, day: dayMonthsAfter(day, 3 * quarters) })),
  };
}
