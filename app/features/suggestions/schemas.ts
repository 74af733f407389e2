import { z } from "zod";
import { ANSWER_OUTCOMES, BOARDS, LANGUAGES, LEVELS, SPEAKER_CAPACITIES, SUGGESTION_KINDS } from "~/domain.ts";
import { day, optionalId, problemCode } from "~/features/core/schemas.ts";
import { quartersOutOfOrder } from "~/features/plan/actions/quarters-in-order.ts";
import { amendableShape, longText, TITLE_MOST } from "~/features/plan/actions/schemas.ts";
import { COMMENT_MOST } from "~/features/plan/comments/schemas.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { hasPlaceholder } from "./placeholder.ts";

/* The forms of suggestions: proposing, talking, answering. Messages are the codes of app/ui/problems.ts. */

const LINE_MOST = 300;

const id = z.coerce
  .number(problemCode("not-a-choice"))
  .int(problemCode("not-a-choice"))
  .positive(problemCode("not-a-choice"));
const language = z.enum(LANGUAGES, problemCode("not-a-choice"));
const version = z.coerce.number().int().positive();
const line = z.string().trim().max(LINE_MOST, problemCode("too-long")).default("");
const title = z.string().trim().min(1, problemCode("title-missing")).max(TITLE_MOST, problemCode("title-too-long"));

/** For whom somebody speaks: on every suggestion. */
const spoken = {
  origin: z.coerce.number(problemCode("origin-missing")).int().positive(problemCode("origin-missing")),
  voice: z.enum(SPEAKER_CAPACITIES, problemCode("not-a-choice")),
  mandateBy: optionalId,
  mandateOn: day,
  mandateOccasion: line,
};

const said = { title, why: longText, language };

export const newActionSchema = z.object({
  ...spoken,
  ...said,
  board: z.enum(BOARDS, problemCode("not-a-choice")),
  description: longText,
  expectedResult: longText,
  level: z.enum(LEVELS, problemCode("not-a-choice")),
});

export const amendmentSchema = z.object({
  ...spoken,
  ...said,
  ...amendableShape,
  /** The language of the action's text that is amended; its names come without it. */
  textLanguage: language,
  actionTitle: title,
  description: longText,
  expectedResult: longText,
  baseVersion: version,
});

export const remarkSchema = z.object({ ...spoken, ...said, board: z.enum(BOARDS, problemCode("not-a-choice")) });

export type Speaker = z.output<z.ZodObject<typeof spoken>>;

/** What is wrong across fields: a mandate names who gave it, when and on what occasion, and none comes from the future. */
export function problemsOfVoice(submitted: Speaker, today: string): Record<string, ProblemCode> {
  if (submitted.voice === "personal") return {};
  const problems: Record<string, ProblemCode> = {};
  if (!submitted.mandateBy) problems.mandateBy = "mandate-missing";
  if (!submitted.mandateOn) problems.mandateOn = "missing";
  else if (submitted.mandateOn > today) problems.mandateOn = "day-in-future";
  if (!submitted.mandateOccasion) problems.mandateOccasion = "missing";
  return problems;
}

export function problemsOfAmendment(
  submitted: z.output<typeof amendmentSchema>,
  changes: number,
): Record<string, ProblemCode> {
  return { ...(changes === 0 && { proposal: "nothing-changed" as const }), ...quartersOutOfOrder(submitted) };
}

export const kindSchema = z.enum(SUGGESTION_KINDS);

export const workshopSchema = z.object({
  occasion: line.pipe(z.string().min(1, problemCode("missing"))),
  place: line,
  heldOn: day.pipe(z.string(problemCode("missing"))),
});

export const withdrawSchema = z.object({
  version,
  why: z.string().trim().min(1, problemCode("reason-missing")).max(COMMENT_MOST, problemCode("too-long")),
});

export const putOffSchema = z.object({ until: day.pipe(z.string(problemCode("missing"))), why: line });

export const mergeSchema = z.object({
  into: z
    .string()
    .trim()
    .regex(/^(s-)?\d+$/i, problemCode("not-a-suggestion"))
    .transform((name) => Number(name.replace(/\D/g, ""))),
});

/** The one reason for which several suggestions are declined. */
export const declineSchema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, problemCode("answer-reason-missing"))
    .max(20_000, problemCode("too-long"))
    .refine((text) => !hasPlaceholder(text), problemCode("placeholder-left")),
});

const reason = z.string().trim().max(20_000, problemCode("too-long")).default("");

export const answerSchema = z.object({
  /** 0 for an answer of which nothing is kept yet. */
  version: z.coerce.number().int().nonnegative(),
  decision: z.enum(ANSWER_OUTCOMES, problemCode("decision-missing")),
  ...(Object.fromEntries(LANGUAGES.map((one) => [`reason.${one}`, reason])) as Record<
    `reason.${(typeof LANGUAGES)[number]}`,
    typeof reason
  >),
});

/** The suggestions that somebody has chosen in a list. */
export const chosenSchema = z.object({ chosen: z.array(id) });

export const responseDeadlineSchema = z.object(
  Object.fromEntries(
    BOARDS.map((board) => [
      board,
      z.coerce
        .number(problemCode("not-days"))
        .int(problemCode("not-days"))
        .min(1, problemCode("not-days"))
        .max(365, problemCode("not-days")),
    ]),
  ) as Record<(typeof BOARDS)[number], z.ZodCoercedNumber>,
);
