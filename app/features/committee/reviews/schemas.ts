import { z } from "zod";
import { LANGUAGES } from "~/domain.ts";
import { day, isWebAddress, problemCode } from "~/features/core/schemas.ts";
import { COMMENT_MOST } from "~/features/plan/comments/schemas.ts";
import { TIME_ZONES } from "./places.ts";

/* The forms of reviews. Messages are the codes of app/ui/problems.ts. */

const VIEW_MOST = 5000;

/** 0 for what is not there yet. */
const version = z.coerce.number().int().nonnegative();
const lines = z.array(z.string()).default([]);
const prose = z.string().trim().max(VIEW_MOST, problemCode("too-long")).default("");

/** An address of a video meeting, which everyone is asked to open: nothing but https. */
const link = z
  .string()
  .trim()
  .max(500, problemCode("too-long"))
  .default("")
  .refine((value) => value === "" || isSecure(value), problemCode("not-a-secure-address"));

/** Opening a review and preparing it: the same fields. */
export const meetingSchema = z.object({
  version: version.default(0),
  day,
  hour: z
    .string()
    .default("")
    .transform((value) => value.slice(0, 5))
    .refine((value) => value === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), problemCode("not-an-hour")),
  timeZone: z.enum(TIME_ZONES, problemCode("not-a-choice")),
  link,
  item: lines,
  about: lines,
  minutes: lines,
});

/** A continental network's view. */
export const viewSchema = z.object({
  version,
  language: z.enum(LANGUAGES, problemCode("not-a-choice")),
  progress: prose,
  concerns: prose,
  asks: prose,
});

export type ViewSaid = z.output<typeof viewSchema>;

export const reportSchema = z.object({
  version,
  report: z.string().trim().min(1, problemCode("missing")).max(VIEW_MOST, problemCode("too-long")),
});

export const signingSchema = z.object({ seat: z.coerce.number().int().positive() });

export const additionSchema = z.object({
  text: z.string().trim().min(1, problemCode("missing")).max(COMMENT_MOST, problemCode("too-long")),
});

function isSecure(value: string): boolean {
  return isWebAddress(value) && new URL(value).protocol === "https:";
}
