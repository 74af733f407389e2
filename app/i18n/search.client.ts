import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/search/nl.po"),
  fr: () => import("./locales/search/fr.po"),
  es: () => import("./locales/search/es.po"),
  en: () => import("./locales/search/en.po"),
});
