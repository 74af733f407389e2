import { BOARDS, REFERENCE_PREFIX } from "~/domain.ts";

/* References as people type them: `lob 1`, `LOB-1 `, `lob1`, `Fin – 03`. */

const PREFIXES = BOARDS.map((board) => REFERENCE_PREFIX[board]);
const BETWEEN = "[\\s\\u2010-\\u2015-]*";
const ACTION = `(${PREFIXES.join("|")})${BETWEEN}0*([1-9]\\d{0,8})`;
const WHOLE = new RegExp(`^\\s*${ACTION}${BETWEEN}$`, "i");

/** Returns the reference that somebody typed as the plan writes it, `LOB-1`; null where it is none. */
export function parseActionRef(text: string): string | null {
  const [, letters, number] = WHOLE.exec(text) ?? [];
  return letters ? `${letters.toUpperCase()}-${number}` : null;
}

/**
 * Returns the references that somebody typed with commas, spaces or lines between them, each once; null where something
 * else stands among them.
 */
export function parseActionRefs(text: string): string[] | null {
  const rest = text.replace(new RegExp(`${ACTION}(?!\\d)`, "gi"), "");
  if (/[^\s,;\u2010-\u2015-]/.test(rest)) return null;
  const refs = [...text.matchAll(new RegExp(`${ACTION}(?!\\d)`, "gi"))].flatMap(([one]) => parseActionRef(one) ?? []);
  return [...new Set(refs)];
}
