import { z } from "zod";
import { LANGUAGES } from "~/domain.ts";
import { problemCode } from "~/features/core/schemas.ts";
import { templateShape } from "~/features/plan/actions/schemas.ts";
import { NAME_MOST } from "~/features/plan/milestones/schemas.ts";
import { MONTHS_MOST, QUARTERS_MOST } from "./rows.ts";

/* The forms of a template. Messages are the codes of app/ui/problems.ts. */

/** Quarters after the start quarter; empty means none. */
export const dueAfter = z
  .string()
  .default("")
  .transform((value) => (value === "" ? null : Number(value)))
  .refine(
    (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= QUARTERS_MOST),
    problemCode("not-a-choice"),
  );

export const templateSchema = z.object({ ...templateShape, dueAfter });

const wholeFrom1 = (most: number) =>
  z.coerce
    .number(problemCode("not-whole"))
    .int(problemCode("not-whole"))
    .min(1, problemCode("not-whole"))
    .max(most, problemCode("not-whole"));

/** One row of the milestones of a template, its names apart from those of the others. */
export const templateMilestoneSchema = z.object({
  ...(Object.fromEntries(
    LANGUAGES.map((one) => [`name.${one}`, z.string().trim().max(NAME_MOST, problemCode("too-long")).default("")]),
  ) as Record<`name.${(typeof LANGUAGES)[number]}`, z.ZodDefault<z.ZodString>>),
  month: wholeFrom1(MONTHS_MOST),
  day: wholeFrom1(31),
});

export const whichTemplateSchema = z.object({ version: z.coerce.number().int().positive() });
