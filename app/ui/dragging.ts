import { type RefObject, useEffect, useRef } from "react";

/* What dragging goes by (drag-layer.tsx): when a press becomes a grip, and where the pointer is. */

/** A mouse drags after 6 px, so that a click stays a click. */
export const MOUSE = { activationConstraint: { distance: 6 } };
/** A finger picks up after a long press and keeps scrolling otherwise: a scroll never drags. */
export const TOUCH = { activationConstraint: { delay: 280, tolerance: 8 } };

/** The keyboard has its own way, with its own words (use-carrying.ts and its like): this one is for the eye. */
export const SILENT = { onDragStart: () => "", onDragOver: () => "", onDragEnd: () => "", onDragCancel: () => "" };

export interface Point {
  x: number;
  y: number;
}

/**
 * Where the mouse or the finger is. dnd-kit tells how far the card has moved, and corrects that for the card's own element
 * shifting in its column: what decides the landing is the pointer itself.
 */
export function usePointer(): RefObject<Point> {
  const point = useRef<Point>({ x: 0, y: 0 });
  useEffect(() => {
    const follow = (event: MouseEvent | TouchEvent) => {
      const at = "touches" in event ? event.touches[0] : event;
      if (at) point.current = { x: at.clientX, y: at.clientY };
    };
    const kinds = ["mousedown", "mousemove", "touchstart", "touchmove"] as const;
    const options = { passive: true, capture: true };
    for (const kind of kinds) window.addEventListener(kind, follow, options);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, follow, options);
    };
  }, []);
  return point;
}

/** The column of a stage under the pointer, however far down the page. */
export function columnAt({ x }: Point): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("section[data-stage]")].find((section) => {
    const { left, right } = section.getBoundingClientRect();
    return x >= left && x < right;
  });
}
