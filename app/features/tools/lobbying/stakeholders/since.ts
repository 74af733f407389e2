import { isPlaced, type Place, samePlace } from "./place.ts";

/** Where somebody stood at a moment; null where they were not on the list. */
export type Stood = Place | null;

/** How somebody's place changed, in one of five ways; null where it did not. */
export type Shift = "entered" | "removed" | "moved" | "placed" | "unplaced";

export function shiftBetween(then: Stood, now: Stood): Shift | null {
  if (!then) return now ? "entered" : null;
  if (!now) return "removed";
  if (samePlace(then, now)) return null;
  const [was, is] = [isPlaced(then), isPlaced(now)];
  if (!was && !is) return null;
  if (was && !is) return "unplaced";
  return is && !was ? "placed" : "moved";
}
