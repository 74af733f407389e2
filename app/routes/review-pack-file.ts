import { isQuarter } from "~/features/actions/quarter.ts";
import { drawnCharts } from "~/features/reports/charts.server.tsx";
import { fileAsked, fileHeaders, writeFile } from "~/features/reports/files.server.ts";
import { packOf } from "~/features/reports/pack.server.ts";
import { packFor } from "~/features/reports/queries.server.ts";
import { sheetsOf } from "~/features/reports/sheets.server.ts";
import { attachment } from "~/http/attachment.server.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

/** A pack as a file: the document for Word or for a phone, the data for a spreadsheet. For whoever reads its page. */
export const loader = forViewer(async (visit) => {
  const { params } = visit;
  const asked = fileAsked("pack", params.file ?? "") ?? notFound(visit);
  const quarter = isQuarter(params.quarter) ? params.quarter : notFound(visit);
  const source = packFor(visit, quarter) ?? notFound(visit);
  const { snapshot } = source;
  const content = await writeFile(asked, {
    paper: () => packOf(source, asked.language),
    charts: () => drawnCharts(snapshot, asked.language),
    sheets: () => sheetsOf([snapshot], asked.language),
  });
  const name = attachment(`INSPIR ${quarter} ${params.file}`);
  return new Response(new Uint8Array(content), { headers: fileHeaders(asked, content.length, name) });
});
