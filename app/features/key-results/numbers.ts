import type { Language } from "~/words.ts";

/*
 * Numbers as people type them: `12,5` and `12.5` are the same everywhere. Where a sign could as well part thousands
 * (`1.250`), it is read as the language has it; where the language has neither, nothing is guessed.
 */

/** Digits before and after the decimal sign: enough for any measure, and exact in a double. */
const PLAIN = /^-?\d{1,11}(\.\d{1,4})?$/;

/** The sign between thousands, where a language has one that could be taken for a decimal sign. */
const BETWEEN_THOUSANDS: Record<Language, string | null> = { nl: ".", es: ".", en: ",", fr: null };

/** The number that was typed; null for what is none, or could be two. */
export function readNumber(typed: string, language: Language): number | null {
  const text = typed
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    // Spaces, the narrow ones too, and apostrophes between thousands.
    .replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, "");
  const plain = withPoint(text, language);
  return plain !== null && PLAIN.test(plain) ? Number(plain) : null;
}

function withPoint(text: string, language: Language): string | null {
  const signs = text.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (!last) return text;
  const other = signs.find((sign) => sign !== last);
  if (other) return signs.filter((sign) => sign === last).length === 1 ? parted(text, other, last) : null;
  if (signs.length > 1) return parted(text, last, null);
  const couldPart = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (!couldPart) return text.replace(last, ".");
  if (BETWEEN_THOUSANDS[language] === last) return parted(text, last, null);
  // In French a comma is always the decimal sign, and a point before three digits may be either.
  return BETWEEN_THOUSANDS[language] === null && last === "." ? null : text.replace(last, ".");
}

/** Takes the sign between thousands out, where it stands between thousands indeed. */
function parted(text: string, sign: string, decimal: string | null): string | null {
  const [whole = "", rest] = decimal ? text.split(decimal) : [text];
  const groups = whole.split(sign);
  const fits = groups.every((group, at) => (at === 0 ? /^-?\d{1,3}$/ : /^\d{3}$/).test(group));
  return fits ? groups.join("") + (rest === undefined ? "" : `.${rest}`) : null;
}

/** A number as a form shows it to be typed over: without thousands, with the language's decimal sign. */
export function asTyped(value: number | null, language: Language): string {
  if (value === null) return "";
  return language === "en" ? String(value) : String(value).replace(".", ",");
}
