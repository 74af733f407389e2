import type { z } from "zod";
import { BOARDS, type Language, type Level, type Stage } from "~/domain.ts";
import { type Parsed, parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { type Network, networkOptions } from "~/features/core/network-tree.ts";
import { mayLead, mayWorkOnBoard, type Viewer } from "~/features/core/policy.ts";
import type { SignedInVisit, Visit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { linkMissing } from "~/features/plan/subsidiarity/rule.ts";
import { isQuarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import { labelsOfPlan } from "./action-labels.server.ts";
import { ACTION_FIELDS, FORM_FIELDS, type FormFieldName, LIST_FIELDS, textFields } from "./fields.ts";
import type { ActionChoices, ActionValues, FormChoices } from "./form-types.ts";
import { peopleChoices } from "./responsible.server.ts";
import { type editSchema, type newSchema, problemsAcross } from "./schemas.ts";

const QUARTERS_BACK = 4;
const QUARTERS_AHEAD = 12;

interface FormContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

/** What the whole form of an action offers: what `formChoices` does, and whom it can make responsible. */
export function actionChoices(
  visit: SignedInVisit,
  has: (string | null)[] = [],
  lead: number | null = null,
  responsible: string | null = null,
): ActionChoices {
  const choices = formChoices(visit, has, lead === null ? [] : [lead]);
  const under = lead ?? choices.leads[0]?.id ?? null;
  const labels = labelsOfPlan(visit.db);
  return { ...choices, labels, people: peopleChoices(visit.db, visit, under, responsible) };
}

/** What this viewer can choose in an action's form; the quarters and the lead that it has already are among them. */
export function formChoices(
  { viewer, networks, language, at }: FormContext,
  has: (string | null)[] = [],
  leads: number[] = [],
): FormChoices {
  const now = quarterOf(at);
  const near = Array.from({ length: QUARTERS_BACK + QUARTERS_AHEAD + 1 }, (_, i) =>
    quarterAfter(now, i - QUARTERS_BACK),
  );
  return {
    boards: BOARDS.filter((board) => mayWorkOnBoard(viewer, board)),
    leads: networkOptions(networks, language, leads).filter((network) => mayLead(viewer, network)),
    quarters: [...new Set([...near, ...has.filter(isQuarter)])].sort(),
  };
}

/** Reads a new action, or an edit, with the checks that need the viewer: the form offers no other board and no other lead. */
export function parseAction<S extends typeof newSchema | typeof editSchema>(
  schema: S,
  form: FormData,
  choices: FormChoices,
): Parsed<z.output<S>> {
  const parsed = parseForm(schema, form) as Parsed<z.output<typeof editSchema>>;
  if (!parsed.ok) return parsed as Parsed<z.output<S>>;
  const problems: Record<string, ProblemCode> = problemsAcross(parsed.value);
  if (!choices.boards.includes(parsed.value.board)) problems.board = "not-your-board";
  if (!choices.leads.some(({ id }) => id === parsed.value.lead)) problems.lead = "not-your-network";
  const { level, stage } = parsed.value as { level: Level; stage?: Stage };
  // A new action names no network yet; whether an older one does is asked where it is saved.
  if (stage && linkMissing(null, { level, stage }, false)) problems.stage = "link-missing";
  if (Object.keys(problems).length > 0) return { ok: false, problems, submitted: submittedIn(form, LIST_FIELDS) };
  return parsed as Parsed<z.output<S>>;
}

/** Returns an action as its form shows it. */
export function valuesOf(fields: Partial<ActionFields>): ActionValues {
  const texts = Object.entries(fields).filter(([name]) => name.includes("."));
  return {
    ...Object.fromEntries(
      FORM_FIELDS.map((name) => [name, TYPED[ACTION_FIELDS[name].valueKind](fields[name] ?? null)]),
    ),
    ...(Object.fromEntries(texts.map(([name, value]) => [name, value ?? ""])) as ActionValues),
  };
}

/** How a value of each sort stands in a form. */
const TYPED: Record<(typeof ACTION_FIELDS)[FormFieldName]["valueKind"], (value: unknown) => string | string[]> = {
  choice: asTyped,
  network: asTyped,
  person: asTyped,
  quarter: asTyped,
  labels: (value) => listOf(value).join(", "),
  lines: (value) => listOf(value).join("\n"),
  numbers: (value) => listOf(value).map(String),
};

function asTyped(value: unknown): string {
  return String(value ?? "");
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A parsed form as an action's fields, for comparing it with what history has. */
export function submittedFields({
  texts,
  ...plain
}: ReturnType<typeof import("./schemas.ts").fieldsFiled>): Partial<ActionFields> {
  return { ...plain, ...textFields(texts) };
}

/** What this browser had typed in the form on this page when the session turned out to have ended. */
export function draftValues(visit: Visit): ActionValues | null {
  const kept = loadFormDraft(visit);
  return kept && submittedIn(kept, LIST_FIELDS);
}
