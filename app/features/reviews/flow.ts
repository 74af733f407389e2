import { firstInstant, type Quarter, quarterAfter } from "~/features/actions/quarter.ts";
import { STAGES, type Stage } from "~/words.ts";
import type { DueAndDone, FlowAt } from "./snapshot.ts";

/* The plan's stages and due quarters over time, counted from the steps that history keeps. Pure. */

/** One step of an action: where it stands from then on, and when it is due. */
export interface Step {
  actionId: number;
  at: number;
  /** Undefined where the step leaves it as it was. */
  stage?: Stage;
  due?: string | null;
}

/** The last `count` quarters up to and with one, the oldest first. */
export function quartersUpTo(until: Quarter, count: number): Quarter[] {
  return Array.from({ length: count }, (_, index) => quarterAfter(until, index + 1 - count));
}

/**
 * How many actions stood in each stage at the end of each quarter, or at `at` where that comes first.
 *
 * @param steps in the order in which they happened
 */
export function flowOf(steps: readonly Step[], quarters: readonly Quarter[], at: Date): FlowAt[] {
  const standing = new Standing(steps);
  return quarters.map((quarter) => {
    standing.until(Math.min(endOf(quarter), +at));
    return { quarter, counts: { ...standing.counts } };
  });
}

/**
 * What was due in each quarter when it began, and how much of that was done by its end (or at `at`, where that comes
 * first). What had been dropped by then was no longer due; what was done ahead of its quarter was due and is done.
 *
 * @param steps in the order in which they happened
 */
export function dueAndDoneOf(steps: readonly Step[], quarters: readonly Quarter[], at: Date): DueAndDone[] {
  const standing = new Standing(steps);
  return quarters.map((quarter) => {
    standing.until(+firstInstant(quarter) - 1);
    const due = standing.dueIn(quarter);
    standing.until(Math.min(endOf(quarter), +at));
    return { quarter, due: due.length, done: due.filter((id) => standing.stageOf(id) === "done").length };
  });
}

/** A quarter's last millisecond: the next one begins after it. */
const endOf = (quarter: Quarter) => +firstInstant(quarterAfter(quarter, 1)) - 1;

/** The plan as it stands at an instant that only moves forward. */
class Standing {
  readonly counts = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  readonly #steps: readonly Step[];
  readonly #now = new Map<number, { stage: Stage; due: string | null }>();
  #next = 0;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  until(instant: number): void {
    for (let step = this.#steps[this.#next]; step && step.at <= instant; step = this.#steps[++this.#next])
      this.#take(step);
  }

  stageOf(actionId: number): Stage | undefined {
    return this.#now.get(actionId)?.stage;
  }

  dueIn(quarter: Quarter): number[] {
    return [...this.#now].flatMap(([id, { stage, due }]) => (due === quarter && stage !== "dropped" ? [id] : []));
  }

  #take({ actionId, stage, due }: Step): void {
    const before = this.#now.get(actionId);
    const after = { stage: stage ?? before?.stage, due: due === undefined ? (before?.due ?? null) : due };
    if (!after.stage) return;
    if (before) this.counts[before.stage] -= 1;
    this.counts[after.stage] += 1;
    this.#now.set(actionId, { stage: after.stage, due: after.due });
  }
}
