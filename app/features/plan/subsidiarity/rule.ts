import type { Level, Stage } from "~/domain.ts";

/*
 * Subsidiarity (docs/decisions/0012-action-in-depth.md): an international action is motivated by, or strengthens, what networks
 * do nationally and on their continents. Without a link to one of them it can be drafted, but not planned.
 */

/** The stages in which an international action must say whom it strengthens. */
export const BOUND_STAGES = ["planned", "under-way", "under-review", "done"] as const satisfies readonly Stage[];

/** Where an action stands; one that is aside stands where it was before. */
export interface LinkSubject {
  level: Level;
  stage: Stage;
}

/** Whether an action that stands so must name a network. */
export function isBound({ level, stage }: LinkSubject): boolean {
  return level === "international" && (BOUND_STAGES as readonly Stage[]).includes(stage);
}

/**
 * Whether a step is blocked because no network is named yet: it would plan an international action, or make a planned one
 * international. What stands there already, as the actions of the Geneva planning do, is not pushed back and moves on.
 *
 * @param before null for a new action
 */
export function linkMissing(before: LinkSubject | null, after: LinkSubject, linked: boolean): boolean {
  return !linked && isBound(after) && !(before && isBound(before));
}
