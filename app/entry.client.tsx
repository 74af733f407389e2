import { setupI18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { DocumentContext, type DocumentFrame } from "~/http/document.ts";
import { isOneOf, LANGUAGES, type Language } from "~/words.ts";

// One chunk a language: nobody downloads the other three.
const CATALOGS: Record<Language, () => Promise<{ messages: Record<string, string> }>> = {
  nl: () => import("./i18n/locales/nl.po"),
  fr: () => import("./i18n/locales/fr.po"),
  es: () => import("./i18n/locales/es.po"),
  en: () => import("./i18n/locales/en.po"),
};

async function hydrate() {
  const { lang } = document.documentElement;
  const language = isOneOf(LANGUAGES, lang) ? lang : "en";
  const { messages } = await CATALOGS[language]();
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  startTransition(() => {
    hydrateRoot(
      document,
      <DocumentContext.Provider value={frameOf(document, language)}>
        <I18nProvider i18n={i18n}>
          <RemixBrowser />
        </I18nProvider>
      </DocumentContext.Provider>,
    );
  });
}

/** What the server wrote around the page: an error page draws the frame anew, and needs its style and nonce again. */
function frameOf({ head }: Document, language: Language): DocumentFrame {
  const style = head.querySelector("style");
  return { nonce: style?.nonce ?? "", stylesheet: style?.textContent ?? "", requestId: "", language };
}

hydrate();
