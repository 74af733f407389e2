import { readFile } from "node:fs/promises";
import { withWholeErrors } from "~/lib/worker-errors.ts";
import { checkSvg, UnsafeDrawing } from "./svg-check.ts";

/** Looks through the drawing in a file; returns why it is not taken, and null for one that is only a drawing. */
async function checkDrawing({ path }: { path: string }): Promise<string | null> {
  const bytes = await readFile(path);
  try {
    checkSvg(decoded(bytes));
    return null;
  } catch (error) {
    if (error instanceof UnsafeDrawing) return error.message;
    throw error;
  }
}

export default withWholeErrors(checkDrawing);

const OLD_ENCODING = /^<\?xml[^>]*encoding\s*=\s*["'](iso-8859-1|windows-1252)["']/i;

/** @throws UnsafeDrawing for bytes that are no text */
function decoded(bytes: Buffer): string {
  const declared = OLD_ENCODING.exec(bytes.toString("latin1", 0, 200))?.[1];
  try {
    return new TextDecoder(declared ?? "utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnsafeDrawing("not in its encoding", { cause: error });
  }
}
