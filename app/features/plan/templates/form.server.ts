import { type Board, LANGUAGES, type Language } from "~/domain.ts";
import {
  type FormResult,
  parseForm,
  parseSubmitted,
  type Submitted,
  submittedIn,
} from "~/features/core/forms.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { LIST_FIELDS, pickFields, TEMPLATE_FIELDS, textFields } from "~/features/plan/actions/fields.ts";
import { valuesOf } from "~/features/plan/actions/form.server.ts";
import type { ActionValues } from "~/features/plan/actions/form-types.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { readFields } from "~/features/plan/actions/row.server.ts";
import { textProblems, textsFiled } from "~/features/plan/actions/schemas.ts";
import { parseKeyResult } from "~/features/plan/key-results/form.server.ts";
import { submittedName } from "~/features/plan/milestones/schemas.ts";
import { partsOfAction } from "~/features/plan/new-action/parts.server.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { numberForInput } from "~/lib/numbers.ts";
import { confirmationOf } from "~/ui/confirmation.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { TemplateContent } from "~db/stored/templates.ts";
import { contentOf } from "./content.ts";
import { createTemplate, editTemplate, retireTemplate, type TemplateChanged } from "./mutations.server.ts";
import { emptyRows, ROWS_MOST, type RowKind, rowName } from "./rows.ts";
import { dueAfter, templateMilestoneSchema, templateSchema, whichTemplateSchema } from "./schemas.ts";

type Problems = Record<string, ProblemCode>;
type Parsed = { ok: true; content: TemplateContent } | { ok: false; problems: Problems };

/** Returns what stands in the form of a new template: what was typed before the session ended, an action's, or nothing yet. */
export function newTemplateValues(visit: SignedInVisit): ActionValues | "unknown" {
  const kept = loadFormDraft(visit);
  if (kept) return submittedIn(kept, LIST_FIELDS);
  const from = visit.url.searchParams.get("from");
  const empty = {
    sourceLanguage: visit.language,
    priority: "normal",
    level: "national",
    ...emptyRows("keyResult", 0),
    ...emptyRows("milestone", 0),
  };
  if (from === null) return empty;
  const action = findAction(visit.db, from);
  if (!action) return "unknown";
  const { lead, ...row } = action;
  const fields = readFields(visit.db, { ...row, leadId: lead.id });
  return templateValues(contentOf({ fields, parts: partsOfAction(visit.db, action.id) }), visit.language);
}

/** Returns a template as its form shows it, its numbers confirmed: nobody is asked about what stands already. */
export function templateValues(content: TemplateContent, language: Language): ActionValues {
  const values: ActionValues = {
    ...valuesOf(content),
    dueAfter: textOf(content.dueAfter),
    ...emptyRows("keyResult", content.keyResults.length),
    ...emptyRows("milestone", content.milestones.length),
  };
  for (const [at, { name, unit, start, target, dueAfter: due }] of content.keyResults.entries()) {
    const numbers = { start, target };
    for (const [field, number] of Object.entries(numbers)) {
      const written = numberForInput(number, LOCALES[language]);
      values[rowName("keyResult", at, field)] = written;
      values[confirmationOf(rowName("keyResult", at, field))] = written;
    }
    for (const one of LANGUAGES) values[rowName("keyResult", at, `name.${one}`)] = name[one] ?? "";
    values[rowName("keyResult", at, "unit")] = unit;
    values[rowName("keyResult", at, "dueAfter")] = textOf(due);
  }
  for (const [at, { name, month, day }] of content.milestones.entries()) {
    for (const one of LANGUAGES) values[rowName("milestone", at, `name.${one}`)] = name[one] ?? "";
    values[rowName("milestone", at, "month")] = String(month);
    values[rowName("milestone", at, "day")] = String(day);
  }
  return values;
}

const textOf = (number: number | null) => (number === null ? "" : String(number));

export type TemplateResult = FormResult<{ id: number | null }>;

/** Enters a template of a board by its form. */
export function createTemplateByForm(visit: SignedInVisit, board: Board, form: FormData): TemplateResult {
  const parsed = parseTemplate(form, visit.language);
  if (!parsed.ok) return refused(form, 422, parsed.problems);
  return answer(form, createTemplate(visit.db, visit.by, visit.viewer, board, parsed.content));
}

/**
 * Saves, retires or restores a template, by the form's `intent`.
 *
 * @returns null when the form is none of ours
 */
export function templateByForm(visit: SignedInVisit, board: Board, id: number, form: FormData): TemplateResult | null {
  const { db, by, viewer } = visit;
  const which = parseForm(whichTemplateSchema, form);
  if (!which.ok) return null;
  const template = { board, id, version: which.value.version };
  switch (form.get("intent")) {
    case "save": {
      const parsed = parseTemplate(form, visit.language);
      if (!parsed.ok) return refused(form, 422, parsed.problems);
      return answer(form, editTemplate(db, by, viewer, template, parsed.content));
    }
    case "retire":
      return answer(form, retireTemplate(db, by, viewer, template, true));
    case "restore":
      return answer(form, retireTemplate(db, by, viewer, template, false));
    default:
      return null;
  }
}

function answer(form: FormData, changed: TemplateChanged): TemplateResult {
  if (changed.status === "stale") return refused(form, 409, {});
  if (changed.status === "too-many") return refused(form, 422, { form: "too-many-templates" });
  return { ok: true, id: changed.status === "saved" ? changed.id : null };
}

const refused = (form: FormData, status: 409 | 422, problems: Problems): TemplateResult => ({
  ok: false,
  status,
  problems,
  submitted: submittedIn(form, LIST_FIELDS),
});

/** Reads the form of a template: its fields, and the rows that somebody has filled in. */
function parseTemplate(form: FormData, language: Language): Parsed {
  const parsed = parseForm(templateSchema, form);
  const problems: Problems = parsed.ok ? textProblems(parsed.value) : { ...parsed.problems };
  const keyResults = rowsIn(form, "keyResult").flatMap(({ at, row }) => {
    const measure = parseKeyResult(row, language);
    const due = dueAfter.safeParse(row.get("dueAfter") ?? "");
    if (!measure.ok) note(problems, "keyResult", at, measure.problems);
    if (!due.success) note(problems, "keyResult", at, { dueAfter: "not-a-choice" });
    if (!measure.ok || !due.success) return [];
    const { name, unit, start, target } = measure.value;
    return [{ name, unit, start, target, dueAfter: due.data }];
  });
  const milestones = rowsIn(form, "milestone").flatMap(({ at, row }) => {
    const milestone = parseSubmitted(templateMilestoneSchema, submittedIn(row));
    if (!milestone.ok) {
      note(problems, "milestone", at, milestone.problems);
      return [];
    }
    const { month, day, ...names } = milestone.value;
    const name = submittedName(names);
    if (Object.keys(name).length === 0) note(problems, "milestone", at, { [`name.${language}`]: "name-missing" });
    return [{ name, month, day }];
  });
  if (!parsed.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    content: {
      ...pickFields(parsed.value, TEMPLATE_FIELDS),
      ...textFields(textsFiled(parsed.value)),
      dueAfter: parsed.value.dueAfter,
      keyResults,
      milestones,
    },
  };
}

function note(problems: Problems, kind: RowKind, at: number, found: Problems): void {
  for (const [field, code] of Object.entries(found)) problems[rowName(kind, at, field)] = code;
}

/** The rows of a sort in which something was typed, each as a form of its own. */
function rowsIn(form: FormData, kind: RowKind): { at: number; row: FormData }[] {
  return Array.from({ length: ROWS_MOST }, (_, at) => {
    const row = new FormData();
    const [plain, sure] = [rowName(kind, at, ""), confirmationOf(rowName(kind, at, ""))];
    for (const [name, value] of form) {
      if (name.startsWith(plain)) row.append(name.slice(plain.length), value);
      else if (name.startsWith(sure)) row.append(confirmationOf(name.slice(sure.length)), value);
    }
    return { at, row };
  }).filter(({ row }) => isFilled(kind, submittedIn(row)));
}

/** Whether somebody has typed in a row: what is only chosen, or stands there from the beginning, is not enough. */
function isFilled(kind: RowKind, row: Submitted): boolean {
  const typed = kind === "keyResult" ? ["unit", "start", "target"] : [];
  return [...typed, ...LANGUAGES.map((one) => `name.${one}`)].some((name) => String(row[name] ?? "").trim() !== "");
}
