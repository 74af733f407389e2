import { diffWordsWithSpace } from "diff";

/** A piece of a text as it changed: kept, added or struck. */
export interface DiffPart {
  text: string;
  kind: "same" | "added" | "struck";
}

/** The words struck and added between two texts (jsdiff). For the server: the browser is sent the parts alone. */
export function wordDiff(before: string, after: string): DiffPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? "added" : removed ? "struck" : "same",
  }));
}
