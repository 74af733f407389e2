import { singleKeysOn } from "./single-keys.ts";

/** What of a key press the shortcuts go by. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key press may be: the quick switcher, the sending of a form, or a single key, which means what the page says. */
export type KeyKind = "switcher" | "send" | "single";

/**
 * Which shortcut a key press may be. ⌘K or Ctrl K types nothing and so works while somebody is typing; a single key
 * (`commands.ts`) does not, and a person can switch these off. On a Mac, Ctrl K deletes to the end of the line, and is left alone.
 */
export function keyFor(press: Press, mac: boolean, typing: boolean, singles = true): KeyKind | null {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (key === "Enter") return "send";
    return key.toLowerCase() === "k" && (mac ? !ctrlKey : !metaKey) ? "switcher" : null;
  }
  return !typing && singles && /^([a-z0-9/?.]|Arrow\w+)$/.test(key) ? "single" : null;
}

/** As `keyFor`, of what the browser tells. */
export function keyOf(event: KeyboardEvent): KeyKind | null {
  return keyFor(event, /Mac|iPhone|iPad/.test(navigator.platform), isTyping(event.target), singleKeysOn());
}

/** Whether a key press changes a text that is being typed: a character, or one taken back. */
export function types({ key, ctrlKey, metaKey }: Press): boolean {
  return (key.length === 1 || key === "Backspace") && !ctrlKey && !metaKey;
}

function isTyping(target: EventTarget | null): boolean {
  const typedInto = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select";
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(typedInto));
}
