import { dayOf } from "~/features/milestones/milestone.ts";
import { entriesCsv } from "~/features/registers/csv.server.ts";
import { readFilters } from "~/features/registers/filters.server.ts";
import { attachment } from "~/http/attachment.server.ts";
import { registerAsked } from "~/http/register.server.ts";
import { forViewer } from "~/http/visit.server.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";

/** A register's entries under the list's filters as a file for a spreadsheet, in the reader's language. */
export const loader = forViewer((visit) => {
  const { db, networks, i18n, url } = visit;
  const register = registerAsked(visit);
  const csv = entriesCsv(db, register, readFilters(register, url.searchParams, networks, dayOf(visit.at)), visit);
  return new Response(new Uint8Array(csv), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Length": String(csv.length),
      "Content-Disposition": attachment(`INSPIR ${i18n._(REGISTER_NAMES[register.name])}.csv`),
      "Cache-Control": "private, no-store",
    },
  });
});
