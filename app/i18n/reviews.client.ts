import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/reviews/nl.po"),
  fr: () => import("./locales/reviews/fr.po"),
  es: () => import("./locales/reviews/es.po"),
  en: () => import("./locales/reviews/en.po"),
});
