import type { Language } from "~/domain.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { publishedIn } from "~/features/tools/communication/publications/published.server.ts";
import { withWholeErrors } from "~/lib/worker-errors.ts";
import { type Database, readingDatabase } from "~db/connection.ts";
import { drawnCharts } from "./charts.server.tsx";
import { type DocumentSource, type RequestedFile, writeFile } from "./files.server.ts";
import { packOf } from "./pack.server.ts";
import { closedReviewsOf, lastClosingOf, packFor, proseOf } from "./queries.server.ts";
import { sheetsOf, yearSheets } from "./sheets.server.ts";
import { paperMarkup } from "./writers/html.server.tsx";
import { NO_FIGURES, yearOf } from "./year.server.ts";

/* A review's pack and a year's report, made from the database by this thread's own connection: what goes in and out stays small. */

/** Which document is made. A pack is made for its reader: not everybody reads all of an open review. */
export type DocumentRequest =
  | { kind: "pack"; quarter: string; viewer: Viewer; at: Date }
  | { kind: "report"; year: number };

/** As a page of the product in one language, or as a file. */
export type DocumentTask = DocumentRequest & ({ page: Language } | { file: RequestedFile });

export interface MadeDocument {
  title: string;
  /** Of a page. */
  html: string;
  /** Of a file. */
  content: Uint8Array;
}

/** Makes a document; returns null for a review that was never opened. */
async function makeDocument(task: DocumentTask): Promise<MadeDocument | null> {
  const language = "page" in task ? task.page : task.file.language;
  const db = readingDatabase();
  // One transaction: what is read is of one moment, whatever is written meanwhile.
  const written = db.transaction(() => sourceOf(db, task, language));
  if (!written) return null;
  if ("file" in task) return { title: "", html: "", content: await writeFile(task.file, written) };
  const paper = written.paper();
  return { title: paper.title, html: paperMarkup(paper, written.charts()), content: new Uint8Array() };
}

export default withWholeErrors(makeDocument);

function sourceOf(db: Database, task: DocumentRequest, language: Language): DocumentSource | null {
  const networks = allNetworks(db);
  if (task.kind === "pack") {
    const { viewer, at } = task;
    const source = packFor({ db, viewer, networks, at }, task.quarter);
    return (
      source && {
        paper: () => packOf(source, language),
        charts: () => drawnCharts(source.snapshot, language),
        sheets: () => sheetsOf([source.snapshot], language),
      }
    );
  }
  const { year } = task;
  const reviews = closedReviewsOf(db, year);
  const snapshots = reviews.map(({ snapshot }) => snapshot);
  const closing = lastClosingOf(db, year);
  const published = publishedIn(db, networks, year, closing?.eventId);
  const prose = proseOf(db, year);
  return {
    paper: () => yearOf({ year, reviews, published, publishedOn: closing?.at ?? null, prose }, language),
    charts: () => drawnCharts(snapshots.at(-1) ?? NO_FIGURES, language),
    sheets: () => yearSheets(snapshots, published, language),
  };
}
