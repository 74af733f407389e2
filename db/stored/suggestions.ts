import type { ActionFields } from "./action-fields.ts";

/**
 * What a suggestion would make of the plan, in the words of an action's fields: all that is known of a new action, or the
 * fields that an amendment changes; nothing for a remark.
 */
export type Proposal = Partial<ActionFields>;

/** The fields of a form as they were typed, kept before they are right. */
export type DraftContent = Record<string, string | string[]>;
