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
    (field) => /^(description|expectedResult)\./.test(field) && Boolean(proposal[field]),
  );
}

/** How a form names the choice about a field. */
export const choiceName = (field: FieldName) => `take.${field}`;

export type Choice = "suggested" | "now";

export type PointProblem = "choice-missing" | "accept-takes-all" | "part-missing" | "title-goes-along";

/**
 * Which of the fields an answer takes. Accepting takes all of them, but asks about each on which the plan moved on; in
 * part, each is chosen, one at least is taken and one left; declining takes none.
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
      if (state === "clash" && choice !== "suggested")
        problems[name] = choice === "now" ? "accept-takes-all" : "choice-missing";
      else fields.push(field);
    } else if (choice === "suggested") fields.push(field);
    else if (choice !== "now") problems[name] = "choice-missing";
  }
  // In a language that the action does not have yet, its title comes first.
  for (const { field, now } of open) {
    const language = /^title\.(.+)$/.exec(field)?.[1];
    const texts = fields.some((one) => one.endsWith(`.${language}`));
    if (language && !now && texts && !fields.includes(field)) problems[choiceName(field)] = "title-goes-along";
  }
  const whole = fields.length === 0 || fields.length === points.length;
  if (decision === "partly-accepted" && points.length > 1 && Object.keys(problems).length === 0 && whole)
    problems.decision = "part-missing";
  return { fields, problems };
}

/** What a proposal gives for some of its fields. */
export function proposedValues(proposal: Proposal, fields: readonly FieldName[]): Partial<ActionFields> {
  return Object.fromEntries(fields.map((field) => [field, proposal[field] ?? null])) as Partial<ActionFields>;
}
