import { progressOfBoard, type StageCounts } from "~/features/actions/progress.ts";
import { isOpen } from "~/features/actions/stage.ts";
import { STAGES, type Stage } from "~/words.ts";

/** The actions of one group that stand in one stage, counted. */
export interface Counted {
  /** What the group has in common: a stage, a priority, a quarter, a network's id; null where there is none. */
  group: string | number | null;
  stage: Stage;
  count: number;
  /** How many have a due quarter that has passed, whether or not the stage is open. */
  past: number;
}

/** How many actions there are, and how they stand: of a group, or of all that a table shows over its pages. */
export interface Totals {
  count: number;
  done: number;
  late: number;
  /** Whole percent, as every screen counts it (progress.ts). */
  progress: number;
}

export interface GroupTotals extends Totals {
  group: Counted["group"];
}

/** What a table says at its foot: each group in the order given, and all together. */
export function totalsOf(counted: readonly Counted[]): { groups: GroupTotals[]; all: Totals } {
  const groups = [...new Set(counted.map(({ group }) => group))].map((group) => ({
    group,
    ...summed(counted.filter((one) => one.group === group)),
  }));
  return { groups, all: summed(counted) };
}

function summed(counted: readonly Counted[]): Totals {
  const counts = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as StageCounts;
  let late = 0;
  for (const { stage, count, past } of counted) {
    counts[stage] += count;
    if (isOpen(stage)) late += past;
  }
  return {
    count: Object.values(counts).reduce((sum, count) => sum + count, 0),
    done: counts.done,
    late,
    progress: progressOfBoard(counts),
  };
}
