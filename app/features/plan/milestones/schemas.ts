import { z } from "zod";
import { LANGUAGES, type Language, MILESTONE_STATES, type Translated } from "~/domain.ts";
import { problemCode, requiredDay } from "~/features/core/schemas.ts";

/* The forms of a milestone. Messages are the codes of app/ui/problems.ts. */

export const NAME_MOST = 120;

/** `name.fr` … for each language: one of them must be there. */
const names = Object.fromEntries(
  LANGUAGES.map((one) => [`name.${one}`, z.string().trim().max(NAME_MOST, problemCode("too-long")).default("")]),
) as Record<`name.${Language}`, z.ZodDefault<z.ZodString>>;

const state = z.enum(MILESTONE_STATES, problemCode("not-a-choice"));

const shape = { ...names, day: requiredDay, state };

export const newMilestoneSchema = z.object(shape);

const which = { id: z.coerce.number().int().positive(), version: z.coerce.number().int().positive() };

export const whichSchema = z.object(which);

export const editMilestoneSchema = z.object({ ...shape, ...which });

export const markSchema = z.object({ ...which, state });

/** The names that were typed, by language. */
export function submittedName(submitted: Record<`name.${Language}`, string>): Translated {
  return Object.fromEntries(
    LANGUAGES.flatMap((one) => (submitted[`name.${one}`] ? [[one, submitted[`name.${one}`]]] : [])),
  );
}
