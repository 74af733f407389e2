import { useLocation, useNavigate, useRouteLoaderData } from "@remix-run/react";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { FrameData } from "~/ui/frame-data.ts";
import { refOf, withPanel } from "../address.ts";

/** As `--medium` in breakpoints.css: below it the panel covers the page. */
const COVERS = "(max-width: 1020px)";

/** Whether the panel covers the page, so that it is a dialog. */
export function useCovers(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(COVERS);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(COVERS).matches,
    () => false,
  );
}

/** The actions of the list behind the panel, in its order. */
function refsBehind(): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/actions/"]')];
  const refs = links.flatMap((link) => (link.search || link.hash ? [] : (refOf(link.pathname) ?? [])));
  return [...new Set(refs)];
}

export interface PanelWays {
  before: string | null;
  next: string | null;
  /** Goes on to the next action (1), or back to the one before (-1). */
  step: (by: 1 | -1) => void;
  close: () => void;
}

/** The ways out of the panel: to the actions before and after it in the list behind it, and back to the list. */
export function usePanelWays(ref: string): PanelWays {
  const navigate = useNavigate();
  const [around, setAround] = useState<{ before: string | null; next: string | null }>({ before: null, next: null });
  // The list changes without the panel: it is read again after each rendering.
  useEffect(() => {
    const refs = refsBehind();
    const at = refs.indexOf(ref);
    const before = refs[at - 1] ?? null;
    const next = refs[at + 1] ?? null;
    setAround((known) => (known.before === before && known.next === next ? known : { before, next }));
  });
  const go = (to: string | null) =>
    navigate(withPanel(location.search, to), {
      replace: true,
      preventScrollReset: true,
      state: { opened: true },
    });
  // Asked anew at each step: what the last rendering found may be of the action before.
  const step = (by: 1 | -1) => {
    const refs = refsBehind();
    const to = refs[refs.indexOf(ref) + by];
    if (to && refs.includes(ref)) go(to);
  };
  return { ...around, step, close: () => go(null) };
}

/**
 * Takes the focus to the panel's heading when somebody opens it or goes on to the next action, and gives it back to the action's
 * link in the list when the panel closes.
 */
export function usePanelFocus(ref: string, heading: RefObject<HTMLElement>): void {
  const { state } = useLocation();
  const opened = (state as { opened?: boolean } | null)?.opened === true;
  const last = useRef(ref);
  last.current = ref;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each action that is opened takes the focus once
  useEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true });
    document.querySelector(`main [data-action="${ref}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [ref]);
  useEffect(
    () => () => {
      const { activeElement, body } = document;
      if (activeElement && activeElement !== body) return;
      document.querySelector<HTMLElement>(`main a[href="/actions/${last.current}"]`)?.focus();
    },
    [],
  );
}

/** Marks the open action in the list behind the panel, whatever draws it there. */
export function useMarked(ref: string): void {
  useLayoutEffect(() => {
    if (!("adoptedStyleSheets" in document)) return;
    const sheet = new CSSStyleSheet();
    const shadow = "box-shadow: inset 4px 0 0 var(--hue)";
    sheet.insertRule(`main .card[data-action="${ref}"] { outline: 2px solid var(--hue); outline-offset: 1px; }`);
    sheet.insertRule(`main tr[data-action="${ref}"] > :first-child { ${shadow}; }`);
    sheet.insertRule(`main tr[data-action="${ref}"] > * { background: var(--sunk); }`);
    sheet.insertRule(
      `main .found-title[href="/actions/${ref}"] { outline: 2px solid var(--hue); outline-offset: 3px; }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [ref]);
}

/** Puts back what was typed in the panel's forms of this action and is not saved yet; true once something was. */
export function useKeptTyping(ref: string, panel: RefObject<HTMLElement>): boolean {
  const owner = useRouteLoaderData<FrameData>("root")?.viewer?.id ?? "";
  const [restored, setRestored] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    import("~/ui/typed-drafts.ts").then(
      ({ restoreDrafts }) => {
        if (left || !panel.current) return;
        const forms = restoreDrafts(owner, false, panel.current);
        for (const form of forms) form.closest("details")?.setAttribute("open", "");
        if (forms.length > 0) setRestored(ref);
      },
      // Without a line: the text stays kept, and comes back the next time.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [owner, ref, panel]);
  return restored === ref;
}

/** Escape leaves a field first, and then closes the panel; what else is open over the page closes before it. */
export function useEscape(heading: RefObject<HTMLElement>, close: () => void): void {
  const closing = useRef(close);
  closing.current = close;
  useEffect(() => {
    let isOther = false;
    const before = (event: KeyboardEvent) => {
      if (event.key === "Escape") isOther = document.querySelector(OPEN_BESIDES) !== null;
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || isOther) return;
      const target = event.target as Element;
      if (target.closest("main form, main .move-panel")) return;
      if (target.matches(".action-panel :is(textarea, input)")) heading.current?.focus();
      else closing.current();
    };
    window.addEventListener("keydown", before, true);
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("keydown", before, true);
      window.removeEventListener("keydown", press);
    };
  }, [heading]);
}

const OPEN_BESIDES = 'details[data-menu][open], dialog[open], [data-held="dragged"], [data-held="carried"]';
