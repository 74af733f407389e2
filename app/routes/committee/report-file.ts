import { fileHeaders, parseFileName } from "~/features/committee/reports/files.server.ts";
import { documentFile } from "~/features/committee/reports/making.server.ts";
import { parseYear } from "~/features/committee/reports/schemas.ts";
import { attachment } from "~/http/attachment.server.ts";
import { askerOf, forViewer, notFound } from "~/http/visit.server.ts";

/** A year's report as a file, as a pack is. */
export const loader = forViewer(async (visit) => {
  const { params, at } = visit;
  const asked = parseFileName("report", params.file ?? "") ?? notFound(visit);
  const year = parseYear(params.year, at) ?? notFound(visit);
  const content = (await documentFile({ kind: "report", year }, asked, askerOf(visit))) ?? notFound(visit);
  const name = attachment(`INSPIR ${year} ${params.file}`);
  return new Response(content, { headers: fileHeaders(asked, content.length, name) });
});
