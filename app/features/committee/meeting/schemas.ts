import { z } from "zod";
import { ASSESSMENTS } from "~/domain.ts";
import { problemCode } from "~/features/core/schemas.ts";
import { pageFrom } from "~/ui/paging.ts";

/* The forms of the meeting. Messages are the codes of app/ui/problems.ts. */

export const NOTE_MOST = 2000;

export const assessSchema = z.object({
  ref: z.string().max(20),
  /** Of the assessment that the person had before them; 0 where there was none. */
  version: z.coerce.number().int().nonnegative(),
  assessment: z.enum(ASSESSMENTS, problemCode("assessment-missing")),
  note: z.string().trim().max(NOTE_MOST, problemCode("too-long")).default(""),
});

export const attendSchema = z.object({
  seat: z.coerce.number().int().positive(),
  present: z.enum(["yes", "no"]),
});

export const turnSchema = z.object({ item: z.coerce.number().int().positive() });

/** Which agenda item an address asks for, from 1, and which page of its actions; null follows the meeting. */
export function readMeeting(query: URLSearchParams): { item: number | null; page: number } {
  const item = Number(query.get("item"));
  return { item: Number.isInteger(item) && item > 0 ? item : null, page: pageFrom(query) };
}
