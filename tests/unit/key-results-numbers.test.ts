import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asTyped, readNumber } from "~/features/key-results/numbers.ts";
import { LANGUAGES } from "~/words.ts";

describe("a number as people type it", () => {
  test.each(LANGUAGES)("comma or point before one or two figures is the same, in %s", (language) => {
    for (const typed of ["12,5", "12.5", " 12.5 "]) expect(readNumber(typed, language)).toBe(12.5);
    expect(readNumber("-3,25", language)).toBe(-3.25);
    expect(readNumber("−4", language)).toBe(-4);
    expect(readNumber("0,125", language)).toBe(0.125);
    expect(readNumber("1 250", language)).toBe(1250);
    expect(readNumber("1\u202f250,5", language)).toBe(1250.5);
    expect(readNumber("1.250.000", language)).toBe(1_250_000);
    expect(readNumber("1.250,75", language)).toBe(1250.75);
    expect(readNumber("1,250.75", language)).toBe(1250.75);
  });

  test("one sign before three figures is read as the language has it, and never guessed", () => {
    expect(readNumber("1.250", "nl")).toBe(1250);
    expect(readNumber("1.250", "es")).toBe(1250);
    expect(readNumber("1.250", "en")).toBe(1.25);
    expect(readNumber("1.250", "fr")).toBeNull();
    expect(readNumber("1,250", "en")).toBe(1250);
    expect(readNumber("1,250", "nl")).toBe(1.25);
    expect(readNumber("1,250", "fr")).toBe(1.25);
  });

  test.each(["", "many", "12 apples", "1,2,3", "1.2.3,4", "1e9", "--1", "1,", ".", "12,345.6,7", "Infinity", "1 2"])(
    "“%s” is none",
    (typed) => {
      for (const language of LANGUAGES) expect(readNumber(typed, language)).toBeNull();
    },
  );

  test("what a form shows to be typed over is read as the same number", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...LANGUAGES),
        (digits, decimals, language) => {
          const value = digits / 10 ** decimals;
          expect(readNumber(asTyped(value, language), language)).toBe(value + 0);
        },
      ),
    );
  });
});
