import { msg } from "@lingui/core/macro";
import { sumsCsv } from "~/features/funding/csv.server.ts";
import { funding } from "~/features/funding/funding.ts";
import { dayOf } from "~/features/milestones/milestone.ts";
import { readFilters } from "~/features/registers/filters.server.ts";
import { attachment } from "~/http/attachment.server.ts";
import { forViewer } from "~/http/visit.server.ts";

/** Each sum of the funding streams under the list's filters as a file for a spreadsheet, in the reader's language. */
export const loader = forViewer((visit) => {
  const { db, networks, i18n, url } = visit;
  const csv = sumsCsv(db, readFilters(funding, url.searchParams, networks, dayOf(visit.at)), visit);
  return new Response(new Uint8Array(csv), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Length": String(csv.length),
      "Content-Disposition": attachment(`INSPIR ${i18n._(msg`Totals of the funding streams`)}.csv`),
      "Cache-Control": "private, no-store",
    },
  });
});
