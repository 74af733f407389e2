import type { Language } from "~/domain.ts";
import { type FormResult, parseForm, submittedIn } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { parseActionRef } from "~/features/plan/actions/reference.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { addDependency, removeDependency } from "./mutations.server.ts";
import { actionsToAwait, type Found } from "./queries.server.ts";
import { addSchema, findSchema, removeSchema } from "./schemas.ts";

interface FormContext {
  db: Database;
  by: By;
  viewer: Viewer;
  language: Language;
}

/** What the form of dependencies came to. */
export type DependencyResult = FormResult<
  { done: "added" | "removed" },
  {
    /** The way of a circle, in references. */
    way: string[];
    /** What was found to choose from; null where nothing was looked for. */
    found: Found[] | null;
  }
>;

/**
 * Adds what is named by its reference, or by the button of one that was found (`pick`); looks for words of a title
 * (`intent=find`, and whenever what was typed is no reference); removes (`intent=remove`).
 *
 * @returns null when the form is none of ours
 * @throws Refusal 404 or 403, as the mutations do
 */
export function dependencyByForm(
  { db, by, viewer, language }: FormContext,
  action: { id: number; ref: string },
  form: FormData,
): DependencyResult | null {
  const intent = form.get("intent");
  if (intent === "remove") {
    const parsed = parseForm(removeSchema, form);
    if (!parsed.ok) return null;
    removeDependency(db, by, viewer, { ref: action.ref, id: parsed.value.id });
    return { ok: true, done: "removed" };
  }
  const submitted = submittedIn(form);
  const back = (status: 200 | 422, problems: Record<string, ProblemCode>, more: { way?: string[]; found?: Found[] }) =>
    ({ ok: false, status, problems, submitted, way: more.way ?? [], found: more.found ?? null }) as const;
  const look = (q: string) => actionsToAwait(db, action.id, q, language);

  const sought = parseForm(findSchema, form);
  const picked = form.get("pick");
  if (intent === "find" && !picked) {
    if (!sought.ok) return back(422, sought.problems, {});
    const found = look(sought.value.on);
    return back(found.length > 0 ? 200 : 422, found.length > 0 ? {} : { on: "nothing-found" }, { found });
  }
  if (picked) form.set("on", picked);
  const parsed = parseForm(addSchema, form);
  // Among those found, the choice is still there when the reason is missing.
  const found = sought.ok && !parseActionRef(sought.value.on) ? look(sought.value.on) : undefined;
  if (!picked && found)
    return back(
      422,
      { ...(parsed.ok ? {} : parsed.problems), on: found.length > 0 ? "choose-found" : "nothing-found" },
      { found },
    );
  if (!parsed.ok) return back(422, parsed.problems, { found });
  const on = parseActionRef(parsed.value.on) ?? parsed.value.on;
  const added = addDependency(db, by, viewer, { ref: action.ref, on, why: parsed.value.why });
  if (added.status === "added") return { ok: true, done: "added" };
  if (added.status === "circle") return back(422, { on: "in-a-circle" }, { way: added.way, found });
  return back(422, { on: added.problem }, { found });
}
