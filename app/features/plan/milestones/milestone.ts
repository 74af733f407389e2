import type { MilestoneState, Translated } from "~/domain.ts";

/** Whether a milestone's day has passed while it still lies ahead: somebody has to say what became of it. */
export function isOverdue({ state, day }: { state: MilestoneState; day: string }, today: string): boolean {
  return state === "ahead" && day < today;
}

/** A milestone as its form shows it. */
export function formValuesOf({ names, day, state }: { names: Translated; day: string; state: MilestoneState }) {
  return { ...Object.fromEntries(Object.entries(names).map(([one, name]) => [`name.${one}`, name])), day, state };
}
