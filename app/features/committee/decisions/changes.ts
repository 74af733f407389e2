import type { Stage } from "~/domain.ts";
import { quartersOutOfOrder } from "~/features/plan/actions/quarters-in-order.ts";
import { outcomeRequiredBy } from "~/features/plan/actions/stage.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { PlanChange, PlanState } from "~db/stored/plan-change.ts";

/* What a decision changes in the plan, held against the plan: pure. */

/** So many actions one decision changes at most. */
export const CHANGES_MOST = 12;

const PARTS = ["stage", "priority", "due"] as const;
export type Part = (typeof PARTS)[number];

/** What a change names of an action. */
export function partsOf(change: PlanChange): Part[] {
  return PARTS.filter((part) => change[part] !== undefined);
}

/** Whether it stands so already, so that there is nothing to do. */
export function isInForce(change: PlanChange, part: Part, now: PlanState): boolean {
  return change[part] === now[part];
}

/**
 * A change without the parts that stood so already when it was written: from high to high is no change. Empty where nothing
 * is left of it. An outcome goes with its stage.
 */
export function withoutUnchanged(change: PlanChange): PlanChange[] {
  const { was } = change;
  if (!was) return [change];
  const left: PlanChange = { ref: change.ref, was };
  if (change.stage !== undefined && change.stage !== was.stage) {
    left.stage = change.stage;
    if (change.outcome) left.outcome = change.outcome;
  }
  if (change.priority !== undefined && change.priority !== was.priority) left.priority = change.priority;
  if (change.due !== undefined && change.due !== was.due) left.due = change.due;
  return partsOf(left).length > 0 ? [left] : [];
}

/**
 * Where an action has moved on since the decision was written, in what the decision would change: whoever adopts it must
 * have seen how it stands now. What has come to stand as decided asks nothing.
 */
export function movedOn(change: PlanChange, now: PlanState): Part[] {
  const { was } = change;
  return was ? partsOf(change).filter((part) => !isInForce(change, part, now) && was[part] !== now[part]) : [];
}

/** Why a change of an action cannot be applied. */
export type Obstacle = "outcome-missing" | "link-missing" | "due-before-start" | "not-an-action";

/**
 * What of a change is blocked by the change itself: a stage that asks for its result or reason, a quarter before its start.
 * Whether the subsidiarity rule allows the stage is asked where it is applied.
 */
export function obstacleIn(change: PlanChange, now: PlanState & { start: string | null }): Obstacle | null {
  const { stage, outcome, due } = change;
  if (stage && stage !== now.stage && outcomeRequiredBy(stage) && !Object.values(outcome ?? {}).some(Boolean))
    return "outcome-missing";
  if (due && quartersOutOfOrder({ start: now.start, due }).due) return "due-before-start";
  return null;
}

/** An obstacle as it is said beside what it is about. */
export function obstacleSaid(obstacle: Obstacle, stage: Stage | undefined): ProblemCode {
  if (obstacle !== "outcome-missing") return obstacle;
  return stage === "done" ? "result-missing" : "reason-missing";
}
