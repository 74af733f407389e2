import type { SignedInVisit } from "~/features/core/visit.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { csvOf } from "~/lib/csv.server.ts";
import type { DataTable } from "~/lib/table.ts";
import { workbookOf } from "~/lib/workbooks.server.ts";
import { attachment } from "./attachment.server.ts";
import { askerOf } from "./visit.server.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * Answers with a table as a file, in the format that the address ends with (`.csv`, `.xlsx`). It holds what one person may read, so
 * that nobody between keeps it.
 *
 * @param name what the file is called, after the product's name and before its ending
 */
export async function tableFile(visit: SignedInVisit, table: DataTable, name: string): Promise<Response> {
  const { url, language } = visit;
  const type = url.pathname.endsWith(".xlsx") ? "xlsx" : "csv";
  const file = type === "xlsx" ? await workbookOf(table, askerOf(visit)) : csvOf(table, LOCALES[language]);
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": TYPES[type],
      "Content-Length": String(file.length),
      "Content-Disposition": attachment(`INSPIR ${name}.${type}`),
      "Cache-Control": "private, no-store",
    },
  });
}
