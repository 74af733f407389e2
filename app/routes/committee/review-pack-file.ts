import { fileHeaders, parseFileName } from "~/features/committee/reports/files.server.ts";
import { documentFile } from "~/features/committee/reports/making.server.ts";
import { hasReview } from "~/features/committee/reports/queries.server.ts";
import { attachment } from "~/http/attachment.server.ts";
import { askerOf, forViewer, notFound } from "~/http/visit.server.ts";
import { isQuarter } from "~/lib/quarter.ts";

/** A pack as a file: the document for Word or for a phone, the data for a spreadsheet. For whoever reads its page. */
export const loader = forViewer(async (visit) => {
  const { db, params, viewer, at } = visit;
  const asked = parseFileName("pack", params.file ?? "") ?? notFound(visit);
  const quarter = isQuarter(params.quarter) ? params.quarter : notFound(visit);
  if (!hasReview(db, quarter)) return notFound(visit);
  const content = (await documentFile({ kind: "pack", quarter, viewer, at }, asked, askerOf(visit))) ?? notFound(visit);
  const name = attachment(`INSPIR ${quarter} ${params.file}`);
  return new Response(content, { headers: fileHeaders(asked, content.length, name) });
});
