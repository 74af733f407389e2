import type { DiffPart } from "./word-diff.ts";

/**
 * One field's change, as a screen shows it: words struck and added for texts, before and after for the rest. `parts` is null
 * for a text that is left out because the page already shows as much as it can.
 */
export type FieldChange = { field: string; name?: string; unit?: string } & (
  | { parts: DiffPart[] | null }
  | { before: Shown; after: Shown }
);

/** A value for the screen to put into words: codes stay codes until the reader's language is known there. */
export type Shown = string | number | (string | number)[] | null;
