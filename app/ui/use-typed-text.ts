import { useFetchers, useLocation, useNavigation, useNavigationType } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { onAnswered } from "./connection.ts";
import { pathOf } from "./typed-text.ts";

type Drafts = typeof import("./typed-drafts.ts");

const LANGUAGE_CHANGED = "language changed";

let drafts: Drafts | undefined;

/** Most pages are read, and load nothing of this. */
const loadDrafts = async (): Promise<Drafts> => (drafts ??= await import("./typed-drafts.ts"));

/** The line is down, or the program is another by now: the page itself still has the text. */
function nothingKept(): void {}

function isAnythingKept(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith("typed "));
  } catch {
    return false;
  }
}

/**
 * Keeps in the tab what is typed in any form of the product, and puts it back when the page comes again: in another language,
 * after a reload, a step back or forward, or after signing in. What has been saved is forgotten.
 *
 * @param owner whose text it is: nobody else who signs in here sees it
 */
export function useTypedText(owner: string): void {
  const { pathname, key } = useLocation();
  const type = useNavigationType();
  const { state } = useNavigation();
  const fetching = useFetchers().length;
  const from = useRef<string | null>(null);
  const sent = useRef<{ owner: string; path: string; identity: string }[]>([]);
  const saved = useRef(false);

  useEffect(() => {
    // Forms that were typed in before the code that keeps it had come.
    const waiting = new Set<HTMLFormElement>();
    const typed = ({ target }: Event) => {
      const { form } = target as HTMLInputElement;
      if (form?.method !== "post") return;
      if (drafts) return drafts.saveDraft(owner, form);
      waiting.add(form);
      loadDrafts().then(({ saveDraft }) => {
        if (waiting.delete(form)) saveDraft(owner, form);
      }, nothingKept);
    };
    const entered = ({ target }: Event) => {
      if ((target as HTMLInputElement).form?.method === "post") loadDrafts().catch(nothingKept);
    };
    const submitted = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      waiting.delete(form);
      const to = pathOf(form);
      if (to === "/sign-out") forgetAllDrafts();
      else if (to === "/language") markLanguageChange();
      else if (form.method === "post" && drafts) {
        const { forgetDraft, identityOf } = drafts;
        const one = { owner, path: location.pathname, identity: identityOf(form) };
        sent.current.push(one);
        // The browser sends it by itself, and the server gives back in the next page what it does not take.
        if (!event.defaultPrevented) forgetDraft(one.owner, one.path, one.identity);
      }
    };
    for (const kind of ["input", "change"]) document.addEventListener(kind, typed);
    document.addEventListener("focusin", entered);
    document.addEventListener("submit", submitted);
    // From here on every form of the page is kept here: the language menu need not take its main form along.
    for (const button of document.querySelectorAll("button[data-language]"))
      for (const name of ["form", "formaction", "formenctype", "formnovalidate"]) button.removeAttribute(name);
    return () => {
      for (const kind of ["input", "change"]) document.removeEventListener(kind, typed);
      document.removeEventListener("focusin", entered);
      document.removeEventListener("submit", submitted);
    };
  }, [owner]);

  useEffect(
    () =>
      onAnswered((status) => {
        if (status < 400) saved.current = true;
      }),
    [],
  );

  useEffect(() => {
    if (state !== "idle" || fetching > 0) return;
    // Sent to sign in: nothing was saved.
    if (saved.current && pathname !== "/sign-in")
      for (const one of sent.current) drafts?.forgetDraft(one.owner, one.path, one.identity);
    saved.current = false;
    if (pathname !== "/sign-in") sent.current = [];
  }, [state, fetching, pathname]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each visit to a page restores once.
  useEffect(() => {
    const before = from.current;
    from.current = pathname;
    const changed = languageChanged();
    const comesAgain = before === null ? documentComesAgain() : type === "POP" || before === "/sign-in";
    if (!isAnythingKept()) return;
    loadDrafts().then(({ restoreDrafts }) => {
      if (changed || comesAgain) restoreDrafts(owner, changed);
    }, nothingKept);
  }, [key, owner]);
}

/** Whether the document was here before: a reload, a step back or forward, or the way back from signing in. */
function documentComesAgain(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const referrer = URL.canParse(document.referrer) ? new URL(document.referrer).pathname : "";
  return entry?.type === "reload" || entry?.type === "back_forward" || referrer.startsWith("/sign-in");
}

function markLanguageChange(): void {
  try {
    sessionStorage.setItem(LANGUAGE_CHANGED, location.pathname);
  } catch {
    // Without storage there is nothing to restore either.
  }
}

function languageChanged(): boolean {
  try {
    const changed = sessionStorage.getItem(LANGUAGE_CHANGED) === location.pathname;
    sessionStorage.removeItem(LANGUAGE_CHANGED);
    return changed;
  } catch {
    return false;
  }
}

/** Forgets everything that anybody has typed in this tab. */
function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith("typed ")) sessionStorage.removeItem(key);
  } catch {
    // Without storage nothing is kept.
  }
}
