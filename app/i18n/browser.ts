import { setupI18n } from "@lingui/core";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";

/** A part of the catalogs: one chunk a language, of which the browser loads its own. */
export type Part = Record<Language, () => Promise<{ messages: Record<string, string> }>>;

function documentLanguage(): Language {
  const { lang } = document.documentElement;
  return isOneOf(LANGUAGES, lang) ? lang : "en";
}

export const language = documentLanguage();

/** The words of the document's language, as far as the pages visited have asked for them. */
export const i18n = setupI18n({ locale: language, messages: { [language]: {} } });

/** Loads a part of the catalogs. Route modules wait for theirs, so that no page is drawn without its words. */
export async function loadMessages(part: Part): Promise<void> {
  const { messages } = await part[language]();
  i18n.load(language, messages);
}
