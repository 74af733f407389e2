import type { DiffPart } from "~/features/core/history/word-diff.ts";
import type { Language } from "~/words.ts";

/** How a section stands that somebody else wrote meanwhile, set beside what was typed. */
export interface OvertakenBy {
  language: Language;
  version: number;
  /** Who wrote last, and when. */
  by: string;
  at: number;
  theirs: string;
  /** From theirs to what was typed. */
  parts: DiffPart[];
}
