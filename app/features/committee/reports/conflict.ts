import type { Language } from "~/domain.ts";
import type { DiffPart } from "~/features/core/history/word-diff.ts";

/** How a section stands that somebody else wrote meanwhile, set beside what was typed. */
export interface ConflictAuthor {
  language: Language;
  version: number;
  /** Who wrote last, and when. */
  by: string;
  at: number;
  theirs: string;
  /** From theirs to what was typed. */
  parts: DiffPart[];
}
