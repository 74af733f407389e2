import writeExcelFile, { type CellObject } from "write-excel-file/node";
import { steadyZip } from "./steady-zip.server.ts";
import type { DataTable, Datum } from "./table.ts";
import { wellFormedDeep } from "./text.ts";

/** Excel refuses more in one cell. */
const MOST_CHARACTERS = 32_000;
/** A line of text in points, and the tallest row that Excel takes. */
const LINE = 16;
const TALLEST = 400;

/** The data as a workbook, a sheet for each table. Texts are written as texts: none is ever taken for a formula. */
export async function xlsxOf(tables: readonly DataTable[]): Promise<Buffer> {
  const sheets = wellFormedDeep(tables);
  const workbook = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheetName(sheet.name),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        sheet.columns.map(({ name }, at) => headCell(name, isNumeric(sheet, at))),
        ...sheet.rows.map((row) => rowOf(row, sheet)),
      ],
    })),
    { fontFamily: "Calibri", fontSize: 11 },
  );
  return steadyZip(await workbook.toBuffer(), (path, xml) => (path.startsWith("xl/worksheets/") ? printed(xml) : xml));
}

const isNumeric = ({ rows }: DataTable, at: number) => rows.some((row) => typeof row[at] === "number");

const headCell = (value: string, numeric: boolean): CellObject => ({
  value,
  type: String,
  fontWeight: "bold",
  wrap: true,
  alignVertical: "bottom",
  height: 3 * LINE,
  ...(numeric && { align: "right" }),
  bottomBorderStyle: "thin",
  bottomBorderColor: "#8b8577",
});

/** As tall as its longest text asks for: a program that opens the file does not measure it again. */
function rowOf(row: Datum[], { columns }: DataTable): (CellObject | null)[] {
  const lines = row.map((value, at) => (typeof value === "string" ? linesIn(value, columns[at]?.width ?? 1) : 1));
  const height = Math.min(TALLEST, Math.max(...lines) * LINE);
  return row.map((value) => cell(value, height));
}

const linesIn = (text: string, width: number) =>
  text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);

function cell(value: Datum, height: number): CellObject | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number, alignVertical: "top", height };
  const text = value.slice(0, MOST_CHARACTERS);
  return { value: text, type: String, format: "@", wrap: true, alignVertical: "top", height };
}

/** Excel's own rules for a sheet's name. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

/** On paper a table lies across A4 and is as wide as the page: the library has no word for that. */
function printed(xml: string): string {
  return xml
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace("</sheetData>", '$&<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
}
