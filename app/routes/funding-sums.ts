import { msg } from "@lingui/core/macro";
import { funding } from "~/features/funding/funding.ts";
import { sumsTable } from "~/features/funding/sums-table.server.ts";
import { dayOf } from "~/features/milestones/milestone.ts";
import { readFilters } from "~/features/registers/filters.server.ts";
import { tableFile } from "~/http/table-file.server.ts";
import { forViewer } from "~/http/visit.server.ts";

/** Each sum of the funding streams under the list's filters as a file for a spreadsheet, in the reader's language. */
export const loader = forViewer((visit) => {
  const { db, networks, i18n, url } = visit;
  const table = sumsTable(db, readFilters(funding, url.searchParams, networks, dayOf(visit.at)), visit);
  return tableFile(visit, table, i18n._(msg`Totals of the funding streams`));
});
