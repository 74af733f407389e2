import { z } from "zod";
import type { ProblemCode } from "~/ui/problems.ts";

/* What the forms of several features ask for in the same way. */

/** A message's code, checked by the compiler. */
export const fits = (code: ProblemCode) => code;

/** Whether a text is a day that the calendar has. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(+at) && at.toISOString().startsWith(value);
}

/** A day of the calendar as browsers send it, `2026-11-24`; empty means none. */
export const day = z
  .string()
  .default("")
  .transform((value) => value || null)
  .refine((value) => value === null || isDay(value), fits("not-a-day"));

/** A choice that may be left open; empty means none. */
export const optionalId = z
  .string()
  .default("")
  .transform((value) => (value ? Number(value) : null))
  .refine((value) => value === null || (Number.isInteger(value) && value > 0), fits("not-a-choice"));

/** An address that a browser may be sent to: http and https alone, without a name and a password in it. */
export function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  return hostname !== "" && username === "" && password === "";
}
