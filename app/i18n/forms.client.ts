import { loadMessages } from "./browser.ts";

// For the pages of this part alone: a route module that imports this one waits for it.
await loadMessages({
  nl: () => import("./locales/forms/nl.po"),
  fr: () => import("./locales/forms/fr.po"),
  es: () => import("./locales/forms/es.po"),
  en: () => import("./locales/forms/en.po"),
});
