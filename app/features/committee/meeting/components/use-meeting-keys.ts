import { useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { singleKeysOn } from "~/features/core/keyboard/single-keys.ts";

const ROWS = ".assessing [data-action]";

/**
 * The meeting by keyboard: ← and → go through the agenda, t brings all along; j and k go down and up the actions, 1 to 5
 * assess, n writes a note. Nothing is taken from somebody who is typing, nor from an open dialog.
 */
export function useMeetingKeys(): void {
  const navigate = useNavigate();
  const go = useRef(navigate);
  go.current = navigate;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      if (!singleKeysOn() && event.key.length === 1) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (act(event.key, go.current)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Does what a key means; false where it means nothing here. */
function act(key: string, navigate: (path: string, options: { preventScrollReset: boolean }) => void): boolean {
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[key];
  if (way) {
    const link = document.querySelector<HTMLAnchorElement>(`.item-ways a[rel=${way}]`);
    if (link) navigate(link.pathname + link.search, { preventScrollReset: false });
    return link !== null;
  }
  if (key === "t") return pressed(document.querySelector<HTMLElement>(".bring"));
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const step = { j: 1, k: -1 }[key];
  if (step) {
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    next?.querySelector<HTMLElement>(".assess-title")?.focus();
    return rows.length > 0;
  }
  const row = rows[at];
  if (!row) return false;
  if (key === "n") row.querySelector<HTMLElement>("textarea")?.focus();
  else if (/^[1-5]$/.test(key)) return pressed(row.querySelectorAll<HTMLElement>(".assessment")[Number(key) - 1]);
  else return false;
  return true;
}

function pressed(button: HTMLElement | null | undefined): boolean {
  button?.click();
  return button !== null && button !== undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}
