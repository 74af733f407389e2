/* What text may hold: when somebody sends it, and when it is written into a file. */

/** Line and paragraph breaks that are neither a line feed nor a carriage return: word processors paste them. */
const OTHER_BREAKS = /[\v\f\u0085\u2028\u2029]/g;

/** What XML 1.0 has no way to write (section 2.2): controls but tab and line ends, surrogates without their pair, noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are taken out.
const NOT_IN_XML = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The controls of Latin-1 (C1, and delete), which no keyboard has, and the byte order mark. */
const OTHER_CONTROLS = /[\u007f-\u009f\ufeff]/g;

/**
 * Embeddings, overrides and isolates (UAX 9): left open, they turn round whatever follows them on a page, and an override shows
 * a text that reads differently from what it says. Programs put them around pasted names and telephone numbers. The marks that
 * Arabic and Hebrew are typed with (U+200E, U+200F, U+061C) stay.
 */
const DIRECTION_SWITCHES = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A longer run of marks on one letter than any writing has: the Stream-Safe Text Format (UAX #15, section 13) sets the same limit of 30.
 * Putting a run in order, as every form of normalisation does, takes time that grows with the square of its length.
 */
const LONG_RUN_OF_MARKS = /(\p{M}{30})\p{M}+/gu;

/** Returns a text of which no letter has more than 30 marks, so that it can be normalised in time that grows with its length alone. */
export function withoutExcessMarks(text: string): string {
  return text.replace(LONG_RUN_OF_MARKS, "$1");
}

/** As `String.prototype.normalize`, in time that grows with the text's length alone: what stands after 30 marks of a letter is left out. */
export function normalized(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD"): string {
  // Once more, since a mark can become two: then normalising twice is normalising once.
  return withoutExcessMarks(withoutExcessMarks(text).normalize(form));
}

/**
 * Returns a text as it is stored: in Unicode's composed form (NFC), lines ended by a line feed alone, without control characters
 * (but tab and line feed), surrogates without their pair, noncharacters, direction switches, and more than 30 marks on a letter.
 */
export function cleanText(text: string): string {
  const cleaned = text
    .replace(/\r\n?/g, "\n")
    // A space, not a line: a title has one line, and in Markdown a single line end shows as a space too.
    .replace(OTHER_BREAKS, " ")
    .replace(NOT_IN_XML, "")
    .replace(OTHER_CONTROLS, "")
    .replace(DIRECTION_SWITCHES, "");
  return normalized(cleaned, "NFC");
}

/** Returns a text with everything taken out that would make an XML file (DOCX, XLSX, SVG, a feed) unreadable. */
export function wellFormed(text: string): string {
  // A vertical tab and a form feed end a line: without them two words would become one.
  return text.replace(/[\v\f]/g, " ").replace(NOT_IN_XML, "");
}

/** Returns the same data with each text in it, however deep, made well-formed. Functions and instances stay as they are. */
export function wellFormedDeep<T>(data: T): T {
  if (typeof data === "string") return wellFormed(data) as T;
  if (Array.isArray(data)) return data.map(wellFormedDeep) as T;
  if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, wellFormedDeep(value)])) as T;
}
