import { z } from "zod";
import { dayFault } from "~/lib/days.ts";
import type { ProblemCode } from "~/ui/problems.ts";

/* What the forms of several features ask for in the same way. */

/** A message's code, checked by the compiler. */
export const problemCode = (code: ProblemCode) => code;

/** The one reader of days that people type: `2026-11-24` in a sensible year; empty means none. */
export const day = z
  .string()
  .trim()
  .default("")
  .superRefine((value, context) => {
    const fault = value === "" ? null : dayFault(value);
    if (fault) context.addIssue({ code: "custom", message: problemCode(fault) });
  })
  .transform((value) => value || null);

/** As `day`, for a field that may not be left empty. */
export const requiredDay = day.pipe(z.string(problemCode("not-a-day")));

/** A choice that may be left open; empty means none. */
export const optionalId = z
  .string()
  .default("")
  .transform((value) => (value ? Number(value) : null))
  .refine((value) => value === null || (Number.isInteger(value) && value > 0), problemCode("not-a-choice"));

/** An address that a browser may be sent to: http and https alone, without a name and a password in it. */
export function isWebAddress(value: string): boolean {
  // Read by a browser, a line's end or a tab in it would vanish: what is stored would not be what is opened.
  if (/[\s\p{Cc}]/u.test(value) || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  return hostname !== "" && username === "" && password === "";
}
