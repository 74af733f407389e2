import { LANGUAGES, type Language, type Translated } from "~/domain.ts";

/** Each language by its own name: that is how people look for theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  nl: "Nederlands",
  fr: "Français",
  es: "Español",
  en: "English",
};

/** The locale by which dates and numbers are written. */
export const LOCALES: Record<Language, string> = { nl: "nl-BE", fr: "fr-FR", es: "es-GT", en: "en-GB" };

/** The language to mark a title with: none when it is the reader's own. */
export function foreign(lang: Language, reader: Language): Language | null {
  return lang === reader ? null : lang;
}

/**
 * Returns the language in which a reader is shown a text: their own, else the one in which it was written, else the first in which
 * there is one. Undefined where there is none.
 */
export function languageShown(
  texts: Partial<Record<Language, unknown>>,
  reader: Language,
  source: Language = reader,
): Language | undefined {
  return [reader, source, ...LANGUAGES].find((one) => texts[one]);
}

/** Returns a text as `languageShown` chooses it, with the language to mark it with; empty where there is none. */
export function textShown(
  texts: Translated,
  reader: Language,
  source?: Language,
): { text: string; lang: Language | null } {
  const shown = languageShown(texts, reader, source) ?? reader;
  return { text: texts[shown] ?? "", lang: foreign(shown, reader) };
}
