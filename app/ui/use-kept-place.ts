import { useLocation, useNavigationType } from "@remix-run/react";
import { useLayoutEffect } from "react";

/** How far each box was scrolled, by the name of the element that it lies in, and the link that had the focus. */
interface Place {
  boxes: Record<string, [left: number, top: number]>;
  link: string | null;
}

/**
 * Finds a page as it was left, for whoever comes back to it: how far its boxes are scrolled, and the link that was followed. The
 * browser and Remix do so for the page as a whole only.
 *
 * @param selector finds the boxes; each lies in an element with an id, or has one
 */
export function useKeptPlace(selector: string): void {
  const { key, pathname, search } = useLocation();
  const type = useNavigationType();
  const name = `place ${key} ${pathname}${search}`;

  useLayoutEffect(() => {
    if (type === "POP") restore(read(name), selector);
    const save = () => write(name, placeNow(selector));
    window.addEventListener("pagehide", save);
    return () => {
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [name, type, selector]);
}

function placeNow(selector: string): Place {
  const boxes = Object.fromEntries(
    [...document.querySelectorAll(selector)].map((box) => [nameOf(box), [box.scrollLeft, box.scrollTop]]),
  ) as Place["boxes"];
  const link = document.activeElement?.closest("main a")?.getAttribute("href") ?? null;
  return { boxes, link };
}

function restore(place: Place | null, selector: string): void {
  if (!place) return;
  for (const box of document.querySelectorAll(selector)) {
    const [left, top] = place.boxes[nameOf(box)] ?? [0, 0];
    box.scrollTo({ left, top, behavior: "instant" });
  }
  if (place.link)
    document.querySelector<HTMLElement>(`main a[href="${CSS.escape(place.link)}"]`)?.focus({ preventScroll: true });
}

const nameOf = (box: Element) => box.closest("[id]")?.id ?? "";

/* A browser that keeps nothing for a page (in private, or full) opens it at its beginning. */

function read(name: string): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null") as Place | null;
  } catch {
    return null;
  }
}

function write(name: string, place: Place): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(place));
  } catch {
    // Nothing is lost but the place.
  }
}
