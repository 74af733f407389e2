import { readFile } from "node:fs/promises";

/*
 * Older office files (.doc, .xls, .ppt) are compound files ([MS-CFB]): a small file system of named streams. What they are and
 * whether they carry macros is told by their directory, and in Excel and PowerPoint by records of their main stream besides.
 * Every chain is followed for no more sectors than the file has, so that no file, however it is made, is read without end.
 */

const SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** From here on numbers name no sector: the end of a chain, and what is free or the tables' own. */
const NO_SECTOR = 0xfffffffa;

/** The type that the main stream of a file shows. */
const TYPES: Record<string, string> = {
  worddocument: "application/msword",
  workbook: "application/vnd.ms-excel",
  book: "application/vnd.ms-excel",
  "powerpoint document": "application/vnd.ms-powerpoint",
};

/** Where programs of the office keep macros. */
const MACROS = new Set(["macros", "vba", "_vba_project", "_vba_project_cur"]);

export interface OldOfficeFile {
  mediaType: string;
  /** Also where it cannot be told: in what is protected by a password. */
  hasMacros: boolean;
}

/** Returns what an older office file is; null for another compound file, and for one that is not whole. */
export async function readOldOffice(path: string): Promise<OldOfficeFile | null> {
  try {
    return oldOfficeIn(await readFile(path));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** @throws RangeError for a file that is not whole */
export function oldOfficeIn(bytes: Buffer): OldOfficeFile | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  const file = new CompoundFile(bytes);
  const main = file.entries.find(({ name, isStream }) => isStream && Object.hasOwn(TYPES, name));
  const mediaType = main && TYPES[main.name];
  if (!main || !mediaType) return null;
  const inDirectory = file.entries.some(({ name }) => MACROS.has(name));
  return { mediaType, hasMacros: inDirectory || inRecords(mediaType, () => file.contentOf(main)) };
}

function inRecords(mediaType: string, content: () => Buffer): boolean {
  if (mediaType === "application/vnd.ms-excel") return workbookHasMacros(content());
  return mediaType === "application/vnd.ms-powerpoint" && slidesHaveMacros(content());
}

interface Entry {
  name: string;
  isStream: boolean;
  first: number;
  bytes: number;
}

class CompoundFile {
  readonly entries: Entry[] = [];
  readonly #bytes: Buffer;
  readonly #sectorBytes: number;
  readonly #sectors: number;
  readonly #table: number[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new RangeError("No compound file has sectors of this size.");
    this.#sectorBytes = 1 << shift;
    this.#sectors = Math.floor((bytes.length - HEADER_BYTES) / this.#sectorBytes) + 1;
    this.#readTable();
    const directory = this.#chain(bytes.readUInt32LE(48));
    for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
      const entry = directory.subarray(at, at + ENTRY_BYTES);
      const nameBytes = Math.min(entry.readUInt16LE(64), 64);
      const type = entry[66];
      if (type === 0 || nameBytes < 2) continue;
      this.entries.push({
        name: entry.toString("utf16le", 0, nameBytes - 2).toLowerCase(),
        isStream: type === 2,
        first: entry.readUInt32LE(116),
        bytes: entry.readUInt32LE(120),
      });
    }
  }

  /** What a stream holds. One below the cutoff lies in the small sectors, which are a stream of the root. */
  contentOf({ first, bytes }: Entry): Buffer {
    const cutoff = this.#bytes.readUInt32LE(56);
    return (bytes < cutoff ? this.#smallChain(first) : this.#chain(first)).subarray(0, bytes);
  }

  /** The table that says of each sector which one follows: its own sectors stand in the header, and in a chain from there. */
  #readTable(): void {
    const needed = Math.ceil(this.#sectors / (this.#sectorBytes / 4));
    const listed = Array.from({ length: 109 }, (_, at) => this.#bytes.readUInt32LE(76 + 4 * at));
    let next = this.#bytes.readUInt32LE(68);
    while (next < NO_SECTOR && listed.length < needed) {
      const numbers = numbersIn(this.#sector(next));
      next = numbers.pop() ?? NO_SECTOR;
      listed.push(...numbers);
    }
    for (const sector of listed.slice(0, needed))
      if (sector < NO_SECTOR) this.#table.push(...numbersIn(this.#sector(sector)));
  }

  #sector(number: number): Buffer {
    const from = (number + 1) * this.#sectorBytes;
    if (from >= this.#bytes.length) throw new RangeError("A sector lies behind the end.");
    return this.#bytes.subarray(from, from + this.#sectorBytes);
  }

  #chain(first: number): Buffer {
    const parts: Buffer[] = [];
    for (let at = first; at < NO_SECTOR; at = this.#table[at] ?? NO_SECTOR) {
      if (parts.length >= this.#sectors) throw new RangeError("A chain of sectors has no end.");
      parts.push(this.#sector(at));
    }
    return Buffer.concat(parts);
  }

  #smallChain(first: number): Buffer {
    const root = this.entries[0];
    const all = root ? this.#chain(root.first) : Buffer.alloc(0);
    const table = numbersIn(this.#chain(this.#bytes.readUInt32LE(60)));
    const parts: Buffer[] = [];
    for (let at = first; at < NO_SECTOR; at = table[at] ?? NO_SECTOR) {
      if (parts.length > table.length) throw new RangeError("A chain of small sectors has no end.");
      parts.push(all.subarray(at * 64, at * 64 + 64));
    }
    return Buffer.concat(parts);
  }
}

const numbersIn = (sector: Buffer): number[] =>
  Array.from({ length: Math.floor(sector.length / 4) }, (_, at) => sector.readUInt32LE(4 * at));

const END_OF_PART = 0x0a;
const PASSWORD = 0x2f;
const SHEET = 0x85;
/** The kinds of sheets that run: macros of Excel 4, and modules of Visual Basic. */
const RUNNING_SHEETS = [1, 6];

/** Whether a workbook lists a sheet of macros ([MS-XLS], BoundSheet8), which no directory names; true where a password hides it. */
function workbookHasMacros(content: Buffer): boolean {
  for (let at = 0; at + 4 <= content.length; ) {
    const type = content.readUInt16LE(at);
    if (type === END_OF_PART) return false;
    if (type === PASSWORD) return true;
    if (type === SHEET && RUNNING_SHEETS.includes(content.readUInt8(at + 9))) return true;
    at += 4 + content.readUInt16LE(at + 2);
  }
  return false;
}

const VBA_INFO = 0x0400;
const IS_CONTAINER = 0x0f;

/** Whether slides carry macros: PowerPoint packs them into its one stream, and says so in a record ([MS-PPT], VBAInfoAtom). */
function slidesHaveMacros(content: Buffer): boolean {
  for (let at = 0; at + 8 <= content.length; ) {
    const isContainer = (content.readUInt16LE(at) & IS_CONTAINER) === IS_CONTAINER;
    const type = content.readUInt16LE(at + 2);
    if (type === VBA_INFO && content.readUInt32LE(at + 12) !== 0) return true;
    // What is in a container comes right after its head.
    at += isContainer ? 8 : 8 + content.readUInt32LE(at + 4);
  }
  return false;
}
