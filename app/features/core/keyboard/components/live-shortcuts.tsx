import { useNavigate } from "@remix-run/react";
import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { useSubmitByKey } from "~/ui/submit-by-key.ts";
import { type App, isGoing, press as pressKey } from "../commands.ts";
import type { KeyDialog } from "../key-dialog.ts";
import { keyOf, types } from "../keys.ts";
import type { LiveShortcutsProps } from "./shortcuts.tsx";

type Opened = "switcher" | "help";

const LOAD: Record<Opened, () => Promise<ComponentType<KeyDialog>>> = {
  switcher: () => import("~/features/core/search/components/switcher.tsx").then(({ Switcher }) => Switcher),
  help: () => import("./keyboard-dialog.tsx").then(({ KeyboardDialog }) => KeyboardDialog),
};

/** Where the same is found by a plain link, should the line be lost. */
const INSTEAD: Record<Opened, string> = { switcher: "/search", help: "/keyboard" };

interface Props extends LiveShortcutsProps {
  stageChange: App["stageChange"];
}

/** The keys that work on every page: ⌘K or Ctrl K, Ctrl Enter in a text, and the single keys (commands.ts). */
export function LiveShortcuts({ pressed, ...props }: Props) {
  const [Dialog, setDialog] = useState<ComponentType<KeyDialog> | null>(null);
  /** What is typed while the switcher is on its way; null while none is. */
  const early = useRef<string | null>(null);
  const navigate = useNavigate();
  const now = useRef({ ...props, navigate });
  now.current = { ...props, navigate };
  const submit = useSubmitByKey();

  /** What was typed before the dialog was there; from now on its field takes the keys. */
  const takeEarly = useCallback(() => {
    const typed = early.current ?? "";
    early.current = null;
    return typed;
  }, []);

  useEffect(() => {
    const open = async (what: Opened) => {
      if (what === "switcher") early.current ??= "";
      try {
        const loaded = await LOAD[what]();
        setDialog(() => loaded);
      } catch {
        now.current.navigate(`${INSTEAD[what]}?q=${encodeURIComponent(takeEarly())}`);
      }
    };
    const app = (): App => ({
      ...now.current,
      show: (Piece) => setDialog(() => Piece),
      help: () => void open("help"),
    });
    const run = (event: KeyboardEvent): boolean => {
      if (early.current !== null && types(event)) {
        early.current = event.key === "Backspace" ? early.current.slice(0, -1) : early.current + event.key;
        return true;
      }
      const kind = keyOf(event);
      if (kind === "send") return submit(event);
      // One dialog at a time, and none over another that is asking something.
      if (!kind || document.querySelector("dialog[open]")) return false;
      if (kind === "single") return pressKey(event.key, app());
      open(kind);
      return true;
    };
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && run(event)) event.preventDefault();
    };
    // The letter after `g` is nobody else's.
    const letter = (event: KeyboardEvent) => {
      if (!isGoing() || keyOf(event) !== "single") return;
      event.stopImmediatePropagation();
      event.preventDefault();
      run(event);
    };
    let searches = false;
    for (const event of pressed.splice(0)) {
      if (searches && types(event)) typeInto(document.activeElement, event.key);
      else run(event);
      searches ||= event.key === "/";
    }
    document.addEventListener("keydown", press);
    window.addEventListener("keydown", letter, true);
    return () => {
      document.removeEventListener("keydown", press);
      window.removeEventListener("keydown", letter, true);
    };
  }, [takeEarly, pressed, submit]);

  return Dialog && <Dialog onClose={() => setDialog(null)} takeEarly={takeEarly} />;
}

/** Types a key that was pressed before its field had the focus. */
function typeInto(field: Element | null, key: string): void {
  if (!(field instanceof HTMLInputElement)) return;
  field.value = key === "Backspace" ? field.value.slice(0, -1) : field.value + key;
}
