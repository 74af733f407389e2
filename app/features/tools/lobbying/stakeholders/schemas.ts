import { z } from "zod";
import { problemCode } from "~/features/core/schemas.ts";
import { isDay } from "~/lib/days.ts";
import { INFLUENCES, STANCES } from "./stakeholders.ts";

/** Empty takes somebody off the map. */
const oneOf = <const O extends readonly [string, ...string[]]>(options: O) =>
  z
    .enum(["", ...options], problemCode("not-a-choice"))
    .default("")
    .transform((value) => (value || null) as O[number] | null);

/** The form that puts somebody elsewhere on the map. */
export const placeSchema = z.object({
  entry: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  influence: oneOf(INFLUENCES),
  stance: oneOf(STANCES),
});

/** What an address says of who was just put elsewhere: as of which version of their entry, and where they stood. */
export const placedSchema = z.object({
  placed: z.coerce.number().int().positive(),
  as: z.coerce.number().int().positive(),
  influence_was: oneOf(INFLUENCES),
  stance_was: oneOf(STANCES),
});

/** The day since which the map is compared; null for none, and for what is no day. */
export function readSince(query: URLSearchParams): string | null {
  const since = query.get("since") ?? "";
  return isDay(since) ? since : null;
}
