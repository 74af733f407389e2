/* A table of data on its way into a file, before anybody writes it as CSV or as a sheet of a workbook. */

/** A cell: texts stay texts, whatever they look like; null is an empty cell. */
export type Datum = string | number | null;

export interface DataTable {
  /** What the sheet of a workbook is called. */
  name: string;
  columns: {
    name: string;
    /** In characters. */
    width: number;
  }[];
  rows: Datum[][];
}

/** Widths of columns in characters: for running text, for names, for figures and days. */
export const WIDE = 60;
export const SOME = 24;
export const SLIM = 13;
