import { msg } from "@lingui/core/macro";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { funding } from "~/features/tools/financing/funding/funding.ts";
import { sumsTable } from "~/features/tools/financing/funding/sums-table.server.ts";
import { tableFile } from "~/http/table-file.server.ts";
import { forViewer } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";

/** Each sum of the funding streams under the list's filters as a file for a spreadsheet, in the reader's language. */
export const loader = forViewer((visit) => {
  const { db, networks, i18n, url } = visit;
  const table = sumsTable(db, readFilters(funding, url.searchParams, networks, dayOf(visit.at)), visit);
  return tableFile(visit, table, i18n._(msg`Totals of the funding streams`));
});
