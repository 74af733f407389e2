import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "~/domain.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { csvDialect, csvOf, withoutFormulas } from "~/lib/csv.server.ts";
import type { Datum } from "~/lib/table.ts";

const columns = [
  { name: "Title", width: 20 },
  { name: "Amount", width: 10 },
];
const csv = (rows: Datum[][], locale: string) => csvOf({ columns, rows }, locale).toString("utf8");

/** What a program reads that takes this sign for the separator. */
const cellsBy = (text: string, delimiter: string) =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter, newline: "\r\n", skipEmptyLines: true }).data;

describe("the dialect", () => {
  test("is that of the language's spreadsheet programs", () => {
    expect(LANGUAGES.map((language) => [language, csvDialect(LOCALES[language])])).toEqual([
      ["nl", { delimiter: ";", decimal: "," }],
      ["fr", { delimiter: ";", decimal: "," }],
      ["es", { delimiter: ",", decimal: "." }],
      ["en", { delimiter: ",", decimal: "." }],
    ]);
    // Spain's and the Andes' machines want the other one: docs/decisions/0022.
    expect(csvDialect("es-ES").delimiter).toBe(";");
  });

  test("a number stays a number: with the decimal mark, its sign, and nothing between thousands", () => {
    const rows = [["A title", -1234567.25]];
    expect(csv(rows, "nl-BE")).toBe("\uFEFFTitle;Amount\r\nA title;-1234567,25\r\n");
    expect(csv(rows, "en-GB")).toBe("\uFEFFTitle,Amount\r\nA title,-1234567.25\r\n");
  });

  test("a file begins with the mark of UTF-8, and an empty cell is empty", () => {
    expect([...csvOf({ columns, rows: [] }, "fr-FR").subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv([[null, 1]], "fr-FR")).toContain("\r\n;1\r\n");
  });
});

describe("formulas", () => {
  const risky = fc
    .array(
      fc.oneof(
        fc.constantFrom("=1+1", "+", "-", "@SUM(A1)", "\t", "\r", "\n", ";", ",", '"', "'", " ", "＝"),
        fc.string(),
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join(""));

  test("none is in any cell, also where a program takes the other sign for the separator", () => {
    const rows = [
      ["a;=1+1", 1],
      ["b,@SUM(A1)", 2],
      ["c\n=1+1", 3],
      ["=1+1", 4],
      ["\t=1", 5],
      ['d;"=1"', 6],
    ];
    for (const [locale, other] of [
      ["nl-BE", ","],
      ["en-GB", ";"],
    ] as const)
      for (const cells of [csv(rows, locale).split(/[;,\r\n]/), cellsBy(csv(rows, locale), other).flat()])
        for (const cell of cells) expect(cell.replace(/^\uFEFF/, "")).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/);
  });

  test("whatever somebody typed, it reads back, and no text of it begins one", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(risky, fc.integer()), { minLength: 1, maxLength: 4 }), (rows) => {
        for (const locale of ["nl-BE", "en-GB"]) {
          const [, ...read] = cellsBy(csv(rows, locale), csvDialect(locale).delimiter);
          expect(read).toHaveLength(rows.length);
          read.forEach(([text = "", amount], at) => {
            expect(text).not.toMatch(/^[\t\r=+\-@＝＋－＠]/);
            for (const piece of text.split(/[;,\t\r\n]/)) expect(piece).not.toMatch(FORMULA_AFTER_CUT);
            expect(amount).toBe(String(rows[at]?.[1]));
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  /** The beginning of what a program makes of the piece after a separator that it cut at. */
  const FORMULA_AFTER_CUT = /^[ "]*[=+\-@＝＋－＠]/;

  test("a text without one stays as it is", () => {
    for (const text of ["LOB-3", "a = b", "5 - 3", "jean@example.org", "l'action", "one; two, three", ""])
      expect(withoutFormulas(text)).toBe(text);
  });

  test("guarding a text costs no more than its length", () => {
    // 20,000 line ends in a row: a guard that tries each again from its beginning would take minutes over a hundred of them.
    const long = "\n".repeat(20_000);
    for (let time = 0; time < 100; time += 1) expect(withoutFormulas(long)).toHaveLength(long.length);
  });
});
