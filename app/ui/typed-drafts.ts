import { isChangingField } from "./hidden-fields.ts";
import {
  type Control,
  defaultOf,
  isControl,
  isLanguageField,
  pathOf,
  putBack,
  type Said,
  saidIn,
  same,
  ticks,
} from "./typed-text.ts";

/*
 * Drafts: what differs from what the server wrote, kept in the tab until its form has been saved, and put back after another
 * language, a reload, a step back. Loaded once there is something to keep or to put back.
 */

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

const addressAndHidden = (form: HTMLFormElement): string => [pathOf(form), ...fieldsTold(form, "hidden")].join("&");

function fieldsTold(form: HTMLFormElement, kind: "hidden" | "submit"): string[] {
  const told = [...form.elements].flatMap((element) => {
    const { type, name, value } = element as HTMLInputElement;
    return name && type === kind && !isChangingField(name) ? [`${name}=${value}`] : [];
  });
  return told.sort();
}

type Place = Pick<Kept, "name" | "value" | "index">;

function controlsOf(form: HTMLFormElement): { control: Control; place: Place }[] {
  const seen = new Map<string, number>();
  return [...form.elements].flatMap((control) => {
    const isHiddenLanguage = control instanceof HTMLInputElement && isLanguageField(control);
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
export function saveDraft(owner: string, form: HTMLFormElement): void {
  if (form.method !== "post" || form.dataset.drafts === "none") return;
  const path = location.pathname;
  const all = controlsOf(form).map(({ control, place }) => ({
    control,
    kept: { ...place, said: saidIn(control), before: defaultOf(control) },
  }));
  const isTouched = all.some(({ kept }) => !same(kept.said, kept.before));
  const kept = isTouched
    ? all.filter(({ control, kept: { said, before } }) => isLanguageField(control) || !same(said, before))
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

/**
 * Puts the drafts of this page back into its fields.
 *
 * @param always also where the server writes something else in the field by now: not after somebody else's change, which must
 * not be overwritten unseen
 * @param within the part of the page whose forms are meant
 * @returns the forms in which something was put back
 */
export function restoreDrafts(owner: string, always: boolean, within: Element = document.body): HTMLFormElement[] {
  const drafts = read(owner, location.pathname);
  if (Object.keys(drafts).length === 0) return [];
  const restored = new Set<HTMLFormElement>();
  for (const form of within.querySelectorAll("form")) {
    const kept = form.method === "post" ? drafts[identityOf(form)] : undefined;
    if (!kept) continue;
    for (const { control, place } of controlsOf(form)) {
      const one = kept.find((each) => samePlace(each, place));
      if (!one || same(saidIn(control), one.said)) continue;
      if (!(always || isLanguageField(control) || same(defaultOf(control), one.before))) continue;
      putBack(control, one.said);
      restored.add(form);
    }
  }
  return [...restored];
}
