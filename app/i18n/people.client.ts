import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/people/nl.po"),
  fr: () => import("./locales/people/fr.po"),
  es: () => import("./locales/people/es.po"),
  en: () => import("./locales/people/en.po"),
});
