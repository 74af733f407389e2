import { useNavigate } from "@remix-run/react";
import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { keyFor } from "../keys.ts";
import type { KeyDialog } from "./key-dialog.ts";

type Opened = "switcher" | "help";

// Whoever presses none of these keys never downloads what they open.
const LOAD: Record<Opened, () => Promise<ComponentType<KeyDialog>>> = {
  switcher: () => import("./switcher.tsx").then(({ Switcher }) => Switcher),
  help: () => import("./keyboard-dialog.tsx").then(({ KeyboardDialog }) => KeyboardDialog),
};

/** Where the same is found by a plain link, should the line be lost. */
const INSTEAD: Record<Opened, string> = { switcher: "/search", help: "/keyboard" };

/** The keys that work on every page: ⌘K or Ctrl K, `/` and `?`. */
export function Shortcuts() {
  const [Dialog, setDialog] = useState<ComponentType<KeyDialog> | null>(null);
  /** What is typed while the switcher is on its way; null while none is. */
  const early = useRef<string | null>(null);
  const navigate = useNavigate();
  const go = useRef(navigate);
  go.current = navigate;

  /** What was typed before the dialog was there; from now on its field takes the keys. */
  const takeEarly = useCallback(() => {
    const typed = early.current ?? "";
    early.current = null;
    return typed;
  }, []);

  useEffect(() => {
    const open = async (what: Opened) => {
      // Whoever knows where to go types on at once.
      if (what === "switcher") early.current ??= "";
      try {
        const loaded = await LOAD[what]();
        setDialog(() => loaded);
      } catch {
        go.current(`${INSTEAD[what]}?q=${encodeURIComponent(takeEarly())}`);
      }
    };
    const press = (event: KeyboardEvent) => {
      const deletes = event.key === "Backspace";
      if (early.current !== null && (deletes || event.key.length === 1) && !event.ctrlKey && !event.metaKey) {
        early.current = deletes ? early.current.slice(0, -1) : early.current + event.key;
        return event.preventDefault();
      }
      const key = keyFor(event, /Mac|iPhone|iPad/.test(navigator.platform), isTyping(event.target));
      // One dialog at a time, and none over another that is asking something.
      if (!key || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      if (key === "search") focusSearch();
      else open(key);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [takeEarly]);

  return Dialog && <Dialog onClose={() => setDialog(null)} takeEarly={takeEarly} />;
}

function isTyping(target: EventTarget | null): boolean {
  const typedInto = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select";
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(typedInto));
}

/** The page's own search, or the field of the bar; on a narrow screen the one in the menu, which opens. */
function focusSearch(): void {
  const fields = [
    ...document.querySelectorAll<HTMLInputElement>("main .search-form input[type=search], .search-field input"),
  ];
  const shown = fields.find((field) => field.checkVisibility());
  const hidden = fields.find((field) => field.closest("details"));
  if (!shown) hidden?.closest("details")?.setAttribute("open", "");
  const field = shown ?? hidden;
  field?.focus();
  field?.select();
}
