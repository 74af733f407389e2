import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyFor, stepIn } from "~/features/search/keys.ts";
import { FOUND_FROM, FOUND_TO, matchOf, pieces, referenceIn } from "~/features/search/terms.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
});

describe("the keys of every page", () => {
  test("⌘K on a Mac, Ctrl K elsewhere; Ctrl K on a Mac edits the line", () => {
    expect(keyFor(press("k", { ctrlKey: true }), false, false)).toBe("switcher");
    expect(keyFor(press("K", { metaKey: true }), true, true)).toBe("switcher");
    expect(keyFor(press("k", { ctrlKey: true }), true, true)).toBeNull();
    expect(keyFor(press("k"), false, false)).toBeNull();
  });

  test("take nothing from somebody who is typing", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.boolean(), (key, mac) => {
        expect(keyFor(press(key), mac, true)).toBeNull();
      }),
    );
    expect([keyFor(press("/"), false, false), keyFor(press("?"), false, false)]).toEqual(["search", "help"]);
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
        if (match !== null) expect(match.replace(/"[\p{L}\p{N} ]+"\*?|[()]| AND | OR /gu, "")).toBe("");
      }),
    );
  });

  test.each([
    ["LOB-3", "LOB-3"],
    [" lob 03 ", "LOB-3"],
    ["s12", "S-12"],
    ["ILO-3", null],
    ["LOB-3 health", null],
    ["SS-3", null],
  ])("%s is the reference %s", (typed, reference) => expect(referenceIn(typed)).toBe(reference));
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
