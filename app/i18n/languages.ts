import type { Language } from "~/domain.ts";

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
