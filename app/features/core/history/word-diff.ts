import { createHash } from "node:crypto";
import { type ChangeObject, diffLines, diffWordsWithSpace } from "diff";

/** A piece of a text as it changed: kept, added or struck. */
export interface DiffPart {
  text: string;
  kind: "same" | "added" | "struck";
}

/*
 * The search for a shortest edit is quadratic in the number of edits, and whoever writes both texts chooses that number. Two limits
 * hold it: how many edits are tried, which also bounds the number of parts, and how many words or lines are compared.
 * Where words go beyond them, lines are tried; where lines do, the text counts as rewritten: the old one is shown whole and then the new.
 */
export const EDITS_MOST = 300;
export const COMPARISONS_MOST = { words: 50_000, lines: 15_000 };

interface Limits {
  maxEditLength: number;
  comparator: (one: string, other: string) => boolean;
}

/** A search that was given up. */
class TooMuch extends Error {}

/** What a page may spend on the texts that changed: shared by all of them, so that many long texts cost no more than a few. */
export interface DiffBudget {
  comparisons: number;
  characters: number;
}

/** What a page of many changes may spend: a few texts that share nothing, or any number of ordinary edits. */
export const pageBudget = (): DiffBudget => ({ comparisons: 150_000, characters: 400_000 });

/** What a page of one change may spend: a form is bounded already, so that all of its texts can be shown. */
export const soleBudget = (): DiffBudget => ({ ...pageBudget(), characters: Number.POSITIVE_INFINITY });

interface Outcome {
  parts: DiffPart[];
  comparisons: number;
}

/**
 * Returns the words struck and added between two texts, or the lines, or both texts whole where they have too little in common
 * to be searched. For the server: the browser is sent the parts alone.
 *
 * @param budget what the page may still spend, of which the cost is taken
 */
export function wordDiff(before: string, after: string, budget = soleBudget()): DiffPart[] {
  if (budget.comparisons <= 0) return rewritten(before, after);
  const { parts, comparisons } = remembered(before, after);
  // A remembered diff is charged too: the same page looks the same each time.
  budget.comparisons -= comparisons;
  return parts;
}

/**
 * Returns what `wordDiff` does, for a page of many changes.
 *
 * @returns null when the page has shown as much text as it can: the change is then shown on a page of its own
 */
export function budgetedDiff(before: string, after: string, budget: DiffBudget): DiffPart[] | null {
  budget.characters -= before.length + after.length;
  return budget.characters < 0 ? null : wordDiff(before, after, budget);
}

/** Computes a diff and says how many words and lines it compared: what the tests hold, since time depends on the machine. */
export function diffWithCost(before: string, after: string): Outcome {
  if (before === "" || after === "") return { parts: rewritten(before, after), comparisons: 0 };
  let comparisons = 0;
  const search = (diff: (limits: Limits) => ChangeObject<string>[] | undefined, most: number): DiffPart[] | null => {
    let left = most;
    const comparator = (one: string, other: string) => {
      comparisons += 1;
      left -= 1;
      if (left < 0) throw new TooMuch();
      return one === other;
    };
    try {
      const found = diff({ maxEditLength: EDITS_MOST, comparator });
      return (
        found?.map(({ value, added, removed }) => ({
          text: value,
          kind: added ? "added" : removed ? "struck" : "same",
        })) ?? null
      );
    } catch (error) {
      if (error instanceof TooMuch) return null;
      throw error;
    }
  };
  const parts =
    search((limits) => diffWordsWithSpace(before, after, limits), COMPARISONS_MOST.words) ??
    search((limits) => diffLines(before, after, limits), COMPARISONS_MOST.lines) ??
    rewritten(before, after);
  return { parts, comparisons };
}

function rewritten(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [
    { text: before, kind: "struck" },
    { text: after, kind: "added" },
  ];
  return parts.filter(({ text }) => text !== "");
}

/** Texts of history never change: a diff that was computed once holds for as long as there is room for it. */
const REMEMBERED_CHARACTERS = 2_000_000;
const memory = new Map<string, Outcome & { characters: number }>();
let characters = 0;

function remembered(before: string, after: string): Outcome {
  const key = createHash("sha256").update(`${before.length} ${before}${after}`).digest("base64");
  const known = memory.get(key);
  // A map keeps the order of insertion: what was used last stands last.
  if (known) memory.delete(key);
  const outcome = known ?? { ...diffWithCost(before, after), characters: before.length + after.length };
  memory.set(key, outcome);
  if (!known) characters += outcome.characters;
  for (const [oldest, { characters: its }] of memory) {
    if (characters <= REMEMBERED_CHARACTERS) break;
    memory.delete(oldest);
    characters -= its;
  }
  return outcome;
}
