import { z } from "zod";
import { DECISION_RULES, LANGUAGES, PRIORITIES, SEAT_POSITIONS, STAGES } from "~/domain.ts";
import { day, optionalId, problemCode } from "~/features/core/schemas.ts";
import { parseActionRefs } from "~/features/plan/actions/reference.ts";
import { isQuarter } from "~/lib/quarter.ts";
import { QUORUM_MOST } from "./rule.ts";

/* The forms of a decision. Messages are the codes of app/ui/problems.ts. */

const TEXT_MOST = 5000;
export const REASON_MOST = 2000;

const language = z.enum(LANGUAGES, problemCode("not-a-choice"));
const version = z.coerce.number().int().positive();
const reason = z.string().trim().max(REASON_MOST, problemCode("too-long")).default("");

/** What is written with commas, spaces or lines between: references, numbers. */
const several = z
  .string()
  .max(2000, problemCode("too-long"))
  .default("")
  .transform((submitted) => [
    ...new Set(
      submitted
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]);

const list = z.array(z.string().max(TEXT_MOST));

/** `changeRef`, `changeStage` … are columns: the n-th of each belong together. */
export const decisionSchema = z.object({
  text: z.string().trim().min(1, problemCode("decision-text-missing")).max(TEXT_MOST, problemCode("too-long")),
  language,
  refs: z
    .string()
    .max(2000, problemCode("too-long"))
    .default("")
    .transform((submitted, context) => {
      const refs = parseActionRefs(submitted);
      if (!refs) context.addIssue({ code: "custom", message: problemCode("not-references") });
      return refs ?? [];
    }),
  suggestions: several
    .transform((numbers) => numbers.map((one) => Number(one.replace(/^S-/, ""))))
    .refine((ids) => ids.every((id) => Number.isInteger(id) && id > 0), problemCode("not-suggestions")),
  doer: z
    .string()
    .max(100)
    .default("")
    .transform((id) => id || null),
  doerNetwork: optionalId,
  dueOn: day,
  lookAgainOn: day,
  revisits: optionalId,
  changeRef: list,
  changeStage: list,
  changeOutcome: list,
  changePriority: list,
  changeDue: list,
});

/** What an address names that a new decision begins with. */
export const beginningSchema = z.object({
  action: z
    .string()
    .regex(/^[A-Z]{3}-\d{1,9}$/)
    .nullable()
    .catch(null),
  suggestion: z.coerce.number().int().positive().nullable().catch(null),
  revisits: z.coerce.number().int().positive().nullable().catch(null),
});

export const versionSchema = z.object({ version });

/** One row of what changes in the plan; an empty choice leaves that as it is, `none` means no due quarter. */
export const changeSchema = z.object({
  stage: z
    .enum(["", ...STAGES])
    .catch("")
    .transform((stage) => stage || undefined),
  outcome: z.string().trim(),
  priority: z
    .enum(["", ...PRIORITIES])
    .catch("")
    .transform((priority) => priority || undefined),
  due: z
    .string()
    .refine((due) => due === "" || due === "none" || isQuarter(due))
    .catch("")
    .transform((due) => (due === "" ? undefined : due === "none" ? null : due)),
});

export const positionSchema = z.object({
  version,
  seat: z.coerce.number().int().positive(),
  position: z.enum(SEAT_POSITIONS, problemCode("position-missing")),
  reason,
  language: language.optional(),
});

export const decideSchema = z.object({ version, why: reason });

/** Refusing a decision asks whoever chairs whether they are sure, where the rule does not hold. */
export const rejectSchema = decideSchema.extend({ sure: z.literal("yes").optional().catch(undefined) });

export const revisitSchema = z.object({
  version,
  outcome: z.enum(["kept", "ended"], problemCode("look-outcome-missing")),
  reason: z.string().trim().min(1, problemCode("reason-missing")).max(REASON_MOST, problemCode("too-long")),
  language: language.optional(),
  until: day,
});

export const ruleSchema = z.object({
  rule: z.enum(DECISION_RULES, problemCode("not-a-choice")),
  quorum: z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, problemCode("not-a-quorum"))
    .transform(Number)
    .refine((quorum) => quorum >= 1 && quorum <= QUORUM_MOST, problemCode("not-a-quorum")),
});
