import { entryName } from "~/features/core/references.ts";
import { entryOf } from "~/features/tools/engine/pages.server.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { peopleTable } from "~/features/tools/learning/exchanges/people-table.server.ts";
import { requestedEntry } from "~/http/register.server.ts";
import { tableFile } from "~/http/table-file.server.ts";
import { forViewer } from "~/http/visit.server.ts";

/** Who signed up for an exchange and who was there, as a file for a spreadsheet. */
export const loader = forViewer((visit) => {
  const found = requestedEntry(visit, exchanges);
  return tableFile(visit, peopleTable(entryOf(visit, exchanges, found), visit.i18n), entryName(found.row.id));
});
