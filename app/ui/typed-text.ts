/*
 * What people have typed, as it stands in the fields of the page, put back where React's taking over of the server's page would
 * take it away. What is kept beyond the page is in typed-drafts.ts.
 */

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a control says: a text, the chosen options, or whether it is ticked. */
export type Said = string | boolean | string[];

const CONTROLS = "input, textarea, select";
/** Kinds of input in which nothing is typed, and those that are never kept. */
const LEFT_OUT = new Set(["hidden", "submit", "button", "image", "reset", "file", "password"]);

export function isControl(element: EventTarget | null): element is Control {
  return element instanceof Element && element.matches(CONTROLS) && !LEFT_OUT.has((element as Control).type);
}

export function ticks(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

export function saidIn(control: Control): Said {
  if (control instanceof HTMLSelectElement) return Array.from(control.selectedOptions, ({ value }) => value);
  return ticks(control) ? control.checked : control.value;
}

export function defaultOf(control: Control): Said {
  if (ticks(control)) return control.defaultChecked;
  // React writes what is typed in a controlled field into its attribute too: such a field tells by itself what the server wrote.
  if (!(control instanceof HTMLSelectElement)) return control.dataset.written ?? control.defaultValue;
  const chosen = [...control.options].filter(({ defaultSelected }) => defaultSelected);
  const first = control.multiple ? [] : [...control.options].filter(({ disabled }) => !disabled).slice(0, 1);
  return (chosen.length > 0 ? chosen : first).map(({ value }) => value);
}

export const same = (one: Said, other: Said): boolean => JSON.stringify(one) === JSON.stringify(other);

const posts = (control: Control): boolean => control.form?.method !== "get";

/** Whether a control can say it: a select whose option has gone cannot. */
function canSay(control: Control, said: Said): boolean {
  if (!(control instanceof HTMLSelectElement)) return true;
  const offered = new Set(Array.from(control.options, ({ value }) => value));
  return (said as string[]).every((value) => offered.has(value));
}

/** Puts back what was said in a control, so that React hears of it as if it were typed again. */
export function putBack(control: Control, said: Said, caret = caretIn(control)): void {
  if (control.disabled || !canSay(control, said)) return;
  if (ticks(control)) {
    // React compares with what it knows, and hears of a click alone.
    control.checked = !said;
    if (said || control.type === "checkbox") control.click();
    return;
  }
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = (said as string[]).includes(option.value);
  } else {
    // Through React's own setter first, which makes it notice that the next differs.
    control.value = said === "" ? control.defaultValue : "";
    const { prototype } = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, said as string);
    if (caret) control.setSelectionRange(...caret);
  }
  // A filter sends its form at each change: nobody has asked for that now.
  if (!posts(control)) return;
  for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

type Caret = readonly [start: number, end: number, direction: "forward" | "backward" | "none"];

/** What is selected in the control in which somebody is typing; null in any other, and in those that have no caret. */
function caretIn(control: Control): Caret | null {
  if (document.activeElement !== control || control instanceof HTMLSelectElement) return null;
  const { selectionStart, selectionEnd, selectionDirection } = control;
  if (selectionStart === null || selectionEnd === null) return null;
  return [selectionStart, selectionEnd, selectionDirection ?? "none"];
}

/** Notes what was typed before React takes the page over, and what is typed while it does. */
export function noteTyped(): { putBack: () => void } {
  const noted = new Map<Control, { said: Said; caret: Caret | null }>();
  const note = (control: EventTarget | null) => {
    if (isControl(control)) noted.set(control, { said: saidIn(control), caret: caretIn(control) });
  };
  for (const control of document.querySelectorAll<Control>(CONTROLS)) {
    if (GIVEN_BACK in control.dataset && isLanguageField(control))
      noted.set(control, { said: saidIn(control), caret: null });
    if (isControl(control) && (GIVEN_BACK in control.dataset || !same(saidIn(control), defaultOf(control))))
      note(control);
  }
  const listen = (event: Event) => note(event.target);
  // React sets a prefilled textarea back, and its caret with it: one counts as long as it is in the text that was typed.
  const noteCaret = () => {
    const control = document.activeElement;
    const before = isControl(control) && noted.get(control);
    if (before && same(saidIn(control), before.said)) before.caret = caretIn(control);
  };
  document.addEventListener("input", listen, true);
  document.addEventListener("change", listen, true);
  document.addEventListener("selectionchange", noteCaret, true);
  return {
    putBack() {
      document.removeEventListener("input", listen, true);
      document.removeEventListener("change", listen, true);
      document.removeEventListener("selectionchange", noteCaret, true);
      for (const [control, { said, caret }] of noted) if (control.isConnected) putBack(control, said, caret);
    },
  };
}

/** Marks (`data-given-back`) what the server has put into a control from before: React does not know of it (app/http/given-back.server.ts). */
const GIVEN_BACK = "givenBack";

/**
 * Whether a control tells in which language the form's texts are written. What stands there when a text is typed is true of it,
 * also after the page has come in another language and proposes that one.
 */
export function isLanguageField(control: Control): boolean {
  const isOfText = control instanceof HTMLSelectElement ? /^(sourceL|l)anguage$/ : /^textLanguage$/;
  return isOfText.test(control.name) && !("interfaceLanguage" in control.dataset);
}

/** Returns the path that a form is sent to. `form.action` may be a field of that name. */
export const pathOf = (form: HTMLFormElement): string =>
  new URL(form.getAttribute("action") || location.href, location.href).pathname;
