import type { Language } from "~/domain.ts";
import { type FormResult, parseForm, submittedIn } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { addMilestone, editMilestone, type MilestoneChanged, removeMilestone } from "./mutations.server.ts";
import { editMilestoneSchema, markSchema, newMilestoneSchema, submittedName, whichSchema } from "./schemas.ts";

interface FormContext {
  db: Database;
  by: By;
  viewer: Viewer;
  language: Language;
}

/** What a form of the milestones' page came to. */
export type MilestoneResult = FormResult<
  object,
  {
    /** The milestone whose form it was; null for a new one. */
    id: number | null;
  }
>;

type Do = (doing: FormContext, ref: string, form: FormData) => MilestoneResult | null;

/**
 * Adds, changes, marks or removes a milestone, by the form's `intent`.
 *
 * @returns null when the form is none of ours
 * @throws Refusal 404 or 403, as the mutations do
 */
export function milestoneByForm(doing: FormContext, ref: string, form: FormData): MilestoneResult | null {
  const intent = String(form.get("intent") ?? "");
  const handler = Object.hasOwn(HANDLERS, intent) ? HANDLERS[intent] : undefined;
  if (!handler) return null;
  try {
    return handler(doing, ref, form);
  } catch (refusal) {
    // Whoever had its form open is told that it is gone, with what they typed.
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
    return late(form, null);
  }
}

const HANDLERS: Record<string, Do> = {
  add: ({ db, by, viewer, language }, ref, form) => {
    const parsed = parseForm(newMilestoneSchema, form);
    const problems = parsed.ok ? {} : parsed.problems;
    if (parsed.ok) {
      const { day, state } = parsed.value;
      const name = submittedName(parsed.value);
      if (Object.keys(name).length > 0) {
        addMilestone(db, by, viewer, ref, { name, day, state });
        return { ok: true };
      }
    }
    return invalid(form, null, nameless(form, problems, language));
  },
  edit: ({ db, by, viewer, language }, ref, form) => {
    const parsed = parseForm(editMilestoneSchema, form);
    const which = parseForm(whichSchema, form);
    if (!which.ok) return null;
    const { id } = which.value;
    if (!parsed.ok) return invalid(form, id, nameless(form, parsed.problems, language));
    const { version, day, state } = parsed.value;
    const name = submittedName(parsed.value);
    if (Object.keys(name).length === 0) return invalid(form, id, nameless(form, {}, language));
    return answer(form, id, editMilestone(db, by, viewer, { ref, id, version }, { name, day, state }));
  },
  mark: ({ db, by, viewer }, ref, form) => {
    const parsed = parseForm(markSchema, form);
    if (!parsed.ok) return null;
    const { state, ...which } = parsed.value;
    return answer(form, which.id, editMilestone(db, by, viewer, { ref, ...which }, { state }));
  },
  remove: ({ db, by, viewer }, ref, form) => {
    const parsed = parseForm(whichSchema, form);
    if (!parsed.ok) return null;
    return answer(form, parsed.value.id, removeMilestone(db, by, viewer, { ref, ...parsed.value }));
  },
};

function answer(form: FormData, id: number, { status }: MilestoneChanged): MilestoneResult {
  return status === "stale" ? late(form, id) : { ok: true };
}

const late = (form: FormData, id: number | null): MilestoneResult =>
  ({ ok: false, status: 409, problems: {}, submitted: submittedIn(form), id }) as const;

const invalid = (form: FormData, id: number | null, problems: Record<string, ProblemCode>): MilestoneResult =>
  ({ ok: false, status: 422, problems, submitted: submittedIn(form), id }) as const;

/** A name in one language is enough; where there is none, it is asked for in the reader's. */
function nameless(form: FormData, problems: Record<string, ProblemCode>, language: Language) {
  const named = [...form].some(([name, value]) => name.startsWith("name.") && String(value).trim());
  return named ? problems : { ...problems, [`name.${language}`]: "name-missing" as const };
}
