/*
 * The one folding of texts: what the search index, its queries, filters, mentions and the alphabet compare. Folded, two
 * texts are the same where a person looking for one is content with the other: `Œuvre` and `oeuvre`, `Łódź` and `lodz`,
 * `Ёлка` and `елка`, `كِتَاب` and `كتاب`. Vowel signs without which a word is another word stay (Devanagari, Thai).
 */

/** Raise it with every change of what `foldText` or `searchText` return: the index is then built anew at the next start. */
export const FOLDING_VERSION = 2;

/** Letters that no decomposition takes apart, and signs that people type in several ways. */
const LETTERS: Record<string, string> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ŋ: "n",
  ɛ: "e",
  ɔ: "o",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ƴ: "y",
  ɲ: "n",
  ς: "σ",
  // Arabic as it is typed without care, and Persian or Urdu letters on other keyboards.
  "\u0671": "\u0627",
  "\u0649": "\u064a",
  "\u06cc": "\u064a",
  "\u06a9": "\u0643",
  "\u0629": "\u0647",
  "\u2018": "'",
  "\u2019": "'",
  "\u02bc": "'",
  "\u02bb": "'",
  "\u02b9": "'",
  "\u00b4": "'",
  "`": "'",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
};
const MAPPED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/**
 * Marks that do not make another word: the accents of Latin, Greek and Cyrillic, the points of Hebrew, the harakat of
 * Arabic, the nukta of Devanagari; and what cannot be seen.
 */
const MARKS = {
  latinGreekCyrillic: "\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f",
  hebrew: "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7",
  arabic: "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed",
  devanagari: "\\u093c",
  /** Tatweel, soft hyphens, joiners, choices of a glyph. */
  unseen: "\\u0640\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\ufe00-\\ufe0f",
};
const DROPPED = new RegExp(`[${Object.values(MARKS).join("")}]`, "gu");

/**
 * A letter with its marks, folded by itself; jamo stay together, since composing makes syllables of them. Bounded, since normalising
 * takes time that grows with the square of the marks in a row (`app/lib/text.ts`).
 */
const SEGMENT = /[\u1100-\u11ff]+|\P{M}\p{M}{0,30}|\p{M}{1,30}/gu;

/** Scripts that write without spaces: each letter with its marks is a word of the index, and a word a phrase of them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is folded the quick way.
const ASCII = /^[\x00-\x5f\x61-\x7f]*$/;

function foldSegment(segment: string): string {
  return segment
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(DROPPED, "")
    .replace(MAPPED, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFC");
}

/** Returns a text as it is compared: small letters without accents; what means the same is the same. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.replace(SEGMENT, foldSegment);
}

/** Returns a folded text as the index holds it: the letters of scripts that write without spaces stand apart. */
export function searchText(text: string): string {
  return foldText(text).replace(UNSPACED, " $& ");
}

/** Returns the words of a text, folded: letters, figures and the marks that belong to them. */
export function foldedWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

export interface WordAt {
  /** Folded, as the index has it. */
  word: string;
  /** Where it stands in the text, unfolded. */
  from: number;
  to: number;
}

/** Returns the words of a text as the index has them, each with its place in the text. */
export function wordsWithPlaces(text: string): WordAt[] {
  const words: WordAt[] = [];
  let open: WordAt | null = null;
  for (const { 0: segment, index } of text.matchAll(SEGMENT)) {
    const to = index + segment.length;
    const folded = foldSegment(segment).replace(UNSPACED, " $& ");
    // A sign that cannot be seen parts no word.
    if (folded === "" && open) open.to = to;
    // One sign can stand for several words, such as ½.
    for (const piece of folded.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []) {
      if (!/^[\p{L}\p{N}\p{M}]/u.test(piece)) open = null;
      else if (open) {
        open.word += piece;
        open.to = to;
      } else {
        open = { word: piece, from: index, to };
        words.push(open);
      }
    }
  }
  return words;
}
