import { isPreviewed } from "~/features/plan/documents/file-types.ts";
import { findFile } from "~/features/plan/documents/queries.server.ts";
import { answerWithPreview } from "~/http/file.server.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

/** A picture or a PDF as a page shows it, for everyone who is signed in; the other files are downloads alone. */
export const loader = forViewer((visit) => {
  const { db, params } = visit;
  const file = /^\d{1,15}$/.test(params.id ?? "") && findFile(db, Number(params.id));
  return file && isPreviewed(file.mediaType) ? answerWithPreview(visit, file) : notFound(visit);
});
