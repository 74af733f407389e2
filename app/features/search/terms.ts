import { BOARDS, REFERENCE_PREFIX } from "~/words.ts";

/** Stand around what was found in a text that the search hands over: characters that mean nothing to anybody. */
export const FOUND_FROM = "\ue000";
export const FOUND_TO = "\ue001";

/** More words than this narrow nothing any more. */
const MOST_TERMS = 12;

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/**
 * What somebody typed as a full-text query: every word of it, quoted, so that nothing in it is an operator. A word is
 * sought by its beginning, and without the ending of a plural too; one of two letters, such as EU or UN, as it stands.
 *
 * @param typing the last word may not be whole yet
 * @returns null where there is no word in it
 */
export function matchOf(typed: string, typing = false): string | null {
  const reference = referenceIn(typed);
  // Its letters and its number, one after the other: not everything that begins with COM and has a 4 somewhere.
  if (reference) return `"${reference.replace("-", " ")}"`;
  const words = wordsIn(typed);
  if (words.length === 0) return null;
  return words.map((word, at) => term(word, typing && at === words.length - 1)).join(" AND ");
}

/** The words that somebody typed, as `folded()` has texts: for what no index holds. */
export function wordsIn(typed: string): string[] {
  return (fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_TERMS);
}

function term(word: string, unfinished: boolean): string {
  if (word.length < 3) return unfinished && word.length === 2 ? `"${word}"*` : `"${word}"`;
  const singular = word.replace(/(es|en|s|x)$/, "");
  return singular !== word && singular.length > 3 ? `("${word}"* OR "${singular}"*)` : `"${word}"*`;
}

const REFERENCE = new RegExp(
  `^\\s*(${[...BOARDS.map((board) => REFERENCE_PREFIX[board]), "S"].join("|")})[-\\s]?(\\d{1,9})\\s*$`,
  "i",
);

/** What somebody typed as a reference, such as LOB-3 or S-12: it comes first, whatever else is found. */
export function referenceIn(typed: string): string | null {
  const [, letters, number] = REFERENCE.exec(typed) ?? [];
  return letters ? `${letters.toUpperCase()}-${Number(number)}` : null;
}

export interface Piece {
  text: string;
  found: boolean;
}

/** A text of the search in pieces, found or not: the screen marks them as text, never as HTML. */
export function pieces(text: string): Piece[] {
  return text.split(FOUND_FROM).flatMap((part, at) => {
    const [inside = "", ...after] = part.split(FOUND_TO);
    const found = at > 0 && after.length > 0;
    return [
      { text: inside, found },
      { text: after.join(""), found: false },
    ].filter((piece) => piece.text !== "");
  });
}
