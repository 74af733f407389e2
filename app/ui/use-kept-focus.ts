import { useCallback, useEffect, useLayoutEffect, useRef } from "react";

/**
 * Returns a function that keeps the focus on what a selector finds, until the focus goes elsewhere by itself. What is moved to
 * another place of the page is another element there, and that may be some time after it was put down: when the answer arrives, or
 * news of somebody else's change.
 */
export function useKeptFocus(): (selector: string) => void {
  const kept = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!kept.current) return;
    const { activeElement, body } = document;
    const element = document.querySelector<HTMLElement>(kept.current);
    if (activeElement === body) element?.focus({ preventScroll: true });
    else if (activeElement !== element) kept.current = null;
  });
  useEffect(() => {
    const release = () => {
      kept.current = null;
    };
    document.addEventListener("pointerdown", release);
    return () => document.removeEventListener("pointerdown", release);
  }, []);
  return useCallback((selector) => {
    kept.current = selector;
  }, []);
}
