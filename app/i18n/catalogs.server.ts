import { type I18n, setupI18n } from "@lingui/core";
import { LANGUAGES, type Language } from "~/words.ts";
import { messages as en } from "./locales/en.po";
import { messages as es } from "./locales/es.po";
import { messages as fr } from "./locales/fr.po";
import { messages as nl } from "./locales/nl.po";

const CATALOGS = { nl, fr, es, en };

const instances = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    setupI18n({ locale: language, messages: { [language]: CATALOGS[language] } }),
  ]),
) as Record<Language, I18n>;

/**
 * The words of one language on the server. An instance for each language, never activated to another, so that requests
 * in different languages cannot mix.
 */
export function i18nFor(language: Language): I18n {
  return instances[language];
}
