import { ready as frameMessagesReady } from "messages:frame";
import { I18nProvider } from "@lingui/react";
import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, startTransition, useLayoutEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { DocumentContext, type DocumentFrame } from "~/http/document.ts";
import { ignoreAbortedAnswers, loaderDataReady } from "~/http/remix-internals.tsx";
import { i18n, language } from "~/i18n/browser.ts";
import { keepRequestsThroughLostLines } from "~/ui/connection.ts";
import { piecesReady } from "~/ui/lazy.ts";
import { noteTyped } from "~/ui/typed-text.ts";
import type { Language } from "./domain.ts";

async function hydrate() {
  await Promise.all([frameMessagesReady, loaderDataReady(), piecesReady(document)]);
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

/** What the server wrote around the page: an error page draws the frame anew, and needs its style and nonce again. */
function frameOf({ head }: Document, language: Language): DocumentFrame {
  const style = head.querySelector("style");
  const formKey = head.querySelector<HTMLMetaElement>("meta[name=form-key]")?.content ?? "";
  return { nonce: style?.nonce ?? "", stylesheet: style?.textContent ?? "", requestId: "", language, formKey };
}

ignoreAbortedAnswers();
keepRequestsThroughLostLines();
hydrate();
