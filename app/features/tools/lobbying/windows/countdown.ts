import { DAY_MS, dayOf } from "~/lib/days.ts";

/** The day that lies so many weeks before another. */
export function weeksBefore(day: string, weeks: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) - weeks * 7 * DAY_MS));
}

export interface Milestone {
  id: number;
  weeks: number;
  done: boolean;
}

/** A milestone with the day that its weeks come to, and whether that day has gone by without it. */
export type Dated<M extends Milestone> = M & { day: string; late: boolean };

/** Milestones in the order of their days, reckoned back from the first day of what they prepare. */
export function countBack<M extends Milestone>(first: string, milestones: readonly M[], today: string): Dated<M>[] {
  return milestones
    .map((one) => {
      const day = weeksBefore(first, one.weeks);
      return { ...one, day, late: !one.done && day < today };
    })
    .sort((a, b) => a.day.localeCompare(b.day) || a.id - b.id);
}

/** What comes next: the first that is not done; undefined when all are. */
export function nextOf<M extends Milestone>(dated: readonly Dated<M>[]): Dated<M> | undefined {
  return dated.find(({ done }) => !done);
}
