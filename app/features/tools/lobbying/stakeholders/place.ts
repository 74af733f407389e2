import { INFLUENCES, STANCES } from "./stakeholders.ts";

export type Influence = (typeof INFLUENCES)[number];
export type Stance = (typeof STANCES)[number];

/** Where somebody stands on the map; they are on it only where both are known. */
export interface Place {
  influence: Influence | null;
  stance: Stance | null;
}

export function isPlaced(place: Place): place is { influence: Influence; stance: Stance } {
  return place.influence !== null && place.stance !== null;
}

/** The name of a cell: `high open`; nothing for those beside the map. */
export function cellOf(place: Place): string {
  return isPlaced(place) ? `${place.influence} ${place.stance}` : "";
}

export function samePlace(one: Place, other: Place): boolean {
  return one.influence === other.influence && one.stance === other.stance;
}

export type Direction = "up" | "down" | "left" | "right";

/**
 * One step over the map: up to more influence, right to a more favourable stance. Whoever is not placed yet steps into its
 * middle.
 *
 * @returns null at the map's edge
 */
export function stepTo(place: Place, direction: Direction): Place | null {
  if (!isPlaced(place)) return { influence: place.influence ?? "some", stance: place.stance ?? "open" };
  if (direction === "up" || direction === "down") {
    const influence = INFLUENCES[INFLUENCES.indexOf(place.influence) + (direction === "up" ? 1 : -1)];
    return influence ? { ...place, influence } : null;
  }
  const stance = STANCES[STANCES.indexOf(place.stance) + (direction === "right" ? 1 : -1)];
  return stance ? { ...place, stance } : null;
}

/** The way from one cell to another as an arrow, drawn as the map is: influence upwards, favour to the right. */
export function arrowBetween(from: Place, to: Place): string {
  if (!isPlaced(from) || !isPlaced(to)) return "";
  const across = Math.sign(STANCES.indexOf(to.stance) - STANCES.indexOf(from.stance));
  const up = Math.sign(INFLUENCES.indexOf(to.influence) - INFLUENCES.indexOf(from.influence));
  return ARROWS[`${across} ${up}`] ?? "";
}

const ARROWS: Record<string, string> = {
  "1 0": "→",
  "1 1": "↗",
  "0 1": "↑",
  "-1 1": "↖",
  "-1 0": "←",
  "-1 -1": "↙",
  "0 -1": "↓",
  "1 -1": "↘",
};
