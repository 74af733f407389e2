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
import { problemCode } from "~/features/core/schemas.ts";
import { isQuarter, type Quarter } from "~/lib/quarter.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { PlainFields } from "~db/stored/action-fields.ts";
import { LABEL_MOST, LABELS_MOST, labelsIn } from "./action-labels.ts";
import { AMENDABLE, FORM_FIELDS, type FormFieldName, pickFields, TEMPLATE_FIELDS, type Texts } from "./fields.ts";
import { quartersOutOfOrder } from "./quarters-in-order.ts";
import { FIRST_STAGES } from "./stage.ts";

/* The forms of an action. Messages are the codes of app/ui/problems.ts. */

export const TITLE_MOST = 200;
const TEXT_MOST = 20_000;

const quarter = z
  .string()
  .default("")
  .transform((value) => value || null)
  .refine((value): value is Quarter | null => value === null || isQuarter(value), problemCode("not-a-quarter"));

export const longText = z.string().trim().max(TEXT_MOST, problemCode("too-long")).default("");

/** `title.fr`, `description.fr` … for each language; which of them must be there is decided with the source language. */
const texts = Object.fromEntries(
  LANGUAGES.flatMap((one) => [
    [`title.${one}`, z.string().trim().max(TITLE_MOST, problemCode("title-too-long")).default("")],
    [`description.${one}`, longText],
    [`expectedResult.${one}`, longText],
  ]),
) as Record<`${"title" | "description" | "expectedResult"}.${Language}`, z.ZodDefault<z.ZodString>>;

const choiceOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, problemCode("not-a-choice"));

/** Labels as they are typed, with commas between them. */
export const labelList = z
  .string()
  .max(1000, problemCode("too-long"))
  .default("")
  .transform(labelsIn)
  .refine((labels) => labels.length <= LABELS_MOST, problemCode("too-many-labels"))
  .refine((labels) => labels.every((label) => label.length <= LABEL_MOST), problemCode("label-too-long"));

/** How the form of an action reads each of its fields. */
const FORM_SCHEMAS = {
  board: choiceOf(BOARDS),
  priority: choiceOf(PRIORITIES),
  actionKind: choiceOf(["", ...ACTION_KINDS])
    .default("")
    .transform((kind) => kind || null),
  level: choiceOf(LEVELS),
  lead: z.coerce
    .number(problemCode("not-a-choice"))
    .int(problemCode("not-a-choice"))
    .positive(problemCode("not-a-choice")),
  responsible: z
    .string()
    .max(100, problemCode("not-a-choice"))
    .default("")
    .transform((id) => id || null),
  partners: z
    .string()
    .max(2000, problemCode("too-long"))
    .default("")
    .transform((lines) => [
      ...new Set(
        lines
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ]),
  labels: labelList,
  principles: z
    .array(z.coerce.number().pipe(z.literal(PRINCIPLES, problemCode("not-a-choice"))))
    .transform((numbers) => [...new Set(numbers)].sort() as Principle[]),
  start: quarter,
  due: quarter,
  sourceLanguage: choiceOf(LANGUAGES),
} satisfies { [Name in FormFieldName]: z.ZodType<PlainFields[Name]> };

/** The fields that a suggestion may name, as its form and the form of its answer read them. */
export const amendableShape = pickFields(FORM_SCHEMAS, AMENDABLE);

/** The quarters, for the form that plans an action anew. */
export const quartersShape = pickFields(FORM_SCHEMAS, ["start", "due"]);

const shape = { ...FORM_SCHEMAS, ...texts };

type SubmittedAction = z.output<z.ZodObject<typeof shape>>;

export const editSchema = z.object({ ...shape, version: z.coerce.number().int().positive() });

export const newSchema = z.object({ ...shape, stage: z.enum(FIRST_STAGES, problemCode("not-a-choice")) });

/** The fields and texts that a template has. */
export const templateShape = { ...pickFields(FORM_SCHEMAS, TEMPLATE_FIELDS), ...texts };

type SubmittedTexts = Pick<SubmittedAction, "sourceLanguage" | keyof typeof texts>;

/** What is wrong across the languages: a title in the source language, titles for translations. */
export function textProblems(filed: SubmittedTexts): Record<string, ProblemCode> {
  const problems: Record<string, ProblemCode> = {};
  const source = filed.sourceLanguage;
  if (!filed[`title.${source}`]) problems[`title.${source}`] = "title-missing";
  for (const one of LANGUAGES) {
    const hasText = filed[`description.${one}`] || filed[`expectedResult.${one}`];
    if (one !== source && hasText && !filed[`title.${one}`]) problems[`title.${one}`] = "text-without-title";
  }
  return problems;
}

/** What is wrong across fields: a title in the source language, titles for translations, the order of the quarters. */
export function problemsAcross(filed: SubmittedAction): Record<string, ProblemCode> {
  return { ...textProblems(filed), ...quartersOutOfOrder(filed) };
}

/** The texts of a form by language, those without a title left out. */
export function textsFiled(filed: SubmittedTexts): Texts {
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
  return written;
}

/** The form's flat fields as an action's. */
export function fieldsFiled(filed: SubmittedAction) {
  return { ...pickFields(filed, FORM_FIELDS), texts: textsFiled(filed) };
}
