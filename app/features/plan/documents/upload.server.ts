import type { By } from "~/features/core/history/change.server.ts";
import { submittedWithFile } from "~/features/core/history/submission.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { BrokenForm, readMultipart } from "~/features/core/multipart.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { whenUnlocked } from "~db/unlocked.ts";
import { FILE_MOST_BYTES, type FileKind, wrongWith } from "./file-types.ts";
import { discard, type Incoming, receive } from "./files.server.ts";

/** A file that came in with a form, under the name that the browser gave it. */
export interface Upload {
  name: string;
  file: Incoming;
  tooLarge: boolean;
}

/**
 * Reads a form with a file and does something with both; what of the file is not kept by then is discarded. Each counts against its
 * person's limits, whatever becomes of it: what is refused has been written to the disk and looked through all the same.
 *
 * @param by whose form it is
 * @param use is given null where no file was chosen; it is run again where the database was locked
 * @returns null when the form broke off, or is none
 * @throws Refusal 413 for a form with more than any of ours has
 * @throws TooMany, before anything is read, for too many in a short time; after the file has come in, for too many bytes
 */
export async function withUpload<T>(
  request: Request,
  by: By,
  use: (form: FormData, came: Upload | null) => T | Promise<T>,
): Promise<T | null> {
  const came: Upload[] = [];
  count(by, "upload");
  try {
    const form = await readMultipart(request, FILE_MOST_BYTES, async (content, name) => {
      const file = await receive(content);
      came.push({ name, file, tooLarge: content.truncated === true });
      count(by, "upload-bytes", file.bytes);
    });
    // A browser sends one without a name where none was chosen.
    const chosen = came.find(({ name }) => name !== "") ?? null;
    await submittedWithFile(request, form, chosen?.file.sha256 ?? "");
    return await whenUnlocked(() => use(form, chosen));
  } catch (error) {
    if (error instanceof BrokenForm) return null;
    throw error;
  } finally {
    for (const { file } of came) discard(file);
  }
}

function count({ personId, limits }: By, name: "upload" | "upload-bytes", times = 1): void {
  if (limits && personId) limit(name, { id: personId }, undefined, times);
}

/** What is wrong with a file that came in, where these kinds are taken; null for nothing. */
export function problemOf({ file, tooLarge }: Upload, takes: readonly FileKind[]): ProblemCode | null {
  if (tooLarge) return "file-too-large";
  if (file.bytes === 0) return "file-empty";
  return wrongWith(file.mediaType, takes) ?? file.problem;
}
