import { isOneOf, type Stage } from "~/domain.ts";

/** The stages that an action passes through, in order: the board's columns. */
export const FLOW = ["proposed", "planned", "under-way", "under-review", "done"] as const satisfies readonly Stage[];

/** The stages aside, folded at the board's edge. */
export const ASIDE = ["on-hold", "dropped"] as const satisfies readonly Stage[];

/** The stages in which work is still expected: only there can an action be late. */
export const OPEN_STAGES = ["proposed", "planned", "under-way", "under-review"] as const satisfies readonly Stage[];

/** The stages in which a new action may begin: the others ask for something that it cannot have yet. */
export const FIRST_STAGES = OPEN_STAGES;

export function isOpen(stage: Stage): boolean {
  return isOneOf(OPEN_STAGES, stage);
}

/** What an action must bring into a stage (docs/glossary.md): its result into `done`, a reason into the stages aside. */
export function outcomeRequiredBy(stage: Stage): "result" | "reason" | null {
  if (stage === "done") return "result";
  return stage === "on-hold" || stage === "dropped" ? "reason" : null;
}
