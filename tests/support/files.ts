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
