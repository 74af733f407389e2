import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { FORM_CHARACTERS_MOST } from "./form-size.ts";
import { Refusal } from "./refusal.ts";

/** The form broke off, or is none. */
export class BrokenForm extends Error {}

/** `take` failed, and why is its cause. */
class NotTaken extends Error {}

/** What becomes of a file in a form: it reads all of the stream, whatever it thinks of it. */
export type TakeFile = (content: Readable & { truncated?: boolean }, name: string) => Promise<void>;

/** Of one field, in bytes: far more than any schema lets pass. */
export const FIELD_MOST_BYTES = 128 * 1024;

const LIMITS = { fieldNameSize: 100, fieldSize: FIELD_MOST_BYTES };
/** A form with a file has few fields. */
const UPLOAD_FIELDS_MOST = 50;
/** Longer than the name of a file can be on any disk: a browser sends no longer one. */
const FILE_NAME_MOST = 1000;

/**
 * Reads a form with files, piece by piece and never whole: its fields come back, each file goes to `take` while it comes in.
 * What of a file lies over `fileMost` bytes is left out, and the stream marked `truncated`.
 *
 * @throws BrokenForm, once `take` has ended too
 * @throws Refusal 413 for more fields, files or text in a field than any form of ours has, without reading the rest
 * @throws whatever `take` throws
 */
export async function readMultipart(
  request: Request,
  fileMost: number,
  take: TakeFile,
  fieldsMost = UPLOAD_FIELDS_MOST,
  filesMost = 1,
): Promise<FormData> {
  if (!request.body) throw new BrokenForm("A form without a body.");
  const form = new FormData();
  const taken: Promise<void>[] = [];
  const contents: Readable[] = [];
  const busboy = parserFor(request, fileMost, fieldsMost, filesMost);
  const source = Readable.fromWeb(request.body as ReadableStream);
  const whole = new Promise<void>((resolve, reject) => {
    const tooLarge = () => reject(new Refusal(413, "A form with more than any of ours has."));
    let characters = 0;
    busboy.on("field", (name, value, _nameTruncated, truncated) => {
      characters += value.length;
      if (truncated || characters > FORM_CHARACTERS_MOST) tooLarge();
      else form.append(name, value);
    });
    busboy.on("file", (_field, content, name) => {
      // Before anything else: a form that breaks off ends its file in an error, and one that nobody hears ends the process.
      content.on("error", reject);
      contents.push(content);
      const job = take(content, nameAsChosen(name ?? ""));
      // What was not read would hold the rest of the form up.
      const done = job.finally(() => content.resume());
      // A file that was not taken to its end would keep the form from ever being whole.
      done.catch((error) => reject(new NotTaken("", { cause: error })));
      taken.push(done);
    });
    for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const) busboy.on(limit, tooLarge);
    busboy.on("finish", resolve);
    busboy.on("error", reject);
    source.on("error", reject);
    source.pipe(busboy);
  });
  try {
    await whole;
  } catch (error) {
    // Left open, not destroyed: the answer still has to go out on the connection that the body comes in by.
    source.unpipe(busboy);
    for (const content of contents) content.destroy(error as Error);
    await Promise.allSettled(taken);
    if (error instanceof NotTaken) throw error.cause;
    if (error instanceof Refusal) throw error;
    throw new BrokenForm("The form broke off.", { cause: error });
  }
  await Promise.all(taken);
  return form;
}

/**
 * Browsers write three signs of a file's name as if they were of an address, and no other (HTML, "multipart form data"). Of a name that
 * is too long its end is kept, where its ending is.
 */
function nameAsChosen(name: string): string {
  return name.slice(-FILE_NAME_MOST).replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
}

function parserFor(request: Request, fileMost: number, fieldsMost: number, filesMost: number) {
  try {
    return new Busboy({
      headers: { "content-type": request.headers.get("Content-Type") ?? "" },
      limits: {
        ...LIMITS,
        fileSize: fileMost,
        files: filesMost,
        fields: fieldsMost,
        parts: fieldsMost + filesMost + 10,
      },
      // A file that was not chosen comes without content: it is told apart by that.
      isPartAFile: (_field, type, name) => type === "application/octet-stream" || name !== undefined,
    });
  } catch (error) {
    throw new BrokenForm("Not a form.", { cause: error });
  }
}

/** Only its fields: what a file held is read and dropped. */
export function fieldsOf(request: Request, fieldsMost?: number): Promise<FormData> {
  const drop: TakeFile = async (content) => {
    content.resume();
  };
  return readMultipart(request, 1, drop, fieldsMost);
}

export function isMultipart(request: Request): boolean {
  return request.headers.get("Content-Type")?.startsWith("multipart/form-data") === true;
}
