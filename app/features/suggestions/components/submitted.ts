import type { DraftContent } from "~db/stored/suggestions.ts";

/** A field of a form as it was typed; empty where it was not. */
export function textIn(submitted: DraftContent, name: string): string {
  return [submitted[name] ?? ""].flat()[0] ?? "";
}
