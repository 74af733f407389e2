import { entriesTable } from "~/features/tools/engine/entries-table.server.ts";
import { sumsTable } from "~/features/tools/financing/funding/sums-table.server.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { csvOf } from "~/lib/csv.server.ts";

/** A register's entries as the CSV that a reader of this language downloads. */
export function entriesCsv(...asked: Parameters<typeof entriesTable>): string {
  return csvOf(entriesTable(...asked), LOCALES[asked[3].language]).toString();
}

/** The sums of the funding streams, likewise. */
export function sumsCsv(...asked: Parameters<typeof sumsTable>): string {
  return csvOf(sumsTable(...asked), LOCALES[asked[2].language]).toString();
}
