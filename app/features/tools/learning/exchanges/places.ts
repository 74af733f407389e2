import type { Values } from "~/features/tools/engine/field.ts";

/** How many people are signed up for an exchange, of how many places; `places` is null where they are not counted. */
export interface Taken {
  taken: number;
  places: number | null;
}

export function takenOf({ places }: Values, signups: readonly Values[]): Taken {
  return {
    taken: signups.reduce((sum, { people }) => sum + Number(people ?? 0), 0),
    places: typeof places === "number" ? places : null,
  };
}

/** How many places nobody has taken; never below none, and null where they are not counted. */
export function freePlaces(entry: Values, signups: readonly Values[]): number | null {
  const { taken, places } = takenOf(entry, signups);
  return places === null ? null : Math.max(0, places - taken);
}
