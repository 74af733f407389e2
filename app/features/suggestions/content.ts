import type { ActionFields, FieldName } from "~/features/plan/actions/fields.ts";

/**
 * What a suggestion would make of the plan, in the words of an action's fields: all that is known of a new action, or the
 * fields that an amendment changes; nothing for a remark.
 */
export type Proposal = Partial<ActionFields>;

/** The fields of a form as they were typed, kept before they are right. */
export type TypedDraft = Record<string, string | string[]>;

/** The plain fields that an amendment may change; beside them, what the action says in one language. */
export const AMENDABLE = [
  "priority",
  "actionKind",
  "level",
  "lead",
  "partners",
  "principles",
  "start",
  "due",
] as const satisfies readonly FieldName[];

/** The days within which a board answers, unless the network has set others. */
export const PROMISE_DAYS = 30;

/** So many days before the promise ends, a suggestion counts as near it. */
export const NEAR_DAYS = 7;

/** How a suggestion is named to people: its number, given once. */
export function nameOf(id: number): string {
  return `S-${id}`;
}
