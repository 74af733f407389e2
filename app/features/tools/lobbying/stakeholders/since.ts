import { isPlaced, type Place, samePlace } from "./place.ts";

/** An event of an entry, as far as it says where somebody stands. */
export interface Step {
  kind: string;
  before: Record<string, unknown> | null;
}

/** Where somebody stood at a moment; null where they were not on the list. */
export type Stood = Place | null;

/**
 * Where somebody stood before these steps, the oldest first, from what their entry says now: each step is taken back, the
 * newest first. What its event does not name it did not change.
 *
 * @param listed whether they are on the list now
 */
export function stoodBefore({ listed, ...now }: Place & { listed: boolean }, steps: readonly Step[]): Stood {
  let place: Place = now;
  let on = listed;
  for (const { kind, before } of steps.toReversed()) {
    if (kind === "entry.edited") place = { ...place, ...placeIn(before) };
    else on = kind === "entry.removed";
  }
  return on ? place : null;
}

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

/** What of a place an event's `before` names. */
function placeIn(before: Step["before"]): Partial<Place> {
  if (!before) return {};
  return Object.fromEntries(
    (["influence", "stance"] as const).flatMap((name) => (name in before ? [[name, before[name] ?? null]] : [])),
  );
}
