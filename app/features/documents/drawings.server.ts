import { open, readFile } from "node:fs/promises";

/*
 * Drawings (SVG) are text, of which no first bytes tell what it is, and which can carry a script. They are handed out as downloads
 * alone and never drawn on a page of ours; those that carry something that runs are not taken at all, since whoever takes one
 * opens it on their own computer.
 */

const HEAD_BYTES = 4096;

/** What may stand before the root: the mark of the encoding, a declaration, comments, a document type without entities. */
const BEFORE_ROOT = /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^[>]*>\s*)*/i;

/** Whether a file is a drawing, by how it begins. */
export async function isDrawing(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    const text = head.toString("utf8", 0, bytesRead);
    return /^<svg[\s>]/.test(text.replace(BEFORE_ROOT, ""));
  } finally {
    await file.close();
  }
}

/** What runs in a drawing, or brings something from elsewhere into it. */
const RUNS = [
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|handler|listener)\b/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /javascript\s*:/i,
  /<!ENTITY/i,
  /<\?xml-stylesheet/i,
  // What changes an attribute over time could make one of those above.
  /attributeName\s*=\s*["']?\s*(?:on|(?:\w+:)?href)/i,
  // A link leads within the drawing, to a picture that it brings along, or to the web.
  /\bhref\s*=(?!\s*["']\s*(?:#|https?:\/\/|data:image\/(?:png|jpeg|gif|webp)[;,]|["']))/i,
];

/** Whether a drawing carries something that runs, so far as it can be seen. */
export async function carriesScript(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8");
  return RUNS.some((one) => one.test(text));
}
