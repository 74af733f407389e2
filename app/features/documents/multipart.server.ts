import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";

/** The form broke off, or is none. */
export class BrokenForm extends Error {}

/** What becomes of a file in a form: it reads all of the stream, whatever it thinks of it. */
export type TakeFile = (content: Readable & { truncated?: boolean }, name: string) => Promise<void>;

const LIMITS = { fieldNameSize: 100, fieldSize: 20_000, fields: 50, files: 1, parts: 60 };

/**
 * Reads a form with a file, piece by piece and never whole: its fields come back, its file goes to `take` while it comes in.
 * What of a file lies over `fileMost` bytes is left out, and the stream marked `truncated`.
 *
 * @throws BrokenForm, once `take` has ended too; and what `take` throws
 */
export async function readMultipart(request: Request, fileMost: number, take: TakeFile): Promise<FormData> {
  if (!request.body) throw new BrokenForm("A form without a body.");
  const form = new FormData();
  const taken: Promise<void>[] = [];
  const contents: Readable[] = [];
  const busboy = parserFor(request, fileMost);
  busboy.on("field", (name, value) => form.append(name, value));
  busboy.on("file", (_field, content, name) => {
    contents.push(content);
    const job = take(content, name ?? "");
    // What was not read would hold the rest of the form up.
    const done = job.finally(() => content.resume());
    // Seen below: until then it must not count as unhandled.
    done.catch(() => {});
    taken.push(done);
  });
  const source = Readable.fromWeb(request.body as ReadableStream);
  await new Promise<void>((resolve, reject) => {
    busboy.on("finish", resolve);
    busboy.on("error", reject);
    source.on("error", reject);
    source.pipe(busboy);
  }).catch(async (error) => {
    source.destroy();
    for (const content of contents) content.destroy(error);
    await Promise.allSettled(taken);
    throw new BrokenForm("The form broke off.", { cause: error });
  });
  await Promise.all(taken);
  return form;
}

function parserFor(request: Request, fileMost: number) {
  try {
    return new Busboy({
      headers: { "content-type": request.headers.get("Content-Type") ?? "" },
      limits: { ...LIMITS, fileSize: fileMost },
      // A file that was not chosen comes without content: it is told apart by that.
      isPartAFile: (_field, type, name) => type === "application/octet-stream" || name !== undefined,
    });
  } catch (error) {
    throw new BrokenForm("Not a form.", { cause: error });
  }
}

/** Only its fields: what a file held is read and dropped. */
export function fieldsOf(request: Request): Promise<FormData> {
  return readMultipart(request, 1, async (content) => {
    content.resume();
  });
}

export function isMultipart(request: Request): boolean {
  return request.headers.get("Content-Type")?.startsWith("multipart/form-data") === true;
}
