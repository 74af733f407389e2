import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { fileTypeFromFile } from "file-type";
import { databaseFile } from "~db/connection.ts";
import { drawingProblem, isDrawing } from "./drawings.server.ts";
import { readOldOffice } from "./old-office.server.ts";

/*
 * The folder of files, outside of anything that the web server hands out by itself. A file is named by the SHA-256 of its
 * content: the same file twice is stored once, and no name that anybody typed ever reaches the disk.
 */

/** Where files live unless `FILES` names another folder: beside the database. */
export function filesFolder(): string {
  return resolve(process.env.FILES || join(dirname(databaseFile()), "files"));
}

/** A file that has come in and is not yet kept. */
export interface Incoming {
  /** Where it is for the moment. */
  path: string;
  sha256: string;
  bytes: number;
  /** The type that its content shows; undefined for an unknown one. */
  mediaType: string | undefined;
  /** Why it is not taken although its type would be: a drawing that runs, an older office file with macros. */
  problem: Awaited<ReturnType<typeof drawingProblem>> | "file-has-macros";
}

const PART = /^[\w-]+\.part$/;
const NAME = /^[0-9a-f]{64}$/;
const DRAWING = "image/svg+xml";
/** What file-type calls every compound file: older office files among them, installers and mails too. */
const COMPOUND = "application/x-cfb";

/**
 * Writes what comes in to the disk piece by piece, whole and synced, under a name of its own.
 *
 * @throws whatever the stream or the disk does, after removing what was written
 */
export async function receive(content: Readable): Promise<Incoming> {
  const folder = filesFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.part`);
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    rmSync(path, { force: true });
    throw error;
  }
  await file.close();
  try {
    const sha256 = hash.digest("hex");
    const mediaType = await typeOf(path);
    if (mediaType === COMPOUND) {
      // One over the limit is not taken whatever it is, and comes here cut off.
      const old = await readOldOffice(path);
      return { path, sha256, bytes, mediaType: old?.mediaType, problem: old?.hasMacros ? "file-has-macros" : null };
    }
    const problem = mediaType === DRAWING ? await drawingProblem(path) : null;
    return { path, sha256, bytes, mediaType, problem };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** What a file's content shows it to be. */
async function typeOf(path: string): Promise<string | undefined> {
  const type = await fileTypeFromFile(path).catch(() => undefined);
  const isText = type === undefined || type.mime === "application/xml";
  if (isText && (await isDrawing(path))) return DRAWING;
  if (type === undefined) return (await headOf(path)).includes("%PDF-") ? "application/pdf" : undefined;
  if (type.mime.startsWith("image/hei")) return HEIC;
  return type.mime === "video/mp4" && isHeic(await headOf(path)) ? HEIC : type.mime;
}

const HEIC = "image/heic";
/** Readers of PDF take its mark anywhere in so many bytes (ISO 32000-1, annex H). */
const HEAD_BYTES = 1024;

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The brands of pictures in HEIC (ISO 23008-12), of which file-type knows some and takes the others for films. */
const HEIC_BRANDS = /^(hei[cxms]|hev[cxms]|mif[12]|msf1|miaf|MiHE)$/;

/** Whether the first box of a file names a brand of HEIC, as its own or as one with which it is compatible. */
function isHeic(head: Buffer): boolean {
  const end = Math.min(head.readUInt32BE(0), head.length);
  for (let at = 8; at + 4 <= end; at += 4) if (HEIC_BRANDS.test(head.toString("latin1", at, at + 4))) return true;
  return false;
}

/** Gives a file that has come in its lasting name. Not awaited, so that a transaction can do it before it commits. */
export function storeFile({ path, sha256 }: Incoming): void {
  const kept = pathOf(sha256);
  if (existsSync(kept)) rmSync(path);
  else renameSync(path, kept);
  const folder = openSync(dirname(kept), "r");
  fsyncSync(folder);
  closeSync(folder);
}

/** Removes what came in and was not kept; nothing for what was. */
export function discard({ path }: Incoming): void {
  rmSync(path, { force: true });
}

/** A file's content; null when the folder has none of this name. */
export function contentOf(sha256: string): { bytes: number; stream: Readable } | null {
  const found = statSync(pathOf(sha256), { throwIfNoEntry: false });
  return found?.isFile() ? { bytes: found.size, stream: createReadStream(pathOf(sha256)) } : null;
}

/** The kept files, and the remains of uploads that broke off before `since`. */
export function storedFiles(since: Date): { kept: string[]; remains: string[] } {
  const folder = filesFolder();
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const remains = names.filter((name) => PART.test(name) && statSync(join(folder, name)).mtime < since);
  return { kept: names.filter((name) => NAME.test(name)), remains };
}

export function removeFile(name: string): void {
  rmSync(join(filesFolder(), name), { force: true });
}

/** @throws Error for anything but a SHA-256 in hexadecimal: no other name is ever a path here */
function pathOf(sha256: string): string {
  if (!NAME.test(sha256)) throw new Error(`“${sha256}” names no file.`);
  return join(filesFolder(), sha256);
}
