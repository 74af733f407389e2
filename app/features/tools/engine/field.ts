import type { Language, NetworkKind, RegisterName, Translated } from "~/domain.ts";
import type { FileKind } from "~/features/plan/documents/file-types.ts";

/*
 * The kinds of fields that an entry of a register can have. Each is plain data: the form, the reading of what came in, the
 * facts on the page, the spreadsheet and the history are all made from it; how a person reads it stands apart (labels.ts).
 * `T` is what the field holds once it is read: empty is null, an empty list `[]`.
 */

interface Common {
  /** Empty is refused. */
  required?: boolean;
  /** Said on the entry's own page only, not in the rows of the list. */
  detailOnly?: boolean;
  /** Said with its label among others: what says nothing alone, such as the number of a version. */
  labelled?: boolean;
  /** The list can be narrowed by it: a choice or several, a language, networks, a day by its year. */
  filter?: boolean;
}

export type Descriptor = Common &
  (
    | { type: "text"; most: number }
    /** Paragraphs in Markdown, in one language or more. */
    | { type: "prose"; most: number }
    /** Paragraphs in the one language in which a part is written. */
    | { type: "paragraph"; most: number }
    | {
        type: "choice";
        options: readonly string[] /** What a new entry has until somebody chooses. */;
        begins?: string;
      }
    /** Several of a closed list. */
    | { type: "choices"; options: readonly string[] }
    | { type: "number"; least: number; most: number; decimals: 0 | 2 }
    /** `past`: it tells of what has happened, so that it cannot lie ahead. */
    | { type: "day"; past?: boolean }
    | { type: "url" }
    | { type: "language" }
    /** `kinds`: of which kinds they are; all where nothing is said. */
    | { type: "networks"; kinds?: readonly NetworkKind[] }
    /** Entries of another register, by their references (`E-12`). */
    | { type: "entries"; of: RegisterName }
    /** A file, of a part alone: its form comes in pieces. A kind of parts has one such field at most, called `file`. */
    | { type: "file"; takes: readonly FileKind[] }
  );

/** A file that is kept in the folder of files under its SHA-256. */
export interface StoredFile {
  /** Under which it is downloaded. */
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** A field that holds a `T`. */
export type Field<T = unknown> = Descriptor & { readonly holds?: T };

type Of<K extends Descriptor["type"]> = Omit<Extract<Descriptor, { type: K }>, "type">;
type WithMost<K extends "text" | "prose" | "paragraph"> = Omit<Of<K>, "most"> & { most?: number };

/** One line that is the same in every language: a place, a name. 200 letters at most unless said. */
export const text = (given: WithMost<"text"> = {}): Field<string | null> => ({ type: "text", most: 200, ...given });

/** Paragraphs in one language or more, 10,000 letters each at most unless said. Never in the rows of a list. */
export const prose = (given: WithMost<"prose"> = {}): Field<Translated | null> => ({
  type: "prose",
  most: 10_000,
  detailOnly: true,
  ...given,
});

/** What somebody says in a part, in the language in which they write it; 5,000 letters at most unless said. */
export const paragraph = (given: WithMost<"paragraph"> = {}): Field<string | null> => ({
  type: "paragraph",
  most: 5000,
  ...given,
});

/** One of a closed list. */
export function choice<const O extends readonly string[]>(
  options: O,
  given: Omit<Of<"choice">, "options"> = {},
): Field<O[number] | null> {
  return { type: "choice", options, ...given };
}

/** Several of a closed list. */
export function choices<const O extends readonly string[]>(
  options: O,
  given: Omit<Of<"choices">, "options"> = {},
): Field<O[number][]> {
  return { type: "choices", options, ...given };
}

/** A whole number. */
export const whole = (given: Omit<Of<"number">, "decimals">): Field<number | null> => ({
  type: "number",
  decimals: 0,
  ...given,
});

/** An amount of money, in the currency that stands beside it, with two decimals at most. */
export const amount = (given: Common = {}): Field<number | null> => ({
  type: "number",
  decimals: 2,
  least: 0,
  most: 10_000_000_000,
  ...given,
});

/** A day, `2026-11-24`. */
export const day = (given: Of<"day"> = {}): Field<string | null> => ({ type: "day", ...given });

/** An address on the web. */
export const url = (given: Common = {}): Field<string | null> => ({ type: "url", ...given });

export const language = (given: Common = {}): Field<Language | null> => ({ type: "language", ...given });

/** Networks, by their ids. */
export const networks = (given: Of<"networks"> = {}): Field<number[]> => ({ type: "networks", ...given });

/** Entries of another register, by their ids. */
export const entries = (given: Of<"entries">): Field<number[]> => ({ type: "entries", ...given });

/** A file of one of these kinds. */
export const file = (given: Of<"file">): Field<StoredFile | null> => ({ type: "file", ...given });

export type Fields = Record<string, Field>;

/** What the fields hold, by their names. */
export type Held<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** What any entry's fields hold, where nobody asks of which register it is. */
export type Values = Record<string, unknown>;

/** The field of a part that holds its file, under its name; undefined where parts of this kind have none. */
export function fileField(fields: Fields): Extract<Field, { type: "file" }> | undefined {
  const { file: found } = fields;
  return found?.type === "file" ? found : undefined;
}

/** Whether a field's value is a list that has rows of its own (`entry_links`). */
export function isLinking({ type }: Field): boolean {
  return type === "networks" || type === "entries";
}
