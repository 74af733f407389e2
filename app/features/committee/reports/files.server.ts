import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { csvOf } from "~/lib/csv.server.ts";
import { xlsxOf } from "~/lib/xlsx.server.ts";
import { type DocumentKind, type Paper, SHEETS, type Sheet, type SheetId } from "./paper.ts";
import type { Charts } from "./writers/blocks.server.tsx";
import { docxOf } from "./writers/docx.server.ts";
import { paperFile } from "./writers/html.server.tsx";

const OFFICE = "application/vnd.openxmlformats-officedocument";

const TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  html: "text/html; charset=utf-8",
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  csv: "text/csv; charset=utf-8",
} as const;

type FileType = keyof typeof TYPES;

/** Which file of a document is asked for. */
export interface RequestedFile {
  language: Language;
  type: FileType;
  /** Of CSV: which table. */
  sheet: SheetId;
}

/** The table that a CSV holds when its name says none. */
const MAIN_SHEET: SheetId = "actions";

/**
 * Reads a file's name, `pack.nl.docx`, `pack-decisions.fr.csv`; null for what is no file of ours.
 *
 * @param kind what the name begins with
 */
export function parseFileName(kind: DocumentKind, name: string): RequestedFile | null {
  const [, start, sheet, language, type] = /^([a-z]+)(?:-([a-z-]+))?\.([a-z]{2})\.([a-z]+)$/.exec(name) ?? [];
  if (start !== kind || !isOneOf(LANGUAGES, language) || !type || !Object.hasOwn(TYPES, type)) return null;
  if (sheet === undefined) return { language, type: type as FileType, sheet: MAIN_SHEET };
  return type === "csv" && isOneOf(SHEETS[kind], sheet) ? { language, type, sheet } : null;
}

/** What every file of a document is written from. */
export interface DocumentSource {
  paper: () => Paper;
  charts: () => Charts;
  sheets: () => Sheet[];
}

/** Writes a file. The same document gives the same bytes, whenever it is asked for. */
export async function writeFile(
  { type, sheet, language }: RequestedFile,
  { paper, charts, sheets }: DocumentSource,
): Promise<Buffer> {
  switch (type) {
    case "docx":
      return await docxOf(paper());
    case "html":
      return paperFile(paper(), charts());
    case "xlsx":
      return await xlsxOf(sheets());
    case "csv":
      return csvOf(sheets().find(({ id }) => id === sheet) as Sheet, LOCALES[language]);
  }
}

/** The answer to a download: always one, whatever is in it never runs as a page of ours. */
export function fileHeaders({ type }: RequestedFile, bytes: number, disposition: string): Record<string, string> {
  return {
    "Content-Type": TYPES[type],
    "Content-Length": String(bytes),
    "Content-Disposition": disposition,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Cache-Control": "private, no-store, no-transform",
  };
}
