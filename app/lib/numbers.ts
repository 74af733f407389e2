/*
 * Numbers as people type them. The signs of a locale come from the same `Intl` that shows numbers, so that what a screen
 * shows can be copied into a field and means the same. A sign that the locale does not use is read where it can mean one
 * thing only, and refused where it could as well part thousands.
 */

/** Digits before and after the decimal sign: enough for any measure, and exact in a double. */
const PLAIN = /^-?\d{1,11}(\.\d{1,4})?$/;

/** Signs that part thousands somewhere, and are a decimal sign nowhere: spaces of every width, and apostrophes. */
const BLANK_BETWEEN_THOUSANDS = /(?<=\d)[\s\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g;

interface Signs {
  decimal: string;
  /** Between thousands; a space of some width in French. */
  group: string;
}

const signsByLocale = new Map<string, Signs>();

function signsOf(locale: string): Signs {
  const known = signsByLocale.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(-1_234_567.5);
  const signs = {
    decimal: parts.find(({ type }) => type === "decimal")?.value ?? ".",
    group: parts.find(({ type }) => type === "group")?.value ?? "",
  };
  signsByLocale.set(locale, signs);
  return signs;
}

/**
 * Returns the number that was typed; null for what is none, or what could be two.
 *
 * @param locale a BCP 47 tag, the one by which the screens show numbers
 */
export function readNumber(submitted: string, locale: string): number | null {
  const plain = withPoint(withoutBlanks(submitted), locale);
  return plain !== null && PLAIN.test(plain) ? Number(plain) : null;
}

/**
 * Returns whether a number has exactly three decimals after one to three figures, such as `12,345` in Dutch: people who
 * learnt to write numbers elsewhere mean twelve thousand by it. A form asks before it takes such a number.
 */
export function isDoubtful(submitted: string, locale: string): boolean {
  const text = withoutBlanks(submitted);
  if (!/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return false;
  const number = readNumber(text, locale);
  return number === null || Math.abs(number) < 1000;
}

/**
 * Returns the two numbers that a doubtful one could be, each written so that it is read in one way alone.
 *
 * @param decimals how many the second may have, at most 4
 */
export function readingsOf(submitted: string, locale: string, decimals = 4): { whole: string; fraction: string } {
  const text = withoutBlanks(submitted);
  const fraction = Number(text.replace(",", ".")).toFixed(decimals);
  return { whole: text.replace(/[.,]/, ""), fraction: fraction.replace(".", signsOf(locale).decimal) };
}

/** Returns a number as a form shows it to be edited: without thousands, with the locale's decimal sign. */
export function numberForInput(value: number | null, locale: string): string {
  return value === null ? "" : String(value).replace(".", signsOf(locale).decimal);
}

function withoutBlanks(submitted: string): string {
  return submitted
    .trim()
    .replace(/[\u2212\u2013]/g, "-")
    .replace(BLANK_BETWEEN_THOUSANDS, "");
}

function withPoint(text: string, locale: string): string | null {
  const signs = text.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (!last) return text;
  const other = signs.find((sign) => sign !== last);
  if (other) return signs.filter((sign) => sign === last).length === 1 ? joinGroups(text, other, last) : null;
  if (signs.length > 1) return joinGroups(text, last, null);
  const couldPart = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  if (!couldPart) return text.replace(last, ".");
  const { decimal, group } = signsOf(locale);
  if (last === group) return joinGroups(text, last, null);
  return last === decimal ? text.replace(last, ".") : null;
}

/** Takes the sign between thousands out, where it stands between thousands indeed. */
function joinGroups(text: string, sign: string, decimal: string | null): string | null {
  const [whole = "", rest] = decimal ? text.split(decimal) : [text];
  const groups = whole.split(sign);
  const valid = groups.every((group, at) => (at === 0 ? /^-?\d{1,3}$/ : /^\d{3}$/).test(group));
  return valid ? groups.join("") + (rest === undefined ? "" : `.${rest}`) : null;
}
