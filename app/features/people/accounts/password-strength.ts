import { normalized } from "~/lib/text.ts";

/*
 * Which passwords are refused. A new password is measured by what a guesser tries first: the best known passwords and
 * keyboard rows, repetitions and sequences, and what is known of the person. A dictionary of a megabyte would find more; this
 * refuses what lists of leaked passwords of ten letters and more begin with.
 */

/** Parts that make up the commonest long passwords: with these taken out, enough of its own must be left. */
const COMMON = [
  "password",
  "passwort",
  "motdepasse",
  "wachtwoord",
  "contrasena",
  "contraseña",
  "azerty",
  "azertyuiop",
  "qwerty",
  "qwertyuiop",
  "asdfgh",
  "asdfghjkl",
  "zxcvbn",
  "qsdfgh",
  "letmein",
  "welcome",
  "bienvenue",
  "welkom",
  "bienvenido",
  "iloveyou",
  "jetaime",
  "teamo",
  "admin",
  "administrator",
  "login",
  "secret",
  "changeme",
  "inspir",
  "insp!r",
  "football",
  "princess",
  "dragon",
  "monkey",
  "sunshine",
  "superman",
  "abc123",
  "1q2w3e4r",
  "q1w2e3r4",
];

/** So many characters of its own a password needs. */
const OWN_LEAST = 5;
/** And so many different ones. */
const DIFFERENT_LEAST = 5;

/**
 * Returns whether a password is one of the first that would be guessed.
 *
 * @param known what is known of its person: their mail address and name
 */
export function isWeakPassword(password: string, known: readonly string[]): boolean {
  const text = normalized(password, "NFKC").toLowerCase();
  if (new Set(text.replace(/\s/g, "")).size < DIFFERENT_LEAST) return true;
  if (isRepeated(text)) return true;
  const parts = known.flatMap((one) => [one, ...one.split(/[\s@._+-]+/)]).map((one) => one.trim().toLowerCase());
  let own = text;
  for (const part of [...parts, ...COMMON].filter(({ length }) => length >= 4).sort((a, b) => b.length - a.length))
    own = own.replaceAll(part, "");
  return withoutSequences(own).replace(/[\s\p{P}\p{S}]/gu, "").length < OWN_LEAST;
}

/** "abcabcabcabc": a few characters again and again. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= Math.min(4, text.length / 2); length++)
    if (text.startsWith(text.slice(0, length).repeat(Math.floor(text.length / length)))) return true;
  return false;
}

/** The text without runs of three and more that go up or down by one, or stay: `12345`, `fedcba`, `aaaa`. */
function withoutSequences(text: string): string {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  let kept = "";
  for (let at = 0; at < codes.length; ) {
    const step = (codes[at + 1] ?? 0) - (codes[at] ?? 0);
    let end = at + 1;
    // "90" closes a row of figures.
    while (end < codes.length && Math.abs(step) <= 1 && follows(codes[end - 1] ?? 0, codes[end] ?? 0, step)) end += 1;
    if (end - at >= 3) at = end;
    else {
      kept += String.fromCodePoint(codes[at] ?? 0);
      at += 1;
    }
  }
  return kept;
}

const follows = (before: number, after: number, step: number) =>
  after - before === step || (step === 1 && before === 57 && after === 48);
