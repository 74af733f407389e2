import { findFile } from "~/features/plan/documents/queries.server.ts";
import { answerWithFile } from "~/http/file.server.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

/** A document's file, for everyone who is signed in. */
export const loader = forViewer((visit) => {
  const { db, params } = visit;
  const file = /^\d{1,15}$/.test(params.id ?? "") && findFile(db, Number(params.id));
  return answerWithFile(visit, file || notFound(visit));
});
