import { z } from "zod";
import { pageFrom } from "~/ui/paging.ts";
import { PARTS, type Part } from "./parts.ts";

const partSchema = z.enum(PARTS).nullable().catch(null);

/** Reads the query string of `/my`: one list alone, or the beginning of each. */
export function readPart(query: URLSearchParams): { part: Part | null; page: number } {
  return { part: partSchema.parse(query.get("show")), page: pageFrom(query) };
}

/** The forms of the calendar: which address the page knew of (its instant), so that nothing is made twice. */
export const feedSchema = z.object({
  intent: z.enum(["make", "take-back"]),
  since: z
    .string()
    .regex(/^\d{0,15}$/)
    .default("")
    .transform((since) => (since ? Number(since) : null)),
});
