import type { MouseEvent, TouchEvent } from "react";
import { MOUSE, type Point, pointOf, TOUCH } from "~/ui/dragging.ts";

/**
 * Returns a handler of presses that tells which card somebody tries to drag without having the right to move it: by the same
 * movement, or the same long press, that would take one of theirs.
 */
export function useRefusedDrag(onRefused: (ref: string) => void): (event: MouseEvent | TouchEvent) => void {
  return ({ target, nativeEvent }) => {
    const card = (target as Element).closest<HTMLElement>("[data-action]");
    const ref = card?.dataset.action;
    const from = pointOf(nativeEvent);
    if (!ref || !from || card.querySelector(".grip")) return;
    const trial = new AbortController();
    const { signal } = trial;
    const stop = () => trial.abort();
    const refuse = () => {
      stop();
      onRefused(ref);
    };
    const hasLeft = (event: globalThis.MouseEvent | globalThis.TouchEvent, by: number) =>
      distance(pointOf(event) ?? from, from) > by;
    if ("touches" in nativeEvent) {
      const timer = setTimeout(refuse, TOUCH.activationConstraint.delay);
      signal.addEventListener("abort", () => clearTimeout(timer));
      const { tolerance } = TOUCH.activationConstraint;
      document.addEventListener("touchmove", (event) => hasLeft(event, tolerance) && stop(), { signal });
      for (const kind of ["touchend", "touchcancel"]) document.addEventListener(kind, stop, { signal });
    } else {
      const { distance: far } = MOUSE.activationConstraint;
      document.addEventListener("mousemove", (event) => hasLeft(event, far) && refuse(), { signal });
      document.addEventListener("mouseup", stop, { signal });
    }
  };
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
