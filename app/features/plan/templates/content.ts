import type { Language } from "~/domain.ts";
import { TEMPLATE_FIELDS, textFields, textsOf } from "~/features/plan/actions/fields.ts";
import type { PlannedParts } from "~/features/plan/new-action/parts.ts";
import { languageShown } from "~/i18n/languages.ts";
import { dayOf } from "~/lib/days.ts";
import { firstInstant, isQuarter, type Quarter, quarterAfter, quartersBetween } from "~/lib/quarter.ts";
import { dayMonthsAfter } from "~/lib/utc-days.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import type { TemplateContent, TemplateMilestone } from "~db/stored/templates.ts";
import { MONTHS_MOST, QUARTERS_MOST } from "./rows.ts";

/* How a template and the actions that are made from it count their quarters and days. */

/** Returns a template's parts for an action that begins in a quarter; without one, measures are due in none and no day is known. */
export function partsFrom({ keyResults, milestones }: TemplateContent, start: Quarter | null): PlannedParts {
  return {
    keyResults: keyResults.map(({ dueAfter, ...rest }) => ({
      ...rest,
      due: start !== null && dueAfter !== null ? quarterAfter(start, dueAfter) : null,
    })),
    milestones: start === null ? [] : milestones.map(({ name, ...place }) => ({ name, day: dayFrom(start, place) })),
  };
}

/** The day of a milestone in an action that begins in a quarter. */
function dayFrom(start: Quarter, { month, day }: Pick<TemplateMilestone, "month" | "day">): string {
  const first = dayMonthsAfter(dayOf(firstInstant(start)), month - 1);
  const last = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate();
  return `${first.slice(0, 8)}${String(Math.min(day, last)).padStart(2, "0")}`;
}

interface Source {
  fields: ActionFields;
  parts: PlannedParts;
}

/** Returns what a template of an action holds. Its days are counted from the action's start, or from the first quarter that it names. */
export function contentOf({ fields, parts }: Source): TemplateContent {
  const { start, due } = fields;
  const base = [start, due, ...parts.keyResults.map((one) => one.due)].find(isQuarter) ?? null;
  const after = (quarter: string | null) =>
    base !== null && isQuarter(quarter) ? within(quartersBetween(base, quarter), 0, QUARTERS_MOST) : null;
  return {
    ...(Object.fromEntries(TEMPLATE_FIELDS.map((name) => [name, fields[name]])) as Partial<ActionFields>),
    ...textFields(textsOf(fields)),
    dueAfter: after(due),
    keyResults: parts.keyResults.map(({ name, unit, start: from, target, due: until }) => ({
      name,
      unit,
      start: from,
      target,
      dueAfter: after(until),
    })),
    milestones: parts.milestones.map(({ name, day }) => ({
      name,
      month: within(base === null ? 1 : monthsBetween(firstInstant(base), day) + 1, 1, MONTHS_MOST),
      day: Number(day.slice(8)),
    })),
  };
}

const within = (number: number, least: number, most: number) => Math.min(Math.max(number, least), most);

function monthsBetween(from: Date, day: string): number {
  return (Number(day.slice(0, 4)) - from.getUTCFullYear()) * 12 + Number(day.slice(5, 7)) - 1 - from.getUTCMonth();
}

/** Returns a template's title in the reader's language, or in the one in which it was written. */
export function titleOfTemplate(content: TemplateContent, language: Language): { title: string; lang: Language } {
  const texts = textsOf(content);
  const lang = languageShown(texts, language, content.sourceLanguage) ?? language;
  return { title: texts[lang]?.title ?? "", lang };
}
