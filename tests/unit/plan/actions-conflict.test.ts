import { describe, expect, test } from "vitest";
import { compare, merge } from "~/features/plan/actions/conflict.ts";
import { DEFAULTS } from "~/features/plan/actions/fields.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";

const base: ActionFields = {
  ...DEFAULTS,
  board: "lobbying",
  stage: "planned",
  rank: "a0",
  priority: "normal",
  level: "international",
  lead: 1,
  partners: [],
  principles: [1],
  start: null,
  due: "2026-Q4",
  sourceLanguage: "en",
  outcome: null,
  origin: "geneva",
  "title.en": "A title",
  "description.en": "Why.",
  "expectedResult.en": "",
};

describe("two edits from the same beginning", () => {
  test("what only they changed is taken, what only I changed is kept", () => {
    const now = { ...base, priority: "high" as const };
    const submitted = { ...base, due: "2027-Q1" };
    const found = compare(base, now, submitted);
    expect(found).toEqual({ clashes: [], theirs: ["priority"], mine: ["due"] });
    expect(merge(now, submitted, found)).toMatchObject({ priority: "high", due: "2027-Q1" });
  });

  test("the same field changed differently is a clash, and mine stands until somebody chooses", () => {
    const now = { ...base, "title.en": "Their title" };
    const submitted = { ...base, "title.en": "My title" };
    const found = compare(base, now, submitted);
    expect(found.clashes).toEqual([{ field: "title.en", base: "A title", theirs: "Their title", mine: "My title" }]);
    expect(merge(now, submitted, found)["title.en"]).toBe("My title");
    expect(merge(now, submitted, found, new Map([["title.en", "theirs"]]))["title.en"]).toBe("Their title");
  });

  test("the same change made twice is no clash", () => {
    const now = { ...base, principles: [1, 4] as ActionFields["principles"] };
    expect(compare(base, now, { ...now }).clashes).toEqual([]);
  });

  test("a translation that they added is taken; one that they removed goes", () => {
    const added = { ...base, "title.fr": "Un titre" };
    expect(merge(added, base, compare(base, added, base))["title.fr"]).toBe("Un titre");
    expect(merge(base, added, compare(added, base, added))["title.fr"]).toBeNull();
  });

  test("a move meanwhile is no clash with a rewording", () => {
    const moved = { ...base, stage: "under-way" as const, rank: "a5" };
    expect(compare(base, moved, { ...base, "title.en": "Another" })).toEqual({
      clashes: [],
      theirs: [],
      mine: ["title.en"],
    });
  });
});
