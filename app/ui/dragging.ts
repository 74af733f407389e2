/* What dragging goes by (drag-layer.tsx): when a press becomes a grip, what scrolls, and where things land. */

/** A mouse drags after 6 px, so that a click stays a click. */
export const MOUSE = { activationConstraint: { distance: 6 } };
/** A finger picks up after a long press (ms) and keeps scrolling otherwise: a scroll never drags. */
export const TOUCH = { activationConstraint: { delay: 280, tolerance: 8 } };

/** The keyboard has its own way, with its own words (use-carrying.ts and its like): this one is for the eye. */
export const SILENT = { onDragStart: () => "", onDragOver: () => "", onDragEnd: () => "", onDragCancel: () => "" };

/** A place in the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Returns where a mouse or the first finger is; null when no finger is left. */
export function pointOf(event: MouseEvent | TouchEvent): Point | null {
  const at = "touches" in event ? event.touches[0] : event;
  return at ? { x: at.clientX, y: at.clientY } : null;
}

/** The column of a stage under the pointer, however far down the page. */
export function columnAt({ x }: Point): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("section[data-stage]")].find((section) => {
    const { left, right } = section.getBoundingClientRect();
    return x >= left && x < right;
  });
}

/** The edge within which a box scrolls (CSS px), at most a fifth of the box, and the speed at its very edge (CSS px a second). */
const EDGE = 80;
const FASTEST = 1600;

/**
 * Scrolls each box that the pointer is at the edge of: the nearer to the edge, the faster.
 *
 * @param elapsed milliseconds since the last time
 * @param axis the one way that things are moved here; both ways where none is named
 * @returns whether it scrolled any, as far as they still could
 */
export function scrollAtEdges(at: Point, boxes: Iterable<Element>, elapsed: number, axis?: "x"): boolean {
  let scrolled = false;
  for (const box of boxes) {
    const whole = box === document.documentElement;
    const { left, right, top, bottom } = whole ? windowBox() : box.getBoundingClientRect();
    const across = { from: Math.max(left, 0), to: Math.min(right, innerWidth) };
    const down = { from: Math.max(top, 0), to: Math.min(bottom, innerHeight) };
    const dx = pull(at.x, across);
    const dy = axis === "x" ? 0 : pull(at.y, down);
    // `instant`: a box that glides to where it is sent would be sent there anew by each frame.
    if (!dx && !dy) continue;
    box.scrollBy({ left: pixels(dx, elapsed), top: pixels(dy, elapsed), behavior: "instant" });
    scrolled = true;
  }
  return scrolled;
}

interface Extent {
  from: number;
  to: number;
}

const windowBox = () => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });

/** How strongly a place within an extent pulls towards its beginning (−1) or its end (1); 0 in its middle, and far outside. */
function pull(at: number, { from, to }: Extent): number {
  const edge = Math.min(EDGE, (to - from) / 5);
  if (edge <= 0 || at < from - edge || at > to + edge) return 0;
  const before = Math.min(1, (from + edge - at) / edge);
  const after = Math.min(1, (at - to + edge) / edge);
  if (before > 0) return -(before ** 2);
  return after > 0 ? after ** 2 : 0;
}

/** Whole pixels, one at least: what is less would be rounded away. */
function pixels(strength: number, elapsed: number): number {
  return strength && Math.sign(strength) * Math.max(1, Math.round((Math.abs(strength) * FASTEST * elapsed) / 1000));
}
