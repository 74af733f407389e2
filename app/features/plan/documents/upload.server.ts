import type { By } from "~/features/core/history/change.server.ts";
import { submittedWithFile } from "~/features/core/history/submission.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { BrokenForm, readMultipart, type TakeFile } from "~/features/core/multipart.server.ts";
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
  return withUploads(request, by, 1, (form, [came = null]) => use(form, came));
}

/** As `withUpload`, for a form in which so many files may be chosen: they come in their order, none where none was chosen. */
export async function withUploads<T>(
  request: Request,
  by: By,
  most: number,
  use: (form: FormData, came: Upload[]) => T | Promise<T>,
): Promise<T | null> {
  const came: Upload[] = [];
  const places = new Map<Upload, number>();
  let begun = 0;
  count(by, "upload");
  const take: TakeFile = async (content, name) => {
    const place = begun++;
    if (place > 0) count(by, "upload");
    const file = await receive(content);
    const upload = { name, file, tooLarge: content.truncated === true };
    came.push(upload);
    places.set(upload, place);
    count(by, "upload-bytes", file.bytes);
  };
  try {
    const form = await readMultipart(request, FILE_MOST_BYTES, take, undefined, most);
    // A browser sends one without a name where none was chosen.
    const chosen = came.filter(({ name }) => name !== "").sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    await submittedWithFile(request, form, chosen.map(({ file }) => file.sha256).join());
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
