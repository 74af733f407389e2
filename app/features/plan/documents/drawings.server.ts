import { open } from "node:fs/promises";
import { TooMuchWork } from "~/lib/too-busy.ts";
import { workerPool } from "~/lib/worker-pool.server.ts";

/*
 * Drawings (SVG) are text, of which no first bytes tell what it is, and which can carry a script. They are handed out as downloads
 * alone and never drawn on a page of ours; those that carry something that runs are not taken at all, since whoever takes one
 * opens it on their own computer.
 */

const HEAD_BYTES = 4096;

/** What may stand before the root: the mark of the encoding, a declaration, comments, a document type. */
const BEFORE_ROOT = [
  /^\uFEFF?\s*/,
  /^<\?[^>]*\?>\s*/,
  /^<!--[\s\S]*?-->\s*/,
  /^<!DOCTYPE\s+svg[^[>]*(?:\[[^\]]*\]\s*)?>\s*/i,
];

/** Whether a file is a drawing, by how it begins. */
export async function isDrawing(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    let text = head.toString("utf8", 0, bytesRead);
    for (let rest = ""; rest !== text; ) {
      rest = text;
      for (const before of BEFORE_ROOT) text = text.replace(before, "");
    }
    return /^<(?:[\w-]+:)?svg[\s/>]/.test(text);
  } finally {
    await file.close();
  }
}

const check = workerPool({
  name: "drawing-check",
  load: () => import("./drawing-check.worker.server.ts"),
  threads: 1,
  waiting: 16,
  timeoutMs: 5000,
  memoryMb: 256,
});

/**
 * Why a drawing is not taken: it carries something that runs or that comes from elsewhere, or it cannot be looked through in
 * bounded time; null for one that is only a drawing.
 *
 * @throws TooBusy
 */
export async function drawingProblem(path: string): Promise<"drawing-runs" | "drawing-unchecked" | null> {
  try {
    return (await check({ path })) === null ? null : "drawing-runs";
  } catch (error) {
    if (error instanceof TooMuchWork) return "drawing-unchecked";
    throw error;
  }
}
