import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "~/domain.ts";
import { type Counted, coverageOf, gapsIn, type Place } from "~/features/tools/communication/publications/coverage.ts";
import { isOverdue, publications } from "~/features/tools/communication/publications/publications.ts";

/** Three places: the international level, a continent with two countries, and a continent with none. */
const PLACES: Place[] = [
  { id: 1, branch: new Set([1]) },
  { id: 2, branch: new Set([2, 21, 22]) },
  { id: 3, branch: new Set([3]) },
];

const one = (networkId: number, language: Language, published = true): Counted => ({ networkId, language, published });

describe("the table of an editorial calendar", () => {
  test("its cells make up the whole, by rows and by columns", () => {
    const publication = fc.record({
      networkId: fc.constantFrom(1, 2, 21, 22, 3),
      language: fc.constantFrom(...LANGUAGES),
      published: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(publication), (all) => {
        const { rows, columns, whole } = coverageOf(PLACES, LANGUAGES, all);
        const sum = (counts: { published: number; planned: number }[]) =>
          counts.reduce((total, { published, planned }) => total + published + planned, 0);
        expect(sum(rows.flatMap(({ cells }) => cells.map(({ count }) => count)))).toBe(all.length);
        expect(sum(rows.map((row) => row.whole))).toBe(all.length);
        expect(sum(columns.map((column) => column.whole))).toBe(all.length);
        expect(sum([whole])).toBe(all.length);
        expect(whole.published).toBe(all.filter(({ published }) => published).length);
      }),
    );
  });

  test("what a country publishes counts for its continent; what is planned counts apart", () => {
    const { rows } = coverageOf(PLACES, LANGUAGES, [one(21, "es"), one(22, "es", false), one(1, "en")]);
    const continent = rows.find(({ place }) => place === 2);
    expect(continent?.cells.find(({ language }) => language === "es")?.count).toEqual({ published: 1, planned: 1 });
    expect(continent?.cells.find(({ language }) => language === "en")?.count).toEqual({ published: 0, planned: 0 });
  });

  test("what is missing: a whole row or column once, and else each language of a place", () => {
    const gaps = gapsIn(coverageOf(PLACES, LANGUAGES, [one(1, "en"), one(1, "fr"), one(1, "es"), one(21, "en")]));
    expect(gaps).toEqual({
      places: [3],
      languages: ["nl"],
      within: [{ place: 2, languages: ["fr", "es"] }],
      cells: 8,
    });
  });

  test("every empty cell is told of, and no other", () => {
    const cell = fc.record({ networkId: fc.constantFrom(1, 2, 3), language: fc.constantFrom(...LANGUAGES) });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (all) => {
        const coverage = coverageOf(
          PLACES,
          LANGUAGES,
          all.map((given) => ({ ...given, published: true })),
        );
        const { places, languages, within, cells } = gapsIn(coverage);
        const told = (place: number, language: Language) =>
          places.includes(place) ||
          languages.includes(language) ||
          within.some((gap) => gap.place === place && gap.languages.includes(language));
        let empty = 0;
        for (const { id, branch } of PLACES)
          for (const language of LANGUAGES) {
            const there = all.some((given) => branch.has(given.networkId) && given.language === language);
            expect(told(id, language)).toBe(!there);
            if (!there) empty += 1;
          }
        expect(cells).toBe(empty);
      }),
    );
  });
});

test("what is planned is late once its day has passed", () => {
  expect(isOverdue({ state: "planned", day: "2026-11-23" }, "2026-11-24")).toBe(true);
  expect(isOverdue({ state: "planned", day: "2026-11-24" }, "2026-11-24")).toBe(false);
  expect(isOverdue({ state: "published", day: "2026-11-23" }, "2026-11-24")).toBe(false);
});

test("what is published has a link, and a day that has come", () => {
  const check = (values: Record<string, unknown>) => publications.validate?.(values, "2026-11-24");
  const whole = { state: "published", link: "https://example.org/", day: "2026-11-24" };
  expect(check(whole)).toEqual({});
  expect(check({ ...whole, link: null })).toEqual({ link: "link-of-published" });
  expect(check({ ...whole, day: "2026-11-25" })).toEqual({ day: "published-ahead" });
  expect(check({ state: "planned", link: null, day: "2026-11-25" })).toEqual({});
});
