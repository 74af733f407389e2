import { useNavigate } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { useEffect, useRef } from "react";
import { singleKeysOn } from "~/features/core/keyboard/single-keys.ts";

const ROWS = ".inbox [data-suggestion]";

/**
 * The inbox by keyboard: j and k go down and up, x chooses, a answers; Enter opens the title that has the focus, as
 * everywhere. Nothing is taken from somebody who is typing.
 */
export function useInboxKeys() {
  const navigate = useNavigate();
  const go = useRef(navigate);
  go.current = navigate;

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.defaultPrevented || !singleKeysOn()) return;
      const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const step = { j: 1, k: -1 }[event.key];
      if (step) {
        const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
        next?.querySelector<HTMLElement>(".suggestion-title")?.focus();
      } else if (event.key === "x") {
        rows[at]?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
      } else if (event.key === "a" && rows[at]) {
        const link = rows[at].querySelector<HTMLAnchorElement>(".answer-link");
        if (link) go.current(link.pathname + link.search);
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  // Enter in a box would press the form's first button: taking up is only ever done by its own.
  return (event: KeyboardEvent<HTMLFormElement>) => {
    const box = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
    if (box && event.key === "Enter") event.preventDefault();
  };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
}
