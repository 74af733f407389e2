import type { Visit } from "~/features/core/visit.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { csvOf } from "~/lib/csv.server.ts";
import type { DataTable } from "~/lib/table.ts";
import { xlsxOf } from "~/lib/xlsx.server.ts";
import { attachment } from "./attachment.server.ts";

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
export async function tableFile({ url, language }: Visit, table: DataTable, name: string): Promise<Response> {
  const type = url.pathname.endsWith(".xlsx") ? "xlsx" : "csv";
  const file = type === "xlsx" ? await xlsxOf([table]) : csvOf(table, LOCALES[language]);
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": TYPES[type],
      "Content-Length": String(file.length),
      "Content-Disposition": attachment(`INSPIR ${name}.${type}`),
      "Cache-Control": "private, no-store",
    },
  });
}
