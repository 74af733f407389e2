import { STAGES, type Stage } from "~/domain.ts";

/*
 * Progress is computed here and nowhere else, so that no two screens can disagree. What people can read about it stands
 * in docs/progress.md and on the page `/progress`.
 */

/** How far along its stages an action is that nothing measures, in whole percent; null where it stands aside. */
export const ALONG: Record<Stage, number | null> = {
  proposed: 0,
  planned: 25,
  "under-way": 50,
  "under-review": 75,
  done: 100,
  "on-hold": null,
  dropped: null,
};

/** Whole percent, and 100 only where all of it is there. */
function whole(percent: number): number {
  // The mean of three times 100 may fall a hair short of it.
  return percent > 100 - 1e-9 ? 100 : Math.min(99, Math.round(percent));
}

/** A measure as far as progress asks. */
export interface Measure {
  start: number;
  target: number;
  /** Null before its first check-in: it stands where it started. */
  latest: number | null;
}

/** How far a measure has come from its start to its target, 0 to 100; a target below the start works the same way. */
function reached({ start, target, latest }: Measure): number {
  if (latest === null || start === target) return 0;
  return Math.min(100, Math.max(0, ((latest - start) / (target - start)) * 100));
}

/** A key result's progress in whole percent; null before its first check-in. */
export function progressOfMeasure(measure: Measure): number | null {
  return measure.latest === null ? null : whole(reached(measure));
}

/** The mean of an action's measures in whole percent: what `actions.measured` holds. Null while none has a value. */
export function progressMeasured(measures: readonly Measure[]): number | null {
  if (measures.every(({ latest }) => latest === null)) return null;
  return whole(measures.reduce((sum, one) => sum + reached(one), 0) / measures.length);
}

/**
 * An action's progress in whole percent, 0 to 100: what its key results measure, or else its stage. Done is 100; on hold
 * and dropped have none.
 *
 * @param measured as `actions.measured` holds it
 */
export function progressOfAction(stage: Stage, measured: number | null): number | null {
  const along = ALONG[stage];
  return along === null || stage === "done" ? along : (measured ?? along);
}

export type StageCounts = Record<Stage, number>;

/** A stage's actions, counted: how many there are, how many of them are measured, and the sum of what is measured. */
export interface StageTally {
  stage: Stage;
  count: number;
  measured: number;
  sum: number;
}

export function countsOf(tallies: readonly StageTally[]): StageCounts {
  const counts = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as StageCounts;
  for (const { stage, count } of tallies) counts[stage] += count;
  return counts;
}

/** How many actions a board sets out to do: all but the dropped ones. */
export function committed(counts: StageCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.dropped;
}

/**
 * The progress of many actions, of a stage, a board or the whole plan: the mean over all that is promised, in whole
 * percent. What is on hold is promised still and counts as 0; what is dropped does not count. 0 where nothing is promised.
 */
export function progressOfMany(tallies: readonly StageTally[]): number {
  const total = committed(countsOf(tallies));
  return total === 0 ? 0 : whole(tallies.reduce((sum, one) => sum + summed(one), 0) / total);
}

/** The sum of what `progressOfAction` says of each action of a stage. */
function summed({ stage, count, measured, sum }: StageTally): number {
  const along = ALONG[stage] ?? 0;
  const fixed = ALONG[stage] === null || stage === "done";
  return fixed ? count * along : sum + (count - measured) * along;
}
