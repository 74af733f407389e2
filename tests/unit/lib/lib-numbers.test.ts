import { setupI18n } from "@lingui/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "~/domain.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { isDoubtful, numberForInput, readingsOf, readNumber } from "~/lib/numbers.ts";
import { formatOf } from "~/ui/format.ts";

const formatIn = (language: Language) => formatOf(setupI18n({ locale: language, messages: { [language]: {} } }));

/** Values as fields keep them: four decimals at most. */
const values = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => digits / 10 ** decimals + 0);

describe.each(LANGUAGES)("numbers in %s", (language) => {
  const locale = LOCALES[language];
  const format = formatIn(language);

  test("a number is read as it is shown", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readNumber(format.number(value), locale)).toBe(value);
      }),
    );
  });

  test("a rate is read as it is shown", () => {
    const rates = fc.integer({ min: 1000, max: 2_000_000_000 }).map((parts) => parts / 10_000);
    fc.assert(
      fc.property(rates, (rate) => {
        expect(readNumber(format.rate(rate), locale)).toBe(rate);
      }),
    );
  });

  test("an amount is read as it is shown, and is never doubtful", () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readNumber(format.amount(amount), locale)).toBe(amount);
        expect(isDoubtful(format.amount(amount), locale)).toBe(false);
      }),
    );
  });

  test("what a form shows to be edited is read as the same number", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readNumber(numberForInput(value, locale), locale)).toBe(value);
      }),
    );
  });

  test("spaces of every width and apostrophes part thousands", () => {
    for (const between of [" ", "\u00a0", "\u2009", "\u202f", "'", "’"])
      expect(readNumber(`-1${between}250${between}000`, locale)).toBe(-1_250_000);
  });

  test("a sign that can mean one thing only is read, whichever it is", () => {
    for (const submitted of ["12,5", "12.5", " 12.5 "]) expect(readNumber(submitted, locale)).toBe(12.5);
    expect(readNumber("-3,25", locale)).toBe(-3.25);
    expect(readNumber("−4", locale)).toBe(-4);
    expect(readNumber("0,125", locale)).toBe(0.125);
    expect(readNumber("1.250.000", locale)).toBe(1_250_000);
    expect(readNumber("1.250,75", locale)).toBe(1250.75);
    expect(readNumber("1,250.75", locale)).toBe(1250.75);
  });
});

test("one sign before three figures is read as the language's screens show it", () => {
  const read = (submitted: string) => LANGUAGES.map((language) => readNumber(submitted, LOCALES[language]));
  expect(LANGUAGES).toEqual(["nl", "fr", "es", "en"]);
  expect(read("12,345")).toEqual([12.345, 12.345, 12_345, 12_345]);
  expect(read("12.345")).toEqual([12_345, null, 12.345, 12.345]);
  expect(read("250,000")).toEqual([250, 250, 250_000, 250_000]);
});

test("three decimals after one to three figures are doubtful, and nothing else is", () => {
  const doubtful = (submitted: string) => LANGUAGES.filter((language) => isDoubtful(submitted, LOCALES[language]));
  expect(doubtful("12,345")).toEqual(["nl", "fr"]);
  expect(doubtful("12.345")).toEqual(["fr", "es", "en"]);
  for (const submitted of ["12", "12.5", "12.3450", "1234.567", "0.125", "12.345,6", "apples", ""])
    expect(doubtful(submitted)).toEqual([]);
});

test.each(["", "many", "12 apples", "1,2,3", "1.2.3,4", "1e9", "--1", "1,", ".", "12,345.6,7", "Infinity", "1 2"])(
  "“%s” is none",
  (submitted) => {
    for (const language of LANGUAGES) expect(readNumber(submitted, LOCALES[language])).toBeNull();
  },
);

describe("the two readings of a doubtful number", () => {
  test.each(LANGUAGES)("are each read in one way alone in %s", (language) => {
    for (const submitted of ["12,345", "12.345", "-655.957"]) {
      const { whole, fraction } = readingsOf(submitted, LOCALES[language]);
      const said = Number(submitted.replace(",", "."));
      expect([isDoubtful(whole, LOCALES[language]), isDoubtful(fraction, LOCALES[language])]).toEqual([false, false]);
      expect(readNumber(whole, LOCALES[language])).toBe(said * 1000);
      expect(readNumber(fraction, LOCALES[language])).toBe(said);
    }
  });
});
