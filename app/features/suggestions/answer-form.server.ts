import { type AnswerOutcome, LANGUAGES, type Translated } from "~/domain.ts";
import { parseForm, parseSubmitted, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { AMENDABLE, DEFAULTS, LIST_FIELDS, pickFields } from "~/features/plan/actions/fields.ts";
import { valuesOf } from "~/features/plan/actions/form.server.ts";
import type { ActionRow } from "~/features/plan/actions/row.server.ts";
import { longText, TITLE_MOST } from "~/features/plan/actions/schemas.ts";
import { linkMissing } from "~/features/plan/subsidiarity/rule.ts";
import { choiceName, editedName, editedText, isEdited, type Point, taken } from "~/features/suggestions/applying.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { filingSchema } from "./answering.server.ts";
import { unfinishedReasons } from "./placeholder.ts";
import type { SuggestionRow } from "./queries.server.ts";
import { answerSchema } from "./schemas.ts";

export interface AnswerRead {
  version: number;
  decision: AnswerOutcome;
  reason: Translated;
  submitted: Submitted;
}

/** Reads the form of an answer, with the checks across fields: a reason always, a choice about each field that needs one. */
export function readAnswer(
  form: FormData,
  row: SuggestionRow,
  points: readonly Point[],
  /** Whether the action names no network yet that it would have to name on the level suggested. */
  levelBarred = false,
  /** Whether the writer may change the plan in these fields; asked only of an answer that is right otherwise. */
  mayApply: (fields: Point["field"][], submitted: Submitted) => boolean = () => true,
): { ok: true; value: AnswerRead } | { ok: false; problems: Record<string, ProblemCode>; submitted: Submitted } {
  const parsed = parseForm(answerSchema, form);
  const submitted = submittedIn(form, LIST_FIELDS);
  const problems: Record<string, ProblemCode> = parsed.ok ? {} : { ...parsed.problems };
  const decision = parsed.ok ? parsed.value.decision : null;
  const reason: Translated = {};
  for (const one of LANGUAGES) {
    const text = String(submitted[`reason.${one}`] ?? "").trim();
    if (text) reason[one] = text;
  }
  // Kept for later it may still be a beginning.
  if (form.get("intent") !== "keep") Object.assign(problems, unfinishedReasons(reason));
  if (Object.keys(reason).length === 0) problems[firstReasonIn(form)] = "answer-reason-missing";
  if (decision) {
    const { fields, problems: unchosen } = taken(decision, points, submitted);
    Object.assign(problems, unchosen, editedProblems(submitted, fields));
    if (levelBarred && fields.includes("level")) problems[choiceName("level")] = "link-missing";
  }
  if (decision && decision !== "declined" && row.kind === "new-action") {
    Object.assign(problems, titleProblem(submitted, `title.${row.language}`));
    const filing = parseSubmitted(filingSchema, submitted);
    if (!filing.ok) Object.assign(problems, filing.problems);
    else if (filing.value.start && filing.value.due && filing.value.due < filing.value.start)
      problems.due = "due-before-start";
    if (filing.ok && linkMissing(null, filing.value, false)) problems.stage = "link-missing";
  }
  if (decision && Object.keys(problems).length === 0 && !mayApply(taken(decision, points, submitted).fields, submitted))
    problems[row.kind === "new-action" ? "lead" : "decision"] =
      row.kind === "new-action" ? "not-your-network" : "answer-not-yours";
  if (!parsed.ok || Object.keys(problems).length > 0) return { ok: false, problems, submitted };
  return { ok: true, value: { version: parsed.value.version, decision: parsed.value.decision, reason, submitted } };
}

/** What is wrong with the other words in which an answer takes texts over. */
function editedProblems(submitted: Submitted, fields: readonly Point["field"][]): Record<string, ProblemCode> {
  const problems: Record<string, ProblemCode> = {};
  for (const field of fields.filter((one) => isEdited(submitted, one))) {
    const text = editedText(submitted, field);
    if (!text) problems[editedName(field)] = "missing";
    else
      Object.assign(
        problems,
        field.startsWith("title.") ? titleProblem(submitted, field) : longTextProblem(text, field),
      );
  }
  return problems;
}

function longTextProblem(text: string, field: Point["field"]): Record<string, ProblemCode> {
  return longText.safeParse(text).success ? {} : { [editedName(field)]: "too-long" };
}

/** A title in other words may be as long as any title. */
function titleProblem(submitted: Submitted, field: Point["field"]): Record<string, ProblemCode> {
  return editedText(submitted, field).length > TITLE_MOST ? { [editedName(field)]: "title-too-long" } : {};
}

/** The reason that stands first in the form: where a missing one is said. */
const firstReasonIn = (form: FormData) => [...form.keys()].find((name) => name.startsWith("reason.")) ?? "reason.en";

/** How the form of an answer begins: everything taken, a new action filed as it was suggested. */
export function answerBeginning(row: SuggestionRow, points: readonly Point[], decision: string | null): Submitted {
  const submitted: Submitted = { decision: decision ?? "" };
  for (const { field, state } of points) if (state === "open") submitted[`take.${field}`] = "suggested";
  if (row.kind !== "new-action") return submitted;
  const { level = "national", lead = row.originId } = row.proposal;
  const filed = pickFields(valuesOf({ ...DEFAULTS, priority: "normal", level, lead }), AMENDABLE);
  return { ...submitted, ...(filed as Submitted), stage: "proposed" };
}

/** What was read of the suggestion and the plan while the answer was written. */
export function seen(
  row: SuggestionRow,
  action: ActionRow | undefined,
): Record<"suggestionVersion" | "actionVersion", string> {
  return { suggestionVersion: String(row.version), actionVersion: String(action?.version ?? 0) };
}
