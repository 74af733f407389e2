/*
 * What the hidden fields of forms mean to those that give a typed text back: each form is found again among those of its page by
 * them. A form that posts has no other hidden fields than these: `HiddenField` takes no other name, and the linter refuses a bare
 * one (scripts/lint/named-hidden-fields.grit).
 */

/** Hidden fields that differ from one rendering of a page to the next: they say nothing of which form it is. */
const CHANGING = [
  "idempotencyKey",
  "version",
  "suggestionVersion",
  "actionVersion",
  "baseVersion",
  "back",
  "draft",
  "since",
  "quick",
  "query",
  "textLanguage",
] as const;

/** The fields that tell the forms of one address apart, hidden or not. */
export const TELLING_FIELDS = [
  "intent",
  "id",
  "seat",
  "entry",
  "item",
  "kind",
  "part",
  "ref",
  "replyTo",
  "comment",
  "network",
] as const;

/** What a form says besides, as long as its page shows the same: it is one of what tells the forms of a page apart. */
const STEADY = [
  "about",
  "after",
  "board",
  "description",
  "document",
  "due",
  "event",
  "expectedResult",
  "influence",
  "invitation",
  "language",
  "level",
  "outcome",
  "present",
  "revisits",
  "stage",
  "stance",
  "start",
  "state",
  "token",
  "way",
  "weeks",
  "what",
] as const;

type Changing = (typeof CHANGING)[number] | `version.${string}`;

/** The names that a hidden field of a form that posts may have. */
export type HiddenName = Changing | (typeof TELLING_FIELDS)[number] | (typeof STEADY)[number] | `sure.${string}`;

/** Whether a hidden field differs from one rendering of a page to the next. */
export function isChangingField(name: string): boolean {
  return name.startsWith("version.") || CHANGING.some((one) => one === name);
}
