import { type I18n, setupI18n } from "@lingui/core";
import { LANGUAGES, type Language } from "~/domain.ts";

/** The catalogs of all areas in all languages: the server has them all. */
const FILES = import.meta.glob<Record<string, string>>("./locales/*/*.po", { eager: true, import: "messages" });

function messagesIn(language: Language): Record<string, string> {
  const areas = Object.entries(FILES).filter(([file]) => file.endsWith(`/${language}.po`));
  return Object.assign({}, ...areas.map(([, messages]) => messages));
}

const instances = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    setupI18n({ locale: language, messages: { [language]: messagesIn(language) } }),
  ]),
) as Record<Language, I18n>;

/**
 * The messages of one language on the server, of all areas. An instance for each language, never activated to another, so
 * that requests in different languages cannot mix.
 */
export function i18nFor(language: Language): I18n {
  return instances[language];
}
