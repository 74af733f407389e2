import { entriesTable } from "~/features/tools/engine/entries-table.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { forTool } from "~/http/register.server.ts";
import { tableFile } from "~/http/table-file.server.ts";
import { dayOf } from "~/lib/days.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";

/** A register's entries under the list's filters as a file for a spreadsheet, in the reader's language. */
export const loader = forTool((visit, register) => {
  const { db, networks, i18n, url } = visit;
  const table = entriesTable(db, register, readFilters(register, url.searchParams, networks, dayOf(visit.at)), visit);
  return tableFile(visit, table, i18n._(REGISTER_NAMES[register.name]));
});
