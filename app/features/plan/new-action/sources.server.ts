import type { Language, Translated } from "~/domain.ts";
import { plainFields } from "~/features/plan/actions/columns.server.ts";
import { DUPLICATE_FIELDS, pickFields, textFields, textsOf } from "~/features/plan/actions/fields.ts";
import { valuesOf } from "~/features/plan/actions/form.server.ts";
import type { ActionValues } from "~/features/plan/actions/form-types.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { partsFrom, titleOfTemplate } from "~/features/plan/templates/content.ts";
import { findTemplate } from "~/features/plan/templates/queries.server.ts";
import { textShown } from "~/i18n/languages.ts";
import { isQuarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import type { EventBody } from "~db/stored/events.ts";
import { type PartsOfAction, partsOfAction } from "./parts.server.ts";
import { type PlannedParts, shiftBetween, shiftParts } from "./parts.ts";

/** What stands in a tick box: a part that the new action takes over, unless it is unticked. */
export interface OfferedPart {
  id: number;
  name: string;
  lang: Language | null;
}

export interface OfferedKeyResult extends OfferedPart {
  unit: string;
  start: number;
  target: number;
}

export interface OfferedMilestone extends OfferedPart {
  /** A day, or of a template the month from the start quarter on and the day in it. */
  when: string | { month: number; day: number };
}

/** From what a new action is made, as its form shows it. */
export interface SourceShown {
  /** Where it is. */
  to: string;
  title: string;
  /** The reference of an action; null for a template. */
  ref: string | null;
  /** The quarter from which its days are counted; null where it has none. */
  start: string | null;
  keyResults: OfferedKeyResult[];
  milestones: OfferedMilestone[];
}

export interface ChosenParts {
  keyResult: number[];
  milestone: number[];
}

/** An action or a template from which another action is made. */
export interface NewActionSource {
  shown: SourceShown;
  values: ActionValues;
  /** The parts that were chosen, as the new action gets them with its quarters; null where a day needs a start quarter that it has not. */
  partsFor: (planned: { start: string | null; due: string | null }, chosen: ChosenParts) => PlannedParts | null;
  /** What history says of it. */
  event: Extract<EventBody, { kind: "action.duplicated" | "action.made-from-template" }>;
}

/** Returns an action as the source of another one; null for an unknown reference. 4 statements. */
export function duplicateOf(db: Database, ref: string, language: Language): NewActionSource | null {
  const action = findAction(db, ref);
  if (!action) return null;
  const fields = plainFields({ ...action, leadId: action.lead.id });
  const { title } = readingOf(action.texts, language, action.sourceLanguage);
  const parts = partsOfAction(db, action.id);
  return {
    shown: {
      to: `/actions/${ref}`,
      title,
      ref,
      start: fields.start,
      keyResults: parts.keyResults.map(({ id, name, unit, start, target }) => ({
        ...readIn(id, name, language),
        unit,
        start,
        target,
      })),
      milestones: parts.milestones.map(({ id, name, day }) => ({ ...readIn(id, name, language), when: day })),
    },
    values: valuesOf({ ...pickFields(fields, DUPLICATE_FIELDS), ...textFields(action.texts) }),
    partsFor: (planned, chosen) => shiftParts(chosenOf(parts, chosen), shiftBetween(fields, planned)),
    event: { kind: "action.duplicated", before: null, after: { from: ref } },
  };
}

/** Returns a template as the source of an action; null for one that is not there, or no longer offered. 1 statement. */
export function templateSource(db: Database, id: number, language: Language, at: Date): NewActionSource | null {
  const template = findTemplate(db, id);
  if (!template || template.retiredAt) return null;
  const { board, content } = template;
  const { keyResults, milestones, dueAfter } = content;
  const counts = dueAfter !== null || milestones.length > 0 || keyResults.some((one) => one.dueAfter !== null);
  // Most actions of a template are for the next quarter; the form can say otherwise.
  const start = counts ? quarterAfter(quarterOf(at), 1) : null;
  const due = start !== null && dueAfter !== null ? quarterAfter(start, dueAfter) : null;
  const chosenOnes = <Part>(parts: Part[], chosen: number[]) => parts.filter((_, place) => chosen.includes(place));
  const texts = textsOf(content);
  return {
    shown: {
      to: `/boards/${board}/templates/${id}`,
      title: titleOfTemplate(content, language).title,
      ref: null,
      start: null,
      keyResults: keyResults.map(({ name, unit, start: from, target }, place) => ({
        ...readIn(place, name, language),
        unit,
        start: from,
        target,
      })),
      milestones: milestones.map(({ name, month, day }, place) => ({
        ...readIn(place, name, language),
        when: { month, day },
      })),
    },
    values: { ...valuesOf({ ...content, board, start, due }), lead: undefined },
    partsFor: (planned, chosen) => {
      const parts = {
        ...content,
        keyResults: chosenOnes(keyResults, chosen.keyResult),
        milestones: chosenOnes(milestones, chosen.milestone),
      };
      const begin = isQuarter(planned.start) ? planned.start : null;
      return begin === null && parts.milestones.length > 0 ? null : partsFrom(parts, begin);
    },
    event: {
      kind: "action.made-from-template",
      before: null,
      after: {
        templateId: id,
        template: Object.fromEntries(Object.entries(texts).map(([one, text]) => [one, text.title])),
      },
    },
  };
}

/** The parts whose boxes were ticked; numbers of other actions are none of them. */
function chosenOf({ keyResults, milestones }: PartsOfAction, { keyResult, milestone }: ChosenParts): PlannedParts {
  return {
    keyResults: keyResults.filter(({ id }) => keyResult.includes(id)),
    milestones: milestones.filter(({ id }) => milestone.includes(id)),
  };
}

function readIn(id: number, names: Translated, language: Language): OfferedPart {
  const { text, lang } = textShown(names, language);
  return { id, name: text, lang };
}
