import type { DraftContent } from "~db/stored/suggestions.ts";

/** A field of a form as it was typed; empty where it was not. */
export function textIn(typed: DraftContent, name: string): string {
  return [typed[name] ?? ""].flat()[0] ?? "";
}
