import { peopleCsv } from "~/features/exchanges/csv.server.ts";
import { exchanges } from "~/features/exchanges/exchanges.ts";
import { entryName } from "~/features/registers/field.ts";
import { entryOf } from "~/features/registers/pages.server.ts";
import { csvResponse } from "~/http/csv.server.ts";
import { entryAsked } from "~/http/register.server.ts";
import { forViewer } from "~/http/visit.server.ts";

/** Who signed up for an exchange and who was there, as a file for a spreadsheet. */
export const loader = forViewer((visit) => {
  const found = entryAsked(visit, exchanges);
  return csvResponse(peopleCsv(entryOf(visit, exchanges, found), visit.i18n), entryName(found.row.id));
});
