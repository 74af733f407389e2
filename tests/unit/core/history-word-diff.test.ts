import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  budgetedDiff,
  COMPARISONS_MOST,
  type DiffPart,
  diffWithCost,
  EDITS_MOST,
  pageBudget,
  wordDiff,
} from "~/features/core/history/word-diff.ts";

/** The longest text that a field takes. */
const LONG = 20_000;

const joined = (parts: readonly DiffPart[], without: DiffPart["kind"]) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

const words = (count: number, step: number) =>
  Array.from({ length: count }, (_, at) => `w${(at * step) % 977}`).join(" ");

const WORST: [name: string, before: string, after: string][] = [
  ["punctuation", "!?".repeat(LONG / 2), "?;".repeat(LONG / 2)],
  ["other words throughout", words(3500, 31), words(3500, 57)],
  ["the same words in another order", words(3500, 31), words(3500, 31).split(" ").reverse().join(" ")],
  ["lines", "a\n".repeat(LONG / 2), "b\n\n".repeat(LONG / 3)],
  ["signs of several parts", "👩‍👩‍👧".repeat(2500), "👩‍👧".repeat(4000)],
];

test.each(WORST)("a wholly reworded text costs no more than a bounded search: %s", (_name, before, after) => {
  const { parts, comparisons } = diffWithCost(before, after);
  // The one comparison more is the one at which each search is given up.
  expect(comparisons).toBeLessThanOrEqual(COMPARISONS_MOST.words + COMPARISONS_MOST.lines + 2);
  expect(parts.length).toBeLessThanOrEqual(2 * EDITS_MOST + 1);
  expect(joined(parts, "added")).toBe(before);
  expect(joined(parts, "struck")).toBe(after);
});

test("an edit of a few words in a long text is told word by word", () => {
  const before = words(3500, 31);
  const after = before.replaceAll(" w5 ", " five ");
  const { parts } = diffWithCost(before, after);
  expect(parts.filter(({ kind }) => kind !== "same").length).toBeGreaterThan(2);
  expect(new Set(parts.filter(({ kind }) => kind === "added").map(({ text }) => text))).toEqual(new Set(["five"]));
});

test("where words have too little in common, lines are told; where lines have, both texts whole", () => {
  const paragraph = (step: number) => words(400, step);
  const kept = "A paragraph that stays.\n";
  const { parts } = diffWithCost(
    `${kept}${paragraph(31)}\n${paragraph(37)}\n`,
    `${kept}${paragraph(57)}\n${paragraph(61)}\n`,
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["same", "struck", "added"]);
  expect(parts[0]?.text).toBe(kept);
  expect(diffWithCost(words(3500, 31), words(3500, 57)).parts.map(({ kind }) => kind)).toEqual(["struck", "added"]);
});

test("both texts can be read from the parts, whatever they are", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", " ", "\n", "\r\n", ".", "é", "👩‍👧"), { maxLength: 60 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      expect(joined(parts, "added")).toBe(before);
      expect(joined(parts, "struck")).toBe(after);
    }),
    { numRuns: 500 },
  );
});

describe("a page of many changes", () => {
  test("spends no more comparisons than its budget and one search", () => {
    const budget = { ...pageBudget(), characters: Number.POSITIVE_INFINITY };
    const most = budget.comparisons;
    for (let at = 0; at < 40; at++) wordDiff(words(3500, 31 + at), words(3500, 57 + at), budget);
    expect(most - budget.comparisons).toBeLessThanOrEqual(most + COMPARISONS_MOST.words + COMPARISONS_MOST.lines + 2);
  });

  test("costs the same when its diffs are remembered", () => {
    const [first, again] = [pageBudget(), pageBudget()];
    const [before, after] = [words(300, 31), words(300, 57)];
    const parts = [first, again].map((budget) => budgetedDiff(before, after, budget));
    expect(parts[0]).toEqual(parts[1]);
    expect(first).toEqual(again);
  });

  test("leaves out what is beyond the text that it may show", () => {
    const budget = pageBudget();
    const text = "x".repeat(LONG);
    const shown = Array.from({ length: 20 }, (_, at) => budgetedDiff(text, `${text.slice(1)}${at}`, budget));
    expect(shown.filter((parts) => parts !== null)).toHaveLength(10);
    expect(shown[19]).toBeNull();
  });
});
