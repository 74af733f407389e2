import { createReadableStreamFromReadable } from "@remix-run/node";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { contentOf } from "~/features/plan/documents/files.server.ts";
import { log } from "~/log.server.ts";
import { attachment } from "./attachment.server.ts";
import { notFound } from "./visit.server.ts";

/** A file that is kept, as whoever takes it gets it. */
export interface FileToTake {
  sha256: string;
  fileName: string;
  mediaType: string;
}

/**
 * A kept file, always as a download: whatever is in it, it never runs as a page of ours. That no browser guesses another type
 * is said by the server on every answer (server.ts).
 */
export function answerWithFile(visit: SignedInVisit, file: FileToTake): Response {
  return answerWith(visit, file, {
    "Content-Disposition": attachment(file.fileName),
    "Content-Security-Policy": "default-src 'none'; sandbox",
  });
}

/**
 * A kept picture or PDF for a page to show. Its type is one that its content showed and that browsers only draw; nothing is fetched or
 * run on its behalf. A PDF is framed by our own pages alone and by no sandbox, in which browsers show none: what draws it has one.
 */
export function answerWithPreview(visit: SignedInVisit, file: FileToTake): Response {
  const policy =
    file.mediaType === "application/pdf"
      ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; sandbox";
  return answerWith(visit, file, { "Content-Disposition": "inline", "Content-Security-Policy": policy });
}

function answerWith(
  visit: SignedInVisit,
  { sha256, mediaType }: FileToTake,
  headers: Record<string, string>,
): Response {
  const content = contentOf(sha256);
  if (!content) {
    log.error({ requestId: visit.context.requestId, sha256 }, "a file that is named is not in the folder of files");
    return notFound(visit);
  }
  return new Response(createReadableStreamFromReadable(content.stream), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(content.bytes),
      "Cache-Control": "private, no-store, no-transform",
      ...headers,
    },
  });
}
