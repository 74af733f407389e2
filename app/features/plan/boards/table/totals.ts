import { countsOf, progressOfMany, type StageTally } from "~/features/plan/actions/progress.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";

/** The actions of one group that stand in one stage, counted. */
export interface Counted extends StageTally {
  /** What the group has in common: a stage, a priority, a quarter, a network's id; null where there is none. */
  group: string | number | null;
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
  const counts = countsOf(counted);
  const late = counted.reduce((sum, { stage, past }) => sum + (isOpen(stage) ? past : 0), 0);
  return {
    count: Object.values(counts).reduce((sum, count) => sum + count, 0),
    done: counts.done,
    late,
    progress: progressOfMany(counted),
  };
}
