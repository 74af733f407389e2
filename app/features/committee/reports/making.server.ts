import { workerPool } from "~/lib/worker-pool.server.ts";
import type { Language } from "~/words.ts";
import type { DocumentAsked, DocumentTask, MadeDocument } from "./documents.worker.server.ts";
import type { FileAsked } from "./files.server.ts";

/** Of a plan of 1,000 actions a Word file takes some seconds: one is made at a time, so that no number of askers fills the memory. */
const make = workerPool<DocumentTask, MadeDocument | null>({
  name: "documents",
  load: () => import("./documents.worker.server.ts"),
  threads: 1,
  waiting: 20,
  timeoutMs: 60_000,
  memoryMb: 512,
});

/**
 * Makes a document as a page; returns null for a review that was never opened.
 *
 * @throws TooBusy, TooMuchWork
 */
export function documentPage(asked: DocumentAsked, page: Language): Promise<MadeDocument | null> {
  return make({ ...asked, page });
}

/**
 * Makes a document as a file; the rest is as of a page.
 *
 * @throws TooBusy, TooMuchWork
 */
export async function documentFile(asked: DocumentAsked, file: FileAsked): Promise<Uint8Array<ArrayBuffer> | null> {
  const made = await make({ ...asked, file });
  return made && new Uint8Array(made.content);
}
