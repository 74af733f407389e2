/*
 * What the hidden fields of forms mean to those that give a typed text back: each form is found again among those of its page by
 * them. Who adds a hidden field to a form names it here when it changes, or when it alone tells two forms of one address apart.
 */

/** Hidden fields that differ from one rendering of a page to the next: they say nothing of which form it is. */
export const CHANGING_FIELDS = /^(idempotencyKey|version.*|back|draft|since|base.*|quick|query|textLanguage)$/;

/** The fields that tell the forms of one address apart. */
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
];
