import { type ReactNode, useEffect, useRef } from "react";

/** A button that takes a change back. For as long as it is on the page, Ctrl Z presses it (or Cmd Z), but for where a text is typed. */
export function UndoButton({ children }: { children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
      if (key.toLowerCase() !== "z" || ctrlKey === metaKey || shiftKey || altKey || event.defaultPrevented) return;
      if ((target as Element).closest?.("input, textarea, dialog")) return;
      event.preventDefault();
      button.current?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <button ref={button} className="button" aria-keyshortcuts="Control+Z Meta+Z">
      {children}
    </button>
  );
}
