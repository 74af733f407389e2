/*
 * What people have typed, as it stands in the fields of the page, put back where something took it away: React's taking over of
 * the server's page, another language, a reload, a step back.
 */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a control says: a text, the chosen options, or whether it is ticked. */
type Said = string | boolean | string[];

const CONTROLS = "input, textarea, select";
/** Kinds of input in which nothing is typed, and those that are never kept. */
const LEFT_OUT = new Set(["hidden", "submit", "button", "image", "reset", "file", "password"]);

function isControl(element: EventTarget | null): element is Control {
  return element instanceof Element && element.matches(CONTROLS) && !LEFT_OUT.has((element as Control).type);
}

function ticks(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

export function saidIn(control: Control): Said {
  if (control instanceof HTMLSelectElement) return Array.from(control.selectedOptions, ({ value }) => value);
  return ticks(control) ? control.checked : control.value;
}

export function defaultOf(control: Control): Said {
  if (ticks(control)) return control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const chosen = [...control.options].filter(({ defaultSelected }) => defaultSelected);
  const first = control.multiple ? [] : [...control.options].filter(({ disabled }) => !disabled).slice(0, 1);
  return (chosen.length > 0 ? chosen : first).map(({ value }) => value);
}

const same = (one: Said, other: Said): boolean => JSON.stringify(one) === JSON.stringify(other);

const posts = (control: Control): boolean => control.form?.method !== "get";

/** Whether a control can say it: a select whose option has gone cannot. */
function canSay(control: Control, said: Said): boolean {
  if (!(control instanceof HTMLSelectElement)) return true;
  const offered = new Set(Array.from(control.options, ({ value }) => value));
  return (said as string[]).every((value) => offered.has(value));
}

/** Puts back what was said in a control, so that React hears of it as if it were typed again. */
function putBack(control: Control, said: Said): void {
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
    const at = document.activeElement === control ? selectionOf(control) : null;
    // Through React's own setter first, which makes it notice that the next differs.
    control.value = said === "" ? control.defaultValue : "";
    const { prototype } = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, said as string);
    if (at) control.setSelectionRange(...at);
  }
  // A filter sends its form at each change: nobody has asked for that now.
  if (!posts(control)) return;
  for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
}

function selectionOf(control: HTMLInputElement | HTMLTextAreaElement) {
  const { selectionStart, selectionEnd, selectionDirection } = control;
  if (selectionStart === null || selectionEnd === null) return null;
  return [selectionStart, selectionEnd, selectionDirection ?? "none"] as const;
}

/** Notes what was typed before React takes the page over, and what is typed while it does. */
export function noteTyped(): { putBack: () => void } {
  const noted = new Map<Control, Said>();
  const note = (control: EventTarget | null) => {
    if (isControl(control)) noted.set(control, saidIn(control));
  };
  for (const control of document.querySelectorAll<Control>(CONTROLS)) {
    if (GIVEN_BACK in control.dataset && tellsLanguage(control)) noted.set(control, saidIn(control));
    if (isControl(control) && (GIVEN_BACK in control.dataset || !same(saidIn(control), defaultOf(control))))
      note(control);
  }
  const listen = (event: Event) => note(event.target);
  document.addEventListener("input", listen, true);
  document.addEventListener("change", listen, true);
  return {
    putBack() {
      document.removeEventListener("input", listen, true);
      document.removeEventListener("change", listen, true);
      for (const [control, said] of noted) if (control.isConnected) putBack(control, said);
    },
  };
}

/** Marks (`data-given-back`) what the server has put into a control from before: React does not know of it (app/http/given-back.server.ts). */
const GIVEN_BACK = "givenBack";

/* Drafts: what differs from what the server wrote, kept in the tab until its form has been saved. */

/** What was said in one control of a form. */
interface Kept {
  name: string;
  /** Of a tick box or a radio button, which is known by it: their order changes with the language and with the list. */
  value?: string;
  /** Among the controls with the same name, or with the same name and value. */
  index: number;
  said: Said;
  before: Said;
}

/** Hidden fields that change from one rendering to the next and do not tell forms apart. */
const CHANGING = /^(idempotencyKey|version.*|back|draft|since|base.*|quick|query|textLanguage)$/;

/**
 * Whether a control tells in which language the form's texts are written. What stands there when a text is typed is true of it,
 * also after the page has come in another language and proposes that one.
 */
function tellsLanguage(control: Control): boolean {
  const isOfText = control instanceof HTMLSelectElement ? /^(sourceL|l)anguage$/ : /^textLanguage$/;
  return isOfText.test(control.name) && !("interfaceLanguage" in control.dataset);
}

const storageKey = (owner: string, path: string) => `typed ${owner} ${path}`;

type Drafts = Record<string, Kept[]>;

function read(owner: string, path: string): Drafts {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(owner, path)) ?? "{}") as Drafts;
  } catch {
    return {};
  }
}

function write(owner: string, path: string, drafts: Drafts): boolean {
  try {
    if (Object.keys(drafts).length > 0) sessionStorage.setItem(storageKey(owner, path), JSON.stringify(drafts));
    else sessionStorage.removeItem(storageKey(owner, path));
    return true;
  } catch {
    // A browser without storage, or a full one: the page itself still has the text.
    return false;
  }
}

/**
 * What tells a form of a page from its others, in any language and at any time. Buttons come and go with the scripts: they
 * count only where nothing else tells two forms apart.
 */
export function identityOf(form: HTMLFormElement): string {
  const own = addressAndHidden(form);
  const isAlone = [...document.forms].every(
    (other) => other === form || other.method !== "post" || addressAndHidden(other) !== own,
  );
  return isAlone ? own : [own, ...fieldsTold(form, "submit")].join("&");
}

/** Returns the path that a form is sent to. `form.action` may be a field of that name. */
export const pathOf = (form: HTMLFormElement): string =>
  new URL(form.getAttribute("action") || location.href, location.href).pathname;

const addressAndHidden = (form: HTMLFormElement): string => [pathOf(form), ...fieldsTold(form, "hidden")].join("&");

function fieldsTold(form: HTMLFormElement, kind: "hidden" | "submit"): string[] {
  const told = [...form.elements].flatMap((element) => {
    const { type, name, value } = element as HTMLInputElement;
    return name && type === kind && !CHANGING.test(name) ? [`${name}=${value}`] : [];
  });
  return told.sort();
}

type Place = Pick<Kept, "name" | "value" | "index">;

function controlsOf(form: HTMLFormElement): { control: Control; place: Place }[] {
  const seen = new Map<string, number>();
  return [...form.elements].flatMap((control) => {
    const isHiddenLanguage = control instanceof HTMLInputElement && tellsLanguage(control);
    if (!(isControl(control) || isHiddenLanguage) || !control.name) return [];
    const { name, value } = control;
    const place = ticks(control) ? { name, value } : { name };
    const key = JSON.stringify(place);
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    return [{ control, place: { ...place, index } }];
  });
}

const samePlace = (one: Place, other: Place): boolean =>
  one.name === other.name && one.value === other.value && one.index === other.index;

/** Keeps what differs in a form from what the server wrote in it. */
export function keepDraft(owner: string, form: HTMLFormElement): void {
  if (form.method !== "post" || form.dataset.drafts === "none") return;
  const path = location.pathname;
  const all = controlsOf(form).map(({ control, place }) => ({
    control,
    kept: { ...place, said: saidIn(control), before: defaultOf(control) },
  }));
  const isTouched = all.some(({ kept }) => !same(kept.said, kept.before));
  const kept = isTouched
    ? all.filter(({ control, kept: { said, before } }) => tellsLanguage(control) || !same(said, before))
    : [];
  const identity = identityOf(form);
  const { [identity]: _, ...others } = read(owner, path);
  const drafts = kept.length > 0 ? { ...others, [identity]: kept.map((one) => one.kept) } : others;
  if (!write(owner, path, drafts)) return;
  // The browser's own memory knows a tick box by its position, where another stands after a change of the language.
  for (const { control } of all) if (ticks(control)) control.autocomplete = "off";
}

export function forgetDraft(owner: string, path: string, identity: string): void {
  const { [identity]: _, ...others } = read(owner, path);
  write(owner, path, others);
}

/** Forgets everything that anybody has typed in this tab. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith("typed ")) sessionStorage.removeItem(key);
  } catch {
    // As in `write`.
  }
}

/**
 * Puts the drafts of this page back into its fields.
 *
 * @param always also where the server writes something else in the field by now: not after somebody else's change, which must
 * not be overwritten unseen
 */
export function restoreDrafts(owner: string, always: boolean): void {
  const drafts = read(owner, location.pathname);
  if (Object.keys(drafts).length === 0) return;
  for (const form of document.forms) {
    const kept = form.method === "post" ? drafts[identityOf(form)] : undefined;
    if (!kept) continue;
    for (const { control, place } of controlsOf(form)) {
      const one = kept.find((each) => samePlace(each, place));
      if (!one || same(saidIn(control), one.said)) continue;
      if (always || tellsLanguage(control) || same(defaultOf(control), one.before)) putBack(control, one.said);
    }
  }
}
