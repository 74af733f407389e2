import { createReadableStreamFromReadable } from "@remix-run/node";
import contentDisposition from "content-disposition";
import { contentOf } from "~/features/documents/files.server.ts";
import { findFile } from "~/features/documents/queries.server.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";
import { log } from "~/log.server.ts";

/**
 * A document's file, for everyone who is signed in, and always as a download: whatever is in it, it never runs as a page
 * of ours. That no browser guesses another type is said by the server on every answer (server.ts).
 */
export const loader = forViewer((visit) => {
  const { db, params, context } = visit;
  const file = (/^\d{1,15}$/.test(params.id ?? "") && findFile(db, Number(params.id))) || notFound(visit);
  const content = contentOf(file.sha256);
  if (!content) {
    log.error({ requestId: context.requestId, sha256: file.sha256 }, "a document's file is not in the folder of files");
    return notFound(visit);
  }
  return new Response(createReadableStreamFromReadable(content.stream), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(content.bytes),
      "Content-Disposition": contentDisposition(file.fileName),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store, no-transform",
    },
  });
});
