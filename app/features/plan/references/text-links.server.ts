import { addressesIn } from "~/features/plan/actions/markdown.server.ts";
import { addressOf, type References, referencesIn } from "./references.server.ts";
import type { TextLink } from "./text-link.ts";

/** What the texts of one page may spend on looking for addresses, in words that may be one. */
export interface LinkBudget {
  words: number;
}

const WORDS_A_PAGE = 2_000;

export const linkBudget = (): LinkBudget => ({ words: WORDS_A_PAGE });

/** Returns what of a plain text is a link, in its order: web and mail addresses, and the references that there are. */
export function linksIn(text: string, references: References, budget: LinkBudget): TextLink[] {
  const addresses = addressesIn(text, budget);
  const named = referencesIn(text).flatMap(({ ref, at }): TextLink[] => {
    const title = references.get(ref);
    const isWithin = addresses.some((link) => link.at <= at && at < link.at + link.length);
    return title === undefined || isWithin ? [] : [{ at, length: ref.length, to: addressOf(ref), title }];
  });
  return [...addresses, ...named].sort((a, b) => a.at - b.at);
}
