import { useNavigation } from "@remix-run/react";
import { useCallback, useRef } from "react";

/**
 * Returns what Ctrl Enter (⌘ Enter) does: in a text of several lines it sends its form, as a press of its button would: on every page, whichever form it
 * is. Nothing is sent while something is on its way, nor by a key that is held down.
 */
export function useSubmitByKey(): (event: KeyboardEvent) => boolean {
  const busy = useRef(false);
  busy.current = useNavigation().state !== "idle";
  return useCallback((event) => {
    if (event.shiftKey || event.altKey) return false;
    // Whoever has a use of their own for it has said so; an input method's Enter ends a word.
    if (event.defaultPrevented || event.isComposing) return false;
    const text = event.target;
    if (!(text instanceof HTMLTextAreaElement) || !text.form) return false;
    const button = mainButton(text.form);
    if (!button) return false;
    if (!(busy.current || event.repeat || button.getAttribute("aria-busy") === "true")) text.form.requestSubmit(button);
    return true;
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
