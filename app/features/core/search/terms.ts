import { BOARDS, REFERENCE_PREFIX } from "~/domain.ts";
import { foldedWords, searchText, type WordAt, wordsWithPlaces } from "~/lib/fold.ts";

/** Stand around what was found in a text that the search hands over: characters that mean nothing to anybody. */
export const FOUND_FROM = "\ue000";
export const FOUND_TO = "\ue001";

/** More words than this narrow nothing any more. */
const MOST_TERMS = 12;

/** Labels of the index that stand one after the other; of the last, only the beginning where `prefix` is set. */
interface Phrase {
  words: string[];
  prefix: boolean;
}

/**
 * What somebody typed as a full-text query: every word of it, quoted, so that nothing in it is an operator. A word is
 * sought by its beginning, and without the ending of a plural too; one of two letters, such as EU or UN, as it stands.
 *
 * @param typing the last word may not be whole yet
 * @returns null where there is no word in it
 */
export function matchOf(typed: string, typing = false): string | null {
  return queryOf(soughtIn(typed, typing));
}

/** As `matchOf`, for lists that are narrowed while somebody types: every word is sought by its beginning. */
export function beginningsOf(typed: string): string | null {
  return queryOf(termsIn(typed).map((word) => [phraseOf(word, true)]));
}

/** The words that somebody typed, as `folded()` has texts: for what no index holds. */
export function termsIn(typed: string): string[] {
  return foldedWords(typed).slice(0, MOST_TERMS);
}

function queryOf(sought: Phrase[][]): string | null {
  const terms = sought.map((phrases) => {
    const quoted = phrases.map(({ words, prefix }) => `"${words.join(" ")}"${prefix ? "*" : ""}`);
    return quoted.length > 1 ? `(${quoted.join(" OR ")})` : quoted.join("");
  });
  return terms.length > 0 ? terms.join(" AND ") : null;
}

/** What must be there, each in one of several ways. */
function soughtIn(typed: string, typing: boolean): Phrase[][] {
  const reference = referenceIn(typed);
  // Its letters and its number, one after the other: not everything that begins with COM and has a 4 somewhere.
  if (reference) return [[{ words: reference.toLowerCase().split("-"), prefix: false }]];
  const words = termsIn(typed);
  return words.map((word, at) => waysOf(word, typing && at === words.length - 1));
}

function waysOf(word: string, unfinished: boolean): Phrase[] {
  if (word.length < 3) return [phraseOf(word, unfinished && word.length === 2)];
  const singular = word.replace(/(es|en|s|x)$/, "");
  const whole = phraseOf(word, true);
  return singular !== word && singular.length > 3 ? [whole, phraseOf(singular, true)] : [whole];
}

function phraseOf(word: string, prefix: boolean): Phrase {
  return { words: searchText(word).trim().split(/\s+/), prefix };
}

/** Returns a text with what was typed marked in it, wherever one of its words stands. */
export function markFound(text: string, typed: string, typing = false): string {
  const phrases = soughtIn(typed, typing).flat();
  return marked(text, foundAt(wordsWithPlaces(text), phrases), 0, text.length);
}

const SNIPPET_WORDS = 24;
const WORDS_BEFORE = 6;

/** Returns a piece of a text around what was typed, marked; its beginning where nothing of it stands in the text. */
export function snippetOf(text: string, typed: string, typing = false): string {
  const words = wordsWithPlaces(text);
  const found = foundAt(words, soughtIn(typed, typing).flat());
  if (words.length <= SNIPPET_WORDS) return marked(text, found, 0, text.length);
  const first = found[0] ? words.findIndex(({ from }) => from >= (found[0]?.from ?? 0)) : 0;
  const begin = Math.max(0, Math.min(first - WORDS_BEFORE, words.length - SNIPPET_WORDS));
  const end = begin + SNIPPET_WORDS;
  const from = begin === 0 ? 0 : (words[begin]?.from ?? 0);
  const to = end >= words.length ? text.length : (words[end - 1]?.to ?? text.length);
  const piece = marked(text, found, from, to);
  return `${begin > 0 ? "…" : ""}${piece}${end < words.length ? "…" : ""}`;
}

interface Range {
  from: number;
  to: number;
}

function foundAt(words: WordAt[], phrases: Phrase[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = phrases.find((one) => standsAt(words, at, one));
    if (!phrase) continue;
    const [first, last] = [words[at], words[at + phrase.words.length - 1]];
    const before = ranges.at(-1);
    // Letters of a script without spaces that follow each other are marked as one.
    if (first && last && before && before.to === first.from) before.to = last.to;
    else if (first && last) ranges.push({ from: first.from, to: last.to });
    at += phrase.words.length - 1;
  }
  return ranges;
}

function standsAt(words: WordAt[], at: number, { words: sought, prefix }: Phrase): boolean {
  return sought.every((word, i) => {
    const there = words[at + i]?.word;
    return prefix && i === sought.length - 1 ? there?.startsWith(word) : there === word;
  });
}

function marked(text: string, found: Range[], from: number, to: number): string {
  let done = from;
  let out = "";
  for (const range of found) {
    if (range.from < from || range.to > to || range.from < done) continue;
    out += text.slice(done, range.from) + FOUND_FROM + text.slice(range.from, range.to) + FOUND_TO;
    done = range.to;
  }
  return out + text.slice(done, to);
}

/** Of actions, suggestions and entries of the boards' tools. */
const PREFIXES = [...BOARDS.map((board) => REFERENCE_PREFIX[board]), "S", "E"];

const REFERENCE = new RegExp(`^\\s*(${PREFIXES.join("|")})[-\\s]*(\\d{1,9})[-\\s]*$`, "i");

/** What somebody typed as a reference, such as LOB-3 or S-12: it comes first, whatever else is found. */
export function referenceIn(typed: string): string | null {
  const [, letters, number] = REFERENCE.exec(typed) ?? [];
  return letters ? `${letters.toUpperCase()}-${Number(number)}` : null;
}

/** The references that somebody may mean: the one that they typed, or of a number alone every one that has it. */
export function referencesIn(typed: string): string[] {
  const reference = referenceIn(typed);
  if (reference) return [reference];
  const number = /^\s*(\d{1,9})\s*$/.exec(typed)?.[1];
  return number ? [...PREFIXES.map((prefix) => `${prefix}-${Number(number)}`)] : [];
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
