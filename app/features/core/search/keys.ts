/** What of a key press the shortcuts go by. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * Which shortcut of every page a key press is. Nothing is taken from somebody who is typing but ⌘K or Ctrl K, which types
 * nothing; on a Mac, Ctrl K deletes to the end of the line, and is left alone.
 */
export function keyFor(press: Press, mac: boolean, typing: boolean): "switcher" | "search" | "help" | null {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (altKey) return null;
  if (key.toLowerCase() === "k" && (mac ? metaKey && !ctrlKey : ctrlKey && !metaKey)) return "switcher";
  if (ctrlKey || metaKey || typing) return null;
  if (key === "/") return "search";
  return key === "?" ? "help" : null;
}

/** The place in a list of so many that an arrow leads to: round its ends. */
export function stepIn(count: number, at: number, key: string): number {
  if (count === 0) return 0;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "PageDown":
      return count - 1;
    case "PageUp":
      return 0;
    default:
      return at;
  }
}
