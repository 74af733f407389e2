import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/work/nl.po"),
  fr: () => import("./locales/work/fr.po"),
  es: () => import("./locales/work/es.po"),
  en: () => import("./locales/work/en.po"),
});
