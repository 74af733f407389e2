import { publishedIn } from "~/features/publications/published.server.ts";
import { drawnCharts } from "~/features/reports/charts.server.tsx";
import { fileAsked, fileHeaders, writeFile } from "~/features/reports/files.server.ts";
import { closedReviewsOf, proseOf } from "~/features/reports/queries.server.ts";
import { yearAsked } from "~/features/reports/schemas.ts";
import { yearSheets } from "~/features/reports/sheets.server.ts";
import { NO_FIGURES, yearOf } from "~/features/reports/year.server.ts";
import { attachment } from "~/http/attachment.server.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

/** A year's report as a file, as a pack is. */
export const loader = forViewer(async (visit) => {
  const { db, params, at, networks } = visit;
  const asked = fileAsked("report", params.file ?? "") ?? notFound(visit);
  const year = yearAsked(params.year, at) ?? notFound(visit);
  const reviews = closedReviewsOf(db, year);
  const snapshots = reviews.map(({ snapshot }) => snapshot);
  const published = publishedIn(db, networks, year);
  const content = await writeFile(asked, {
    paper: () => yearOf({ year, reviews, published, prose: proseOf(db, year) }, asked.language),
    charts: () => drawnCharts(snapshots.at(-1) ?? NO_FIGURES, asked.language),
    sheets: () => yearSheets(snapshots, published, asked.language),
  });
  const name = attachment(`INSPIR ${year} ${params.file}`);
  return new Response(new Uint8Array(content), { headers: fileHeaders(asked, content.length, name) });
});
