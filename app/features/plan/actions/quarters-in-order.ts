import type { ProblemCode } from "~/ui/problems.ts";

/** What is wrong, beside the field that says it, with an action that would be due before it starts. */
export function quartersOutOfOrder({
  start,
  due,
}: {
  start: string | null;
  due: string | null;
}): Record<string, ProblemCode> {
  return start && due && due < start ? { due: "due-before-start" } : {};
}
