import { I18nProvider } from "@lingui/react";
import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, startTransition, useLayoutEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { DocumentContext, type DocumentFrame } from "~/http/document.ts";
import { i18n, language, loadMessages, type Part } from "~/i18n/browser.ts";
import { keepRequestsThroughLostLines } from "~/ui/connection.ts";
import { piecesReady } from "~/ui/lazy.ts";
import { noteTyped } from "~/ui/typed-text.ts";
import type { Language } from "./domain.ts";

// What every page needs; the other parts come with the pages that use them.
const PLAN: Part = {
  nl: () => import("./i18n/locales/plan/nl.po"),
  fr: () => import("./i18n/locales/plan/fr.po"),
  es: () => import("./i18n/locales/plan/es.po"),
  en: () => import("./i18n/locales/plan/en.po"),
};

async function hydrate() {
  await Promise.all([loadMessages(PLAN), loaderData(), piecesReady(document)]);
  const typed = noteTyped();
  startTransition(() => {
    hydrateRoot(
      document,
      <TakenOver then={typed.putBack}>
        <DocumentContext.Provider value={frameOf(document, language)}>
          <I18nProvider i18n={i18n}>
            <RemixBrowser />
          </I18nProvider>
        </DocumentContext.Provider>
      </TakenOver>,
    );
  });
}

/** Calls `then` as soon as React has taken the page over: it sets a prefilled textarea back to what the server wrote. */
function TakenOver({ then, children }: { then: () => void; children: ReactNode }) {
  useLayoutEffect(then, [then]);
  return children;
}

/**
 * Remix throws the promise of the loaders' data from its outermost component, outside any Suspense. An early click makes React
 * draw the page at once, and with nothing to draw in the meantime it gives the page up (its error 345). So the promise is
 * asked for and awaited beforehand: before its first hook the component is a plain function.
 */
async function loaderData() {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

/** What the server wrote around the page: an error page draws the frame anew, and needs its style and nonce again. */
function frameOf({ head }: Document, language: Language): DocumentFrame {
  const style = head.querySelector("style");
  const formKey = head.querySelector<HTMLMetaElement>("meta[name=form-key]")?.content ?? "";
  return { nonce: style?.nonce ?? "", stylesheet: style?.textContent ?? "", requestId: "", language, formKey };
}

/**
 * A request is cut off when the page asks for something newer, and Remix leaves the rest of its answer, of which nothing is needed
 * any more, without anybody to hear that (turbo-stream's `done`). That is no fault.
 */
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
});

keepRequestsThroughLostLines();
hydrate();
