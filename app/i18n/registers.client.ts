import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/registers/nl.po"),
  fr: () => import("./locales/registers/fr.po"),
  es: () => import("./locales/registers/es.po"),
  en: () => import("./locales/registers/en.po"),
});
