import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/suggestions/nl.po"),
  fr: () => import("./locales/suggestions/fr.po"),
  es: () => import("./locales/suggestions/es.po"),
  en: () => import("./locales/suggestions/en.po"),
});
