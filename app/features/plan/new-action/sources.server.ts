import type { Language, Translated } from "~/domain.ts";
import { plainFields } from "~/features/plan/actions/columns.server.ts";
import { DUPLICATE_FIELDS, pickFields, textFields } from "~/features/plan/actions/fields.ts";
import { valuesOf } from "~/features/plan/actions/form.server.ts";
import type { ActionValues } from "~/features/plan/actions/form-types.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { textShown } from "~/i18n/languages.ts";
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
  day: string;
}

/** From what a new action is made, as its form shows it. */
export interface SourceShown {
  /** Where it is. */
  to: string;
  title: string;
  ref: string;
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
  /** The parts that were chosen, as the new action gets them with its quarters. */
  partsFor: (planned: { start: string | null; due: string | null }, chosen: ChosenParts) => PlannedParts;
  /** What history says of it. */
  event: Extract<EventBody, { kind: "action.duplicated" }>;
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
      milestones: parts.milestones.map(({ id, name, day }) => ({ ...readIn(id, name, language), day })),
    },
    values: valuesOf({ ...pickFields(fields, DUPLICATE_FIELDS), ...textFields(action.texts) }),
    partsFor: (planned, chosen) => shiftParts(chosenOf(parts, chosen), shiftBetween(fields, planned)),
    event: { kind: "action.duplicated", before: null, after: { from: ref } },
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
