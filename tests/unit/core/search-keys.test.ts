import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyFor } from "~/features/core/keyboard/keys.ts";
import { stepIn } from "~/features/core/search/keys.ts";
import {
  FOUND_FROM,
  FOUND_TO,
  markFound,
  matchOf,
  pieces,
  referenceIn,
  referencesIn,
  snippetOf,
} from "~/features/core/search/terms.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("the keys of every page", () => {
  test("⌘K on a Mac, Ctrl K elsewhere; Ctrl K on a Mac edits the line", () => {
    expect(keyFor(press("k", { ctrlKey: true }), false, false)).toBe("switcher");
    expect(keyFor(press("K", { metaKey: true }), true, true)).toBe("switcher");
    expect(keyFor(press("k", { ctrlKey: true }), true, true)).toBeNull();
    expect(keyFor(press("k"), false, false)).toBe("single");
    expect(keyFor(press("k"), false, false, false)).toBeNull();
  });

  test("take nothing from somebody who is typing", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.boolean(), (key, mac) => {
        expect(keyFor(press(key), mac, true)).toBeNull();
      }),
    );
    expect([keyFor(press("/"), false, false), keyFor(press("?"), false, false)]).toEqual(["single", "single"]);
  });

  test("arrows go round the ends of a list, and always stay in it", () => {
    expect([stepIn(3, 2, "ArrowDown"), stepIn(3, 0, "ArrowUp"), stepIn(3, 0, "PageDown")]).toEqual([0, 2, 2]);
    expect(stepIn(0, 0, "ArrowUp")).toBe(0);
  });
});

describe("what is typed, as a query", () => {
  test("holds letters and figures of it alone, each word quoted", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const match = matchOf(typed);
        if (match !== null) expect(match.replace(/"[\p{L}\p{N}\p{M} ]+"\*?|[()]| AND | OR /gu, "")).toBe("");
      }),
    );
  });

  test.each([
    ["LOB-3", "LOB-3"],
    [" lob 03 ", "LOB-3"],
    ["lob1", "LOB-1"],
    ["LOB-1 -", "LOB-1"],
    ["e 12", "E-12"],
    ["s12", "S-12"],
    ["ILO-3", null],
    ["LOB-3 health", null],
    ["SS-3", null],
  ])("%s is the reference %s", (typed, reference) => expect(referenceIn(typed)).toBe(reference));
});

test("a number alone is every reference that has it", () => {
  expect(referencesIn("12")).toEqual(["LOB-12", "LRN-12", "FIN-12", "COM-12", "S-12", "E-12"]);
  expect(referencesIn("lob 12")).toEqual(["LOB-12"]);
  expect(referencesIn("12 months")).toEqual([]);
});

describe("what was found is marked in the text as it was written", () => {
  const shown = (text: string) => text.replaceAll(FOUND_FROM, "[").replaceAll(FOUND_TO, "]");

  test.each([
    ["Une Œuvre commune", "oeuvre", "Une [Œuvre] commune"],
    ["Straßen, STRASSE", "strasse", "[Straßen], [STRASSE]"],
    ["我们的社会保护计划", "社会保护", "我们的[社会保护]计划"],
    ["किसानों के लिए", "किसान", "[किसानों] के लिए"],
    ["See LOB-3, not LOB-13 or 3", "lob 3", "See [LOB-3], not LOB-13 or 3"],
  ])("%s, by %s", (text, typed, expected) => expect(shown(markFound(text, typed))).toBe(expected));

  test("marking changes nothing else, and a piece is a piece of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ maxLength: 8 }), (text, typed) => {
        const bare = (marked: string) => marked.replaceAll(FOUND_FROM, "").replaceAll(FOUND_TO, "");
        const clean = bare(text);
        expect(bare(markFound(clean, typed))).toBe(clean);
        const piece = bare(snippetOf(clean.repeat(10), typed)).replace(/^…|…$/g, "");
        expect(clean.repeat(10)).toContain(piece);
      }),
    );
    const long = `${"one ".repeat(40)}pangolin ${"two ".repeat(40)}`;
    expect(shown(snippetOf(long, "pangolin"))).toMatch(/^…(one ){6}\[pangolin\] (two ){16}two…$/);
    expect(snippetOf(long, "tapir")).toMatch(/^one .*…$/);
  });
});

test("pieces together are the text, whatever stands in it", () => {
  const part = fc.oneof(fc.string(), fc.constant(FOUND_FROM), fc.constant(FOUND_TO));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join("");
      const bare = text.replaceAll(FOUND_FROM, "").replaceAll(FOUND_TO, "");
      expect(
        pieces(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(bare);
    }),
  );
  expect(pieces(`a${FOUND_FROM}b${FOUND_TO}c`)).toEqual([
    { text: "a", found: false },
    { text: "b", found: true },
    { text: "c", found: false },
  ]);
});
