import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/looks/nl.po"),
  fr: () => import("./locales/looks/fr.po"),
  es: () => import("./locales/looks/es.po"),
  en: () => import("./locales/looks/en.po"),
});
