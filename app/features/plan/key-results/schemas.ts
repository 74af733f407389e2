import { z } from "zod";
import { HEALTHS, LANGUAGES, type Language, type Translated } from "~/domain.ts";
import { isWebAddress, problemCode } from "~/features/core/schemas.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { isDoubtful, readingsOf, readNumber } from "~/lib/numbers.ts";
import { isQuarter } from "~/lib/quarter.ts";
import type { ProblemCode } from "~/ui/problems.ts";

/* The forms of key results and check-ins. Messages are the codes of app/ui/problems.ts. */

export const NAME_MOST = 200;
export const UNIT_MOST = 40;
export const SAID_MOST = 4_000;
const ADDRESS_MOST = 2_000;

/** A number as people of a language type it. */
function numberIn(language: Language) {
  return z
    .string()
    .default("")
    .transform((submitted, context): number => {
      const number = readNumber(submitted, LOCALES[language]);
      if (number !== null) return number;
      context.addIssue({
        code: "custom",
        message: submitted.trim() ? numberProblem(submitted, language) : problemCode("missing"),
      });
      return z.NEVER;
    });
}

/** Why a number was not taken: it is none, or it could be two. */
export function numberProblem(submitted: string, language: Language): ProblemCode {
  return isDoubtful(submitted, LOCALES[language]) ? twoWays(submitted, language) : "not-a-number";
}

/** What is said of a number that could be a thousand times another. */
export function twoWays(submitted: string, language: Language): ProblemCode {
  const { whole, fraction } = readingsOf(submitted, LOCALES[language]);
  return `number-two-ways:${whole}|${fraction}`;
}

/** The unit is in as many languages as it has words: one field, such as `networks` or `%`. */
export function keyResultSchema(language: Language) {
  return z.object({
    ...(Object.fromEntries(
      LANGUAGES.map((one) => [
        `name.${one}`,
        z.string().trim().max(NAME_MOST, problemCode("title-too-long")).default(""),
      ]),
    ) as Record<`name.${Language}`, z.ZodDefault<z.ZodString>>),
    unit: z
      .string(problemCode("missing"))
      .trim()
      .min(1, problemCode("missing"))
      .max(UNIT_MOST, problemCode("too-long")),
    start: numberIn(language),
    target: numberIn(language),
    due: z
      .string()
      .default("")
      .transform((value) => value || null)
      .refine((value) => value === null || isQuarter(value), problemCode("not-a-quarter")),
    version: z.coerce.number().int().positive().optional(),
  });
}

export type SubmittedKeyResult = z.output<ReturnType<typeof keyResultSchema>>;

/** What is wrong across fields: a name in one language at least, and a way to go from the start to the target. */
export function problemsAcross(submitted: SubmittedKeyResult, language: Language): Record<string, ProblemCode> {
  const problems: Record<string, ProblemCode> = {};
  if (LANGUAGES.every((one) => !submitted[`name.${one}`])) problems[`name.${language}`] = "missing";
  if (submitted.start === submitted.target) problems.target = "same-as-start";
  return problems;
}

export function submittedNames(submitted: SubmittedKeyResult): Translated {
  return Object.fromEntries(
    LANGUAGES.flatMap((one) => (submitted[`name.${one}`] ? [[one, submitted[`name.${one}`]]] : [])),
  );
}

/** What a check-in says besides its values, which are named after their key results (`readValues`). */
export const checkInSchema = z.object({
  health: z.enum(HEALTHS, problemCode("not-a-choice")),
  happened: z
    .string(problemCode("happened-missing"))
    .trim()
    .min(1, problemCode("happened-missing"))
    .max(SAID_MOST, problemCode("too-long")),
  evidence: z
    .string()
    .trim()
    .max(ADDRESS_MOST, problemCode("too-long"))
    .default("")
    .refine((text) => text === "" || isWebAddress(text), problemCode("not-a-web-address")),
  obstacles: z.string().trim().max(SAID_MOST, problemCode("too-long")).default(""),
});

export type SubmittedCheckIn = z.output<typeof checkInSchema>;
