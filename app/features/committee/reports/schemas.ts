import { z } from "zod";
import { LANGUAGES } from "~/domain.ts";
import { problemCode } from "~/features/core/schemas.ts";
import { FIRST_YEAR } from "./sections.ts";

/* The form of a report's prose. Messages are the codes of app/ui/problems.ts. */

/** Longer than anybody writes into one section. */
export const PROSE_MOST = 20_000;

export const proseSchema = z.object({
  language: z.enum(LANGUAGES, problemCode("not-a-choice")),
  prose: z.string().trim().max(PROSE_MOST, problemCode("too-long")).default(""),
  /** 0 while nobody has written anything. */
  version: z.coerce
    .number(problemCode("not-a-number"))
    .int(problemCode("not-a-number"))
    .min(0, problemCode("not-a-number")),
});

/** The year of an address: one in which there was a plan, this one at the latest; null for anything else. */
export function parseYear(value: string | undefined, now: Date): number | null {
  if (!/^\d{4}$/.test(value ?? "")) return null;
  const year = Number(value);
  return year >= FIRST_YEAR && year <= now.getUTCFullYear() ? year : null;
}
