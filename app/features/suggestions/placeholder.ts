import { LANGUAGES, type Translated } from "~/domain.ts";
import type { ProblemCode } from "~/ui/problems.ts";

/** Three dots that stand by themselves, as in "because …": after a word, as in "well…", they are the writer's own. */
const PLACEHOLDER = /(?:^|[\s(«“"])(?:…|\.\.\.)(?=$|[\s.,;:!?)»”"])/u;

/** Returns whether a text that was begun with a template still has a place to be filled in. */
export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** Returns what keeps an answer from being published, beside the reason of each language that is not finished. */
export function unfinishedReasons(reason: Translated): Record<string, ProblemCode> {
  const unfinished = LANGUAGES.filter((language) => hasPlaceholder(reason[language] ?? ""));
  return Object.fromEntries(unfinished.map((language) => [`reason.${language}`, "placeholder-left"]));
}
