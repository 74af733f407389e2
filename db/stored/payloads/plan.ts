import { z } from "zod";
import {
  ACTION_KINDS,
  ADOPTIONS,
  BOARDS,
  HEALTHS,
  LANGUAGES,
  LEVELS,
  MILESTONE_STATES,
  PRINCIPLES,
  PRIORITIES,
  RECURRENCES,
  STAGES,
} from "~/domain.ts";
import type { ActionFields, Placement, PlainFields, TextFieldName } from "../action-fields.ts";
import {
  changed,
  commentEdited,
  commentWithdrawn,
  day,
  entered,
  id,
  language,
  quarter,
  removed,
  translated,
} from "./parts.ts";

/** One schema for each field of an action: a new field does not compile without one. */
const plainFields = {
  board: z.enum(BOARDS),
  stage: z.enum(STAGES),
  rank: z.string(),
  priority: z.enum(PRIORITIES),
  level: z.enum(LEVELS),
  lead: id,
  partners: z.array(z.string()),
  principles: z.array(z.literal(PRINCIPLES)),
  start: quarter.nullable(),
  due: quarter.nullable(),
  sourceLanguage: language,
  outcome: translated.nullable(),
  origin: z.enum(["geneva", "suggestion", "direct"]),
  actionKind: z.enum(ACTION_KINDS).nullable(),
  responsible: z.string().nullable(),
  labels: z.array(z.string()),
} satisfies { [Name in keyof PlainFields]: z.ZodType<PlainFields[Name]> };

const texts = Object.fromEntries(
  (["title", "description", "expectedResult"] as const).flatMap((field) =>
    LANGUAGES.map((one) => [`${field}.${one}`, z.string().nullable().optional()]),
  ),
) as { [Name in TextFieldName]: z.ZodOptional<z.ZodNullable<z.ZodString>> };

/** All fields of an action. Those that came later are absent from the history of before. */
const actionFields = z
  .object({ ...plainFields, ...texts })
  .partial({ actionKind: true, responsible: true, labels: true });
/** The fields that a suggestion proposes, or that an edit changed; a text that was not there is null. */
export const someActionFields: z.ZodType<Partial<ActionFields>> = actionFields.partial();
const placement: z.ZodType<Placement> = actionFields.pick({ stage: true, rank: true, outcome: true });

const keyResult = z.object({
  keyResultId: id,
  name: translated,
  unit: z.string(),
  from: z.number(),
  target: z.number(),
  due: quarter.nullable(),
});

const said = {
  health: z.enum(HEALTHS),
  text: z.string(),
  evidence: z.string().optional(),
  obstacles: z.string().optional(),
};
const checkInValue = z.object({
  checkInId: id,
  keyResultId: id,
  /** The key result's name as it was. */
  keyResult: translated,
  unit: z.string(),
  value: z.number(),
  health: z.enum(HEALTHS),
});
/** One sitting: of the action as a whole, or with a value for some key results. */
const checkIn = z.union([
  z.object({ ...said, values: z.array(checkInValue).min(1) }),
  z.object({ ...said, checkInId: id }),
]);

const milestone = z.object({ milestoneId: id, name: translated, day, state: z.enum(MILESTONE_STATES) });

const document = z.object({
  documentId: id,
  title: z.string(),
  url: z.string().optional(),
  fileName: z.string().nullable().optional(),
  source: z.string().optional(),
});

/** The other action is named by its reference, which is given once and never again. */
const awaited = z.object({ on: z.string() });
/** A link is named by its action and its network, which the event is about. */
const link = z.object({ how: translated, ownAction: z.string().nullable() });
const linkAnswer = z.object({
  answer: z.enum(ADOPTIONS).nullable(),
  note: translated.nullable(),
  ownAction: z.string().nullable(),
});

/** A template, whole. What its actions have in common is named as an action's own fields are. */
const template = z
  .object({ ...plainFields, ...texts })
  .partial()
  .extend({
    templateId: id,
    dueAfter: z.int().nullable(),
    keyResults: z.array(
      z.object({
        name: translated,
        unit: z.string(),
        start: z.number(),
        target: z.number(),
        dueAfter: z.int().nullable(),
      }),
    ),
    milestones: z.array(z.object({ name: translated, month: z.int(), day: z.int() })),
  });

/** How an action recurs, and for which quarter the next is made; nulls where it does not. */
const recurrence = z.object({
  recurrenceId: id,
  every: z.enum(RECURRENCES).nullable(),
  next: quarter.nullable(),
});

/** The events of the plan. */
export const planPayloads = {
  "action.created": entered(actionFields as unknown as z.ZodType<ActionFields>),
  "action.edited": changed(someActionFields),
  "action.moved": changed(placement),
  /** Of an action that was made from another, which is named by its reference. */
  "action.duplicated": entered(z.object({ from: z.string() })),
  /** Of an action that was made from a template, which is named by its title at that time too. */
  "action.made-from-template": entered(z.object({ templateId: id, template: translated })),
  /** Of an action that the schedule made, after another of its series. */
  "action.recurred": entered(z.object({ recurrenceId: id, follows: z.string(), quarter })),
  "action.recurrence-edited": changed(recurrence),
  "template.created": entered(template),
  "template.edited": changed(template),
  "template.retired": removed(template),
  "template.restored": entered(template),
  "action.commented": entered(z.object({ comment: id, text: z.string() })),
  "action.comment-edited": commentEdited,
  "action.comment-withdrawn": commentWithdrawn,
  "link.created": entered(link.partial({ ownAction: true })),
  "link.edited": changed(link),
  "link.removed": removed(link.extend(linkAnswer.shape)),
  "link.answered": changed(linkAnswer),
  "key-result.created": entered(keyResult),
  "key-result.edited": changed(keyResult),
  "key-result.retired": removed(keyResult),
  "check-in.given": entered(checkIn),
  "dependency.created": entered(awaited),
  "dependency.removed": removed(awaited),
  "dependency.freed": entered(awaited.extend({ still: z.array(z.string()).optional() })),
  "milestone.created": entered(milestone),
  "milestone.edited": changed(milestone),
  "milestone.removed": removed(milestone),
  "document.added": entered(document),
  "document.removed": removed(document),
};
