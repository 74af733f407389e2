import Papa from "papaparse";
import type { DataTable, Datum } from "./table.ts";
import { wellFormed } from "./text.ts";

/** How a spreadsheet program in a language reads CSV (docs/decisions/0022-files-for-spreadsheets.md). */
export interface CsvDialect {
  delimiter: "," | ";";
  decimal: "." | ",";
}

/**
 * Returns the dialect of a locale. Spreadsheet programs take the decimal mark and the separator of cells from the machine's region:
 * where numbers have a decimal comma, the separator is a semicolon.
 */
export function csvDialect(locale: string): CsvDialect {
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal")?.value;
  return decimal === "," ? { delimiter: ";", decimal: "," } : { delimiter: ",", decimal: "." };
}

/** What may begin a formula, in full width too, and all that stands before it in a cell once a program has cut the row. */
const BEGINNING = /([;,\t\r\n]|^)([\s"']*)([=+\-@＝＋－＠])?/g;

/**
 * Returns a text that no spreadsheet program takes for a formula (OWASP, CSV injection), by an apostrophe before what would begin one:
 * at the start of the cell, and after each sign at which a program of another region, or one that misreads a quote, begins the next.
 */
export function withoutFormulas(text: string): string {
  const guarded = text.replace(BEGINNING, (all, edge: string, between: string, sign?: string) =>
    sign ? `${edge}${between}'${sign}` : all,
  );
  return /^[\t\r]/.test(guarded) ? `'${guarded}` : guarded;
}

/** A number with all its decimals and no signs between thousands; any other cell as a text that is safe to open. */
function cellText(cell: Datum, { decimal }: CsvDialect): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", decimal);
  return withoutFormulas(wellFormed(cell));
}

/**
 * Returns a table as CSV (RFC 4180) for the spreadsheet programs of a locale: in UTF-8, with the byte order mark by which they know it.
 *
 * @param locale such as `nl-BE`
 */
export function csvOf({ columns, rows }: Pick<DataTable, "columns" | "rows">, locale: string): Buffer {
  const dialect = csvDialect(locale);
  const data = rows.map((row) => row.map((cell) => cellText(cell, dialect)));
  const fields = columns.map(({ name }) => cellText(name, dialect));
  const text = Papa.unparse({ fields, data }, { delimiter: dialect.delimiter, newline: "\r\n" });
  return Buffer.from(`\uFEFF${text}\r\n`);
}
