import { STAGES, type Stage } from "~/domain.ts";
import { firstInstant, type Quarter, quarterAfter } from "~/lib/quarter.ts";
import type { DueAndDone, FlowAt } from "./snapshot.ts";

/* The plan's stages and due quarters over time, counted from the steps that history keeps. Pure. */

/** One step of an action: where it stands from then on, and when it is due. */
export interface Step {
  /** Its event: of two of an action, the later one in history stands, whatever their dates. */
  id: number;
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
 * The plan over quarters, in one pass. `flow`: how many actions stood in each stage at the end of each quarter.
 * `dueAndDone`: what was due in each quarter when it began, and how much of that was done by its end. What had been dropped
 * by then was no longer due; what was done ahead of its quarter was due and is done. Where `at` comes before a quarter's
 * end, it stands for that.
 *
 * @param steps by their dates
 * @param quarters one after another, the oldest first
 */
export function flowOf(
  steps: readonly Step[],
  quarters: readonly Quarter[],
  at: Date,
): { flow: FlowAt[]; dueAndDone: DueAndDone[] } {
  const plan = new PlanOverTime(steps);
  const flow: FlowAt[] = [];
  const dueAndDone: DueAndDone[] = [];
  for (const quarter of quarters) {
    plan.until(Math.min(+firstInstant(quarter) - 1, +at));
    const due = plan.dueIn(quarter);
    plan.until(Math.min(endOf(quarter), +at));
    flow.push({ quarter, counts: { ...plan.counts } });
    dueAndDone.push({ quarter, due: due.length, done: due.filter((id) => plan.stageOf(id) === "done").length });
  }
  return { flow, dueAndDone };
}

/** A quarter's last millisecond: the next one begins after it. */
export const endOf = (quarter: Quarter) => +firstInstant(quarterAfter(quarter, 1)) - 1;

/** An action as it stands, and by which events it does. */
interface Placed {
  stage: Stage | null;
  stagedBy: number;
  due: string | null;
  dueBy: number;
}

/** The plan as it stands at an instant that only moves forward. */
class PlanOverTime {
  readonly counts = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  readonly #steps: readonly Step[];
  readonly #now = new Map<number, Placed>();
  #next = 0;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  until(instant: number): void {
    for (let step = this.#steps[this.#next]; step && step.at <= instant; step = this.#steps[++this.#next])
      this.#take(step);
  }

  stageOf(actionId: number): Stage | null {
    return this.#now.get(actionId)?.stage ?? null;
  }

  dueIn(quarter: Quarter): number[] {
    return [...this.#now].flatMap(([id, one]) =>
      one.due === quarter && one.stage && one.stage !== "dropped" ? [id] : [],
    );
  }

  #take({ id, actionId, stage, due }: Step): void {
    const one = this.#now.get(actionId) ?? { stage: null, stagedBy: 0, due: null, dueBy: 0 };
    this.#now.set(actionId, one);
    if (due !== undefined && id > one.dueBy) {
      one.due = due;
      one.dueBy = id;
    }
    if (!stage || id < one.stagedBy) return;
    if (one.stage) this.counts[one.stage] -= 1;
    this.counts[stage] += 1;
    one.stage = stage;
    one.stagedBy = id;
  }
}
