import { z } from "zod";
import type { Language } from "~/domain.ts";
import { problemCode, requiredDay } from "~/features/core/schemas.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { isDoubtful, readingsOf, readNumber } from "~/lib/numbers.ts";
import { FUNDING_STAGES } from "./funding.ts";
import { CURRENCIES, REPORTING } from "./money.ts";

/* The forms of funding streams that their register does not have by itself. Messages are the codes of app/ui/problems.ts. */

export const moveSchema = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  stage: z.enum(FUNDING_STAGES, problemCode("not-a-choice")),
});

/** What an address says of the move that was just made: which stream, as of which version, and where it stood. */
export const movedSchema = z.object({
  moved: z.coerce.number().int().positive(),
  as: z.coerce.number().int().positive(),
  from: z.enum(FUNDING_STAGES),
});

/** No currency of the list is worth ten euros: so that no sum of large amounts outgrows what is counted exactly. */
const RATE_LEAST = 0.1;
const RATE_MOST = 1_000_000;

/** @param today the last day for which there can be a rate */
export function rateSchema(language: Language, today: string) {
  return z.object({
    currency: z
      .enum(CURRENCIES, problemCode("not-a-choice"))
      .refine((currency) => currency !== REPORTING, problemCode("not-a-choice")),
    perEuro: z
      .string()
      .trim()
      .default("")
      .transform((submitted, context) => {
        const number = readNumber(submitted, LOCALES[language]);
        if (number !== null && number >= RATE_LEAST && number <= RATE_MOST) return number;
        // Another locale's decimal sign: it could as well part thousands.
        const doubtful = number === null && isDoubtful(submitted, LOCALES[language]);
        const { whole, fraction } = readingsOf(submitted, LOCALES[language]);
        const problem = doubtful ? problemCode(`number-two-ways:${whole}|${fraction}`) : problemCode("not-a-rate");
        context.addIssue({ code: "custom", message: problem });
        return z.NEVER;
      }),
    day: requiredDay.refine((day) => day <= today, problemCode("day-in-future")),
    source: z.string().trim().min(1, problemCode("missing")).max(200, problemCode("too-long")),
  });
}
