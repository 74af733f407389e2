import type { AnswerOutcome } from "~/domain.ts";
import { compare } from "~/features/plan/actions/conflict.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { ActionFields, FieldName } from "~db/stored/action-fields.ts";
import type { DraftContent, Proposal } from "~db/stored/suggestions.ts";

/** A field that a suggestion would change: as its author saw it, as it stands now, and as they would have it. */
export interface Point {
  field: FieldName;
  base: unknown;
  now: unknown;
  suggested: unknown;
  /** `open`: applies as suggested; `clash`: the plan moved on here, somebody must choose; `already`: it stands so by now. */
  state: "open" | "clash" | "already";
}

/** An amendment held against the plan: a three-way comparison of what was, what is, and what is suggested. */
export function pointsOf(proposal: Proposal, base: ActionFields, now: ActionFields): Point[] {
  const { clashes } = compare(base, now, { ...base, ...proposal });
  const clashing = new Set(clashes.map(({ field }) => field));
  return (Object.keys(proposal) as FieldName[]).map((field) => ({
    field,
    base: base[field] ?? null,
    now: now[field] ?? null,
    suggested: proposal[field] ?? null,
    state: clashing.has(field) ? "clash" : sameValue(now[field], proposal[field]) ? "already" : "open",
  }));
}

/** The fields of a new action that an answer may leave out: what it says beside its title. */
export function optionalTexts(proposal: Proposal): FieldName[] {
  return (Object.keys(proposal) as FieldName[]).filter(
    (field) => isText(field) && !field.startsWith("title.") && Boolean(proposal[field]),
  );
}

/** How a form names the choice about a field. */
export const choiceName = (field: FieldName) => `take.${field}`;

/** How a form names the other words in which a text is taken over. */
export const editedName = (field: FieldName) => `edited.${field}`;

/** A text may be taken over in other words than the suggested ones. */
export const isText = (field: FieldName): boolean => /^(title|description|expectedResult)\./.test(field);

export type Choice = "suggested" | "edited" | "now";

/** Whether an answer takes a field over, as it was suggested or in other words. */
export function isTaken(submitted: DraftContent, field: FieldName): boolean {
  return submitted[choiceName(field)] === "suggested" || isEdited(submitted, field);
}

/** Whether an answer takes a text over in other words. */
export function isEdited(submitted: DraftContent, field: FieldName): boolean {
  return isText(field) && submitted[choiceName(field)] === "edited";
}

export type PointProblem = "choice-missing" | "accept-takes-all" | "part-missing" | "title-goes-along";

/**
 * Which of the fields an answer takes. Accepting takes all of them, but asks about each on which the plan moved on; in
 * part, each is chosen, one at least is taken and one left or put in other words; declining takes none.
 */
export function taken(
  decision: AnswerOutcome,
  points: readonly Pick<Point, "field" | "state" | "now">[],
  submitted: DraftContent,
): { fields: FieldName[]; problems: Record<string, PointProblem> } {
  const problems: Record<string, PointProblem> = {};
  if (decision === "declined") return { fields: [], problems };
  const open = points.filter(({ state }) => state !== "already");
  const fields: FieldName[] = [];
  for (const { field, state } of open) {
    const name = choiceName(field);
    const choice = submitted[name];
    if (decision === "accepted") {
      if (state === "clash" && !isTaken(submitted, field))
        problems[name] = choice === "now" ? "accept-takes-all" : "choice-missing";
      else fields.push(field);
    } else if (isTaken(submitted, field)) fields.push(field);
    else if (choice !== "now") problems[name] = "choice-missing";
  }
  // In a language that the action does not have yet, its title comes first.
  for (const { field, now } of open) {
    const language = /^title\.(.+)$/.exec(field)?.[1];
    const texts = fields.some((one) => one.endsWith(`.${language}`));
    if (language && !now && texts && !fields.includes(field)) problems[choiceName(field)] = "title-goes-along";
  }
  const edited = fields.some((field) => isEdited(submitted, field));
  const whole = fields.length === 0 || (fields.length === points.length && !edited);
  if (decision === "partly-accepted" && points.length > 1 && Object.keys(problems).length === 0 && whole)
    problems.decision = "part-missing";
  return { fields, problems };
}

/** What the fields that an answer takes come to: as they were suggested, or in the words of the answer. */
export function takenValues(
  proposal: Proposal,
  fields: readonly FieldName[],
  submitted: DraftContent,
): Partial<ActionFields> {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      isEdited(submitted, field) ? editedText(submitted, field) : (proposal[field] ?? null),
    ]),
  ) as Partial<ActionFields>;
}

/** The other words in which an answer takes a text over. */
export function editedText(submitted: DraftContent, field: FieldName): string {
  return String([submitted[editedName(field)] ?? ""].flat()[0]).trim();
}
