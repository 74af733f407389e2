import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** What opens over the page. Folds that open within it (a form, older versions) stay until their own summary closes them. */
const OPEN = "details[data-menu][open]";

/**
 * Closes every `<details data-menu>` by Escape, by a press outside of it and by going to another page. Without a script its
 * own summary closes it. One whose choices change the page's query (`data-menu="stays"`) stays open through these. Called once,
 * by the frame.
 */
export function useMenus(): void {
  const { key, pathname } = useLocation();
  const shown = useRef(key);
  const path = useRef(pathname);
  useEffect(() => {
    // On a slow line, a menu may have been opened before the scripts came: the page that it is on keeps it.
    if (shown.current === key) return;
    shown.current = key;
    close((menu) => menu.dataset.menu !== "stays" || path.current !== pathname);
    path.current = pathname;
  }, [key, pathname]);
  useEffect(() => {
    const outside = (event: Event) => close((menu) => !menu.contains(event.target as Node));
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      for (const menu of close(() => true)) {
        // Only whoever was in the menu, or nowhere, is taken back to what opened it.
        const active = document.activeElement;
        if (active === document.body || menu.contains(active)) menu.querySelector("summary")?.focus();
      }
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", press);
    };
  }, []);
}

function close(which: (menu: HTMLDetailsElement) => boolean): HTMLDetailsElement[] {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>(OPEN)].filter(which);
  for (const menu of closed) menu.open = false;
  return closed;
}
