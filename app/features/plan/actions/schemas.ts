import { z } from "zod";
import {
  ACTION_KINDS,
  BOARDS,
  LANGUAGES,
  type Language,
  LEVELS,
  PRINCIPLES,
  PRIORITIES,
  type Principle,
} from "~/domain.ts";
import { fits } from "~/features/core/schemas.ts";
import { isQuarter, type Quarter } from "~/lib/quarter.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Texts } from "./fields.ts";
import { quartersOutOfOrder } from "./quarters-in-order.ts";
import { FIRST_STAGES } from "./stage.ts";

/* The forms of an action. Messages are the codes of app/ui/problems.ts. */

export const TITLE_MOST = 200;
const TEXT_MOST = 20_000;

const quarter = z
  .string()
  .default("")
  .transform((value) => value || null)
  .refine((value): value is Quarter | null => value === null || isQuarter(value), fits("not-a-quarter"));

export const longText = z.string().trim().max(TEXT_MOST, fits("too-long")).default("");

const language = z.enum(LANGUAGES, fits("not-a-choice"));

/** `title.fr`, `description.fr` … for each language; which of them must be there is decided with the source language. */
const texts = Object.fromEntries(
  LANGUAGES.flatMap((one) => [
    [`title.${one}`, z.string().trim().max(TITLE_MOST, fits("title-too-long")).default("")],
    [`description.${one}`, longText],
    [`expectedResult.${one}`, longText],
  ]),
) as Record<`${"title" | "description" | "expectedResult"}.${Language}`, z.ZodDefault<z.ZodString>>;

/** How an action is filed, but for its board: what a suggestion too may name. */
export const filedShape = {
  priority: z.enum(PRIORITIES, fits("not-a-choice")),
  actionKind: z
    .enum(["", ...ACTION_KINDS], fits("not-a-choice"))
    .default("")
    .transform((kind) => kind || null),
  level: z.enum(LEVELS, fits("not-a-choice")),
  lead: z.coerce.number(fits("not-a-choice")).int(fits("not-a-choice")).positive(fits("not-a-choice")),
  partners: z
    .string()
    .max(2000, fits("too-long"))
    .default("")
    .transform((lines) => [
      ...new Set(
        lines
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ]),
  principles: z
    .array(z.coerce.number().pipe(z.literal(PRINCIPLES, fits("not-a-choice"))))
    .transform((numbers) => [...new Set(numbers)].sort() as Principle[]),
  start: quarter,
  due: quarter,
};

const shape = {
  board: z.enum(BOARDS, fits("not-a-choice")),
  ...filedShape,
  sourceLanguage: language,
  ...texts,
};

type Filed = z.output<z.ZodObject<typeof shape>>;

export const editSchema = z.object({ ...shape, version: z.coerce.number().int().positive() });

export const newSchema = z.object({ ...shape, stage: z.enum(FIRST_STAGES, fits("not-a-choice")) });

/** What is wrong across fields: a title in the source language, titles for translations, the order of the quarters. */
export function problemsAcross(filed: Filed): Record<string, ProblemCode> {
  const problems: Record<string, ProblemCode> = {};
  const source = filed.sourceLanguage;
  if (!filed[`title.${source}`]) problems[`title.${source}`] = "title-missing";
  for (const one of LANGUAGES) {
    const hasText = filed[`description.${one}`] || filed[`expectedResult.${one}`];
    if (one !== source && hasText && !filed[`title.${one}`]) problems[`title.${one}`] = "text-without-title";
  }
  return { ...problems, ...quartersOutOfOrder(filed) };
}

/** The form's flat fields as an action's: texts by language, those without a title left out. */
export function fieldsFiled(filed: Filed) {
  const { board, priority, actionKind, level, lead, partners, principles, start, due, sourceLanguage } = filed;
  const written: Texts = {};
  for (const one of LANGUAGES) {
    const title = filed[`title.${one}`];
    if (title) {
      written[one] = {
        title,
        description: filed[`description.${one}`],
        expectedResult: filed[`expectedResult.${one}`],
      };
    }
  }
  return { board, priority, actionKind, level, lead, partners, principles, start, due, sourceLanguage, texts: written };
}
