import { Readable } from "node:stream";
import { crc32 } from "node:zlib";

/* The smallest whole files of several types, made here byte by byte: what each is shows by its content alone. */

export const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** One pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The head of a picture. */
export const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from("JFIF\0"),
  Buffer.alloc(200),
]);

/** The head of a film, or of a picture in the same container: its own brand, and those with which it is compatible. */
export function filmOf(brand: string, ...compatible: string[]): Buffer {
  const box = Buffer.from(`ftyp${brand}\0\0\0\0${compatible.join("")}`);
  return Buffer.concat([Buffer.from([0, 0, 0, box.length + 4]), box, Buffer.alloc(200)]);
}

export const SCRIPT = Buffer.from("#!/bin/sh\necho no document\n");

/** The head of a program for Windows. */
export const EXE = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]);

const OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export const DOCX = zip({ "[Content_Types].xml": contentTypes(OOXML), "word/document.xml": "<w:document/>" });

/** A Word file with macros. */
export const DOCM = zip({
  "[Content_Types].xml": contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml"),
  "word/document.xml": "<w:document/>",
});

export const ODT = zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office/>" });

export const ZIP = zip({ "readme.txt": "An archive." });

/** A PDF of so many bytes. */
export const pdfOf = (bytes: number) => Buffer.concat([PDF, Buffer.alloc(bytes - PDF.length, "%")]);

const SECTOR = 512;

/**
 * A compound file with these streams (a buffer) and storages (null), as older office files are: its table in the first sector, its
 * directory after it, then the streams.
 */
export function compoundOf(entries: Record<string, Buffer | null>): Buffer {
  const all: [name: string, type: number, content: Buffer][] = [
    ["Root Entry", 5, Buffer.alloc(0)],
    ...Object.entries(entries).map(([name, content]): [string, number, Buffer] => [
      name,
      content ? 2 : 1,
      // A stream below 4,096 bytes would lie in small sectors.
      content ? Buffer.concat([content, Buffer.alloc(Math.max(0, 4096 - content.length))]) : Buffer.alloc(0),
    ]),
  ];
  const table: number[] = [0xfffffffd];
  const place = (bytes: number) => {
    const count = Math.ceil(bytes / SECTOR);
    const first = table.length;
    for (let at = 1; at <= count; at++) table.push(at === count ? 0xfffffffe : first + at);
    return count === 0 ? 0xfffffffe : first;
  };
  const directory = Buffer.alloc(Math.ceil((all.length * 128) / SECTOR) * SECTOR);
  const directoryAt = place(directory.length);
  const contents: Buffer[] = [];
  for (const [at, [name, type, content]] of all.entries()) {
    const entry = directory.subarray(at * 128, at * 128 + 128);
    entry.write(name, "utf16le");
    entry.writeUInt16LE(2 * name.length + 2, 64);
    entry[66] = type;
    entry.writeUInt32LE(place(content.length), 116);
    entry.writeUInt32LE(content.length, 120);
    contents.push(Buffer.concat([content, Buffer.alloc((SECTOR - (content.length % SECTOR)) % SECTOR)]));
  }
  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.fill(0, 8, 76);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, directoryAt],
    [56, 4096],
    [60, 0xfffffffe],
    [68, 0xfffffffe],
    [76, 0],
  ] as const)
    header.writeUInt32LE(value, at);
  const tableSector = Buffer.alloc(SECTOR, 0xff);
  for (const [at, next] of table.entries()) tableSector.writeUInt32LE(next, 4 * at);
  return Buffer.concat([header, tableSector, directory, ...contents]);
}

/** A record of a workbook: its type and what it holds. */
const record = (type: number, content: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
};

/** A workbook that lists one sheet of a kind: 0 for a table, 1 for macros of Excel 4. */
export const workbookOf = (kind: number) =>
  Buffer.concat([
    record(0x809, Buffer.alloc(16)),
    record(0x85, Buffer.from([0, 0, 0, 0, 0, kind, 1, 0, 65])),
    record(0x0a, Buffer.alloc(0)),
  ]);

/** The stream of a presentation whose record says whether it has macros. */
export function slidesOf(hasMacros: boolean): Buffer {
  const stream = Buffer.alloc(28);
  stream.writeUInt16LE(0x0f, 0);
  stream.writeUInt16LE(0x3ff, 2);
  stream.writeUInt32LE(20, 4);
  stream.writeUInt16LE(2, 8);
  stream.writeUInt16LE(0x400, 10);
  stream.writeUInt32LE(12, 12);
  stream.writeUInt32LE(hasMacros ? 1 : 0, 20);
  return stream;
}

export const DOC = compoundOf({ WordDocument: Buffer.from("A letter.") });
export const XLS = compoundOf({ Workbook: workbookOf(0) });
export const PPT = compoundOf({ "PowerPoint Document": slidesOf(false) });

/** In pieces, as it comes over a line. */
export function streamOf(content: Buffer, piece = 1000): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += piece) pieces.push(content.subarray(at, at + piece));
  return Readable.from(pieces);
}

function contentTypes(type: string): string {
  return `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
}

/** An archive of files as they are, without compression. */
function zip(files: Record<string, string>): Buffer {
  const heads: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    index.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), shared, place, Buffer.from(name)]));
    heads.push(head);
    at += head.length;
  }
  const listed = Buffer.concat(index);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(heads.length, 4);
  end.writeUInt16LE(heads.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...heads, listed, Buffer.from("PK\x05\x06"), end]);
}

/** Node 20.19 has it, its types not yet everywhere. */
function crc(content: Buffer): number {
  return (crc32 as (data: Buffer) => number)(content);
}

/** A drawing with something more in it. */
export const svgWith = (more: string) =>
  Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${more}</svg>\n`);

export const SVG = svgWith('<path id="a" d="M0 0h9v9z"/><use href="#a"/>');
