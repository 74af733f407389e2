import { type I18n, setupI18n } from "@lingui/core";
import { LANGUAGES, type Language } from "~/words.ts";
import { messages as enPeople } from "./locales/people/en.po";
import { messages as esPeople } from "./locales/people/es.po";
import { messages as frPeople } from "./locales/people/fr.po";
import { messages as nlPeople } from "./locales/people/nl.po";
import { messages as enPlan } from "./locales/plan/en.po";
import { messages as esPlan } from "./locales/plan/es.po";
import { messages as frPlan } from "./locales/plan/fr.po";
import { messages as nlPlan } from "./locales/plan/nl.po";
import { messages as enRegisters } from "./locales/registers/en.po";
import { messages as esRegisters } from "./locales/registers/es.po";
import { messages as frRegisters } from "./locales/registers/fr.po";
import { messages as nlRegisters } from "./locales/registers/nl.po";
import { messages as enReviews } from "./locales/reviews/en.po";
import { messages as esReviews } from "./locales/reviews/es.po";
import { messages as frReviews } from "./locales/reviews/fr.po";
import { messages as nlReviews } from "./locales/reviews/nl.po";
import { messages as enServer } from "./locales/server/en.po";
import { messages as esServer } from "./locales/server/es.po";
import { messages as frServer } from "./locales/server/fr.po";
import { messages as nlServer } from "./locales/server/nl.po";
import { messages as enSuggestions } from "./locales/suggestions/en.po";
import { messages as esSuggestions } from "./locales/suggestions/es.po";
import { messages as frSuggestions } from "./locales/suggestions/fr.po";
import { messages as nlSuggestions } from "./locales/suggestions/nl.po";

const CATALOGS: Record<Language, Record<string, string>> = {
  nl: { ...nlPlan, ...nlPeople, ...nlSuggestions, ...nlReviews, ...nlRegisters, ...nlServer },
  fr: { ...frPlan, ...frPeople, ...frSuggestions, ...frReviews, ...frRegisters, ...frServer },
  es: { ...esPlan, ...esPeople, ...esSuggestions, ...esReviews, ...esRegisters, ...esServer },
  en: { ...enPlan, ...enPeople, ...enSuggestions, ...enReviews, ...enRegisters, ...enServer },
};

const instances = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    setupI18n({ locale: language, messages: { [language]: CATALOGS[language] } }),
  ]),
) as Record<Language, I18n>;

/**
 * The words of one language on the server, of all parts. An instance for each language, never activated to another, so
 * that requests in different languages cannot mix.
 */
export function i18nFor(language: Language): I18n {
  return instances[language];
}
