import { type I18n, setupI18n } from "@lingui/core";
import { LANGUAGES, type Language } from "~/domain.ts";

/** Every part of the catalogs, in every language: the server has them all. */
const FILES = import.meta.glob<Record<string, string>>("./locales/*/*.po", { eager: true, import: "messages" });

function wordsIn(language: Language): Record<string, string> {
  const parts = Object.entries(FILES).filter(([file]) => file.endsWith(`/${language}.po`));
  return Object.assign({}, ...parts.map(([, messages]) => messages));
}

const instances = Object.fromEntries(
  LANGUAGES.map((language) => [language, setupI18n({ locale: language, messages: { [language]: wordsIn(language) } })]),
) as Record<Language, I18n>;

/**
 * The words of one language on the server, of all parts. An instance for each language, never activated to another, so
 * that requests in different languages cannot mix.
 */
export function i18nFor(language: Language): I18n {
  return instances[language];
}
