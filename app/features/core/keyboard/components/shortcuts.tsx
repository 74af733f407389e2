import { type ComponentType, useEffect, useRef, useState } from "react";
import type { FrameData } from "~/ui/frame-data.ts";
import { singleKeysOn } from "../single-keys.ts";

export interface LiveShortcutsProps {
  viewer: NonNullable<FrameData["viewer"]>;
  /** The keys that were pressed while this was on its way. */
  pressed: KeyboardEvent[];
}

interface ShortcutsProps {
  viewer: LiveShortcutsProps["viewer"];
  load: () => Promise<ComponentType<LiveShortcutsProps>>;
}

/**
 * Waits for the first key that may mean something, and hands it on to what knows (live-shortcuts.tsx): whoever presses none never
 * downloads that.
 */
export function Shortcuts({ viewer, load }: ShortcutsProps) {
  const [Live, setLive] = useState<ComponentType<LiveShortcutsProps> | null>(null);
  const pressed = useRef<KeyboardEvent[]>([]);
  useEffect(() => {
    if (Live) return;
    let typesOn = false;
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, target, defaultPrevented } = event;
      const holds = ctrlKey || metaKey;
      const isTyping = !holds && (target as Element).matches?.("input, textarea, select");
      const means = holds ? /^(k|Enter)$/i.test(key) : key.length === 1 || /^(Arrow|Backspace)/.test(key);
      if (defaultPrevented || !means || (isTyping && !typesOn)) return;
      const isMac = /Mac|iP/.test(navigator.platform);
      const opens = holds ? /k/i.test(key) && isMac === metaKey : key === "/" && singleKeysOn();
      // What comes after them belongs in the field that is on its way.
      if (opens || (typesOn && !holds)) event.preventDefault();
      typesOn ||= opens;
      pressed.current.push(event);
      load().then(
        (loaded) => setLive(() => loaded),
        // Without a line: what keys do, links do too.
        () => {
          typesOn = false;
          pressed.current = [];
        },
      );
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [Live, load]);
  return Live && <Live viewer={viewer} pressed={pressed.current} />;
}
