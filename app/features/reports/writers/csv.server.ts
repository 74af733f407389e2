import Papa from "papaparse";
import type { Sheet } from "../paper.ts";

/** What a table of the data needs to be written as CSV. */
type Written = Pick<Sheet, "rows"> & { columns: { name: string }[] };

/** What a spreadsheet would take for a formula (OWASP, CSV injection); a number is none, whatever its sign. */
export const FORMULA = /^[=+\-@\t\r]/;

/** A table of the data as CSV (RFC 4180): in UTF-8 with the mark by which spreadsheets know it, and safe to open in one. */
export function csvOf({ columns, rows }: Written): Buffer {
  const fields = columns.map(({ name }) => name);
  const text = Papa.unparse({ fields, data: rows }, { escapeFormulae: FORMULA, newline: "\r\n" });
  return Buffer.from(`\uFEFF${text}\r\n`);
}
