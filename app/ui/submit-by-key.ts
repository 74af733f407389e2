import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Ctrl Enter (⌘ Enter) in a text of several lines sends its form, as a press of its button would: on every page, whichever form it
 * is. Nothing is sent while something is on its way, nor by a key that is held down.
 */
export function useSubmitByKey(): void {
  const busy = useRef(false);
  busy.current = useNavigation().state !== "idle";
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      // Whoever has a use of their own for it has said so; an input method's Enter ends a word.
      if (event.defaultPrevented || event.isComposing) return;
      const text = event.target;
      if (!(text instanceof HTMLTextAreaElement) || !text.form) return;
      const button = mainButton(text.form);
      if (!button) return;
      event.preventDefault();
      if (busy.current || event.repeat || button.getAttribute("aria-busy") === "true") return;
      text.form.requestSubmit(button);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** The button by which a form is sent: the one that stands out, or else the last that is no quiet one. */
export function mainButton(form: HTMLFormElement): HTMLButtonElement | undefined {
  const buttons = [...form.elements].filter(
    (element): element is HTMLButtonElement =>
      element instanceof HTMLButtonElement && element.type === "submit" && !element.disabled,
  );
  const loud = buttons.filter(({ classList }) => !classList.contains("quiet"));
  return loud.find(({ classList }) => classList.contains("solid")) ?? loud.at(-1) ?? buttons[0];
}
