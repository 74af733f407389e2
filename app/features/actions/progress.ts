import type { Stage } from "~/words.ts";

/*
 * Progress is computed here and nowhere else, so that no two screens can disagree. What people can read about it stands
 * in docs/progress.md.
 */

/** How far along its stages an action is, in whole percent; null where it stands aside. */
const ALONG: Record<Stage, number | null> = {
  proposed: 0,
  planned: 25,
  "under-way": 50,
  "under-review": 75,
  done: 100,
  "on-hold": null,
  dropped: null,
};

/** An action's progress in whole percent, 0 to 100; null while it is on hold or dropped. */
export function progressOfAction(stage: Stage): number | null {
  return ALONG[stage];
}

export type StageCounts = Record<Stage, number>;

/** How many actions a board sets out to do: all but the dropped ones. */
export function promised(counts: StageCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.dropped;
}

/** A board's progress: the share of what it promised that is done, in whole percent, 0 for an empty board. */
export function progressOfBoard(counts: StageCounts): number {
  const total = promised(counts);
  return total === 0 ? 0 : Math.round((counts.done / total) * 100);
}
