import type { Language } from "~/domain.ts";
import { type Asker, workerPool } from "~/lib/worker-pool.server.ts";
import type { DocumentRequest, DocumentTask, MadeDocument } from "./documents.worker.server.ts";
import type { RequestedFile } from "./files.server.ts";

/**
 * Of a plan of 1,000 actions a Word file takes some seconds: one is made at a time, so that no number of askers fills the memory, and
 * each person has a few under way at most, so that the others' turn comes.
 */
const make = workerPool<DocumentTask, MadeDocument | null>({
  name: "documents",
  load: () => import("./documents.worker.server.ts"),
  threads: 1,
  waiting: 20,
  ofOne: 4,
  timeoutMs: 60_000,
  memoryMb: 512,
});

/**
 * Makes a document as a page; returns null for a review that was never opened.
 *
 * @throws TooBusy, TooManyOfOne, TooMuchWork, Abandoned
 */
export function documentPage(asked: DocumentRequest, page: Language, reader: Asker = {}): Promise<MadeDocument | null> {
  return make({ ...asked, page }, reader);
}

/**
 * Makes a document as a file; the rest is as of a page.
 *
 * @throws TooBusy, TooManyOfOne, TooMuchWork, Abandoned
 */
export async function documentFile(
  asked: DocumentRequest,
  file: RequestedFile,
  reader: Asker = {},
): Promise<Uint8Array<ArrayBuffer> | null> {
  const made = await make({ ...asked, file }, reader);
  return made && new Uint8Array(made.content);
}
