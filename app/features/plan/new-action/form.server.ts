import { z } from "zod";
import { BOARDS, isOneOf, type Language } from "~/domain.ts";
import { type FormResult, parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { change } from "~/features/core/history/change.server.ts";
import { problemCode } from "~/features/core/schemas.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import { parseAction } from "~/features/plan/actions/form.server.ts";
import type { ActionChoices, ActionValues } from "~/features/plan/actions/form-types.ts";
import { createActionWithin } from "~/features/plan/actions/mutations.server.ts";
import { responsibleFault } from "~/features/plan/actions/responsible.server.ts";
import { fieldsFiled, newSchema, TITLE_MOST } from "~/features/plan/actions/schemas.ts";
import { FIRST_STAGES } from "~/features/plan/actions/stage.ts";
import { offeredTemplates } from "~/features/plan/templates/queries.server.ts";
import { enterParts } from "./parts.server.ts";
import { duplicateOf, type NewActionSource, templateSource } from "./sources.server.ts";

/** The lists of the form: the fields that are ticked, and the parts that the new action takes over. */
const LISTS = [...LIST_FIELDS, "keyResult", "milestone"];

const partNumbers = z.array(z.coerce.number(problemCode("not-a-choice")).int(problemCode("not-a-choice")));
const partsSchema = z.object({ keyResult: partNumbers, milestone: partNumbers });

/** From what the address of the page makes a new action; null for nothing, `unknown` for what is not there. */
export function readSource({ db, url, language, at }: SignedInVisit): NewActionSource | "unknown" | null {
  const [from, template] = ["from", "template"].map((name) => url.searchParams.get(name) ?? null);
  if (from) return duplicateOf(db, from, language) ?? "unknown";
  return template ? (templateSource(db, Number(template), language, at) ?? "unknown") : null;
}

/** The templates that the page of a new action offers, with what somebody looks for among them. */
export function templatesToChoose({ db, url, language }: SignedInVisit, choices: ActionChoices) {
  const words = (url.searchParams.get("q") ?? "").slice(0, 200);
  return { words, ...offeredTemplates(db, choices.boards, words, language) };
}

/**
 * Returns what stands in the form of a new action at first: what was typed before the session ended, or what its source and
 * the address say, and for the rest what is chosen most.
 */
export function newActionValues(
  visit: SignedInVisit,
  choices: ActionChoices,
  source: NewActionSource | null,
): ActionValues {
  const kept = loadFormDraft(visit);
  if (kept) return submittedIn(kept, LISTS);
  const query = visit.url.searchParams;
  const [board, stage, title] = ["board", "stage", "title"].map((name) => query.get(name));
  const values: ActionValues = {
    board: choices.boards[0],
    stage: "proposed",
    priority: "normal",
    level: "international",
    lead: String(choices.leads[0]?.id ?? ""),
    sourceLanguage: visit.language,
    ...source?.values,
    ...(isOneOf(BOARDS, board) && { board }),
    ...(isOneOf(FIRST_STAGES, stage) && { stage }),
    ...(title && { [titleField(visit.language)]: title.slice(0, TITLE_MOST) }),
    ...(source && tickedOf(source)),
  };
  const offered = {
    board: choices.boards.some((one) => one === values.board),
    lead: choices.leads.some(({ id }) => String(id) === values.lead),
  };
  return {
    ...values,
    board: offered.board ? values.board : choices.boards[0],
    lead: offered.lead ? values.lead : String(choices.leads[0]?.id ?? ""),
  };
}

const titleField = (language: Language) => `title.${language}`;

/** All parts are taken over, unless somebody unticks them. */
function tickedOf({ shown }: NewActionSource): ActionValues {
  return {
    keyResult: shown.keyResults.map(({ id }) => String(id)),
    milestone: shown.milestones.map(({ id }) => String(id)),
  };
}

/** Enters an action, with what it takes over from its source, in one change. */
export function newActionByForm(
  { db, by, viewer }: SignedInVisit,
  form: FormData,
  choices: ActionChoices,
  source: NewActionSource | null,
): FormResult<{ ref: string }> {
  const submitted = submittedIn(form, LISTS);
  const parsed = parseAction(newSchema, form, choices);
  if (!parsed.ok) return { ok: false, status: 422, problems: parsed.problems, submitted };
  const chosen = parseForm(partsSchema, form);
  if (!chosen.ok) return { ok: false, status: 422, problems: chosen.problems, submitted };
  const { stage, lead, responsible } = parsed.value;
  const fault = responsibleFault(db, { lead, responsible }, null);
  if (fault) return { ok: false, status: 422, problems: { responsible: fault }, submitted };
  const input = { ...fieldsFiled(parsed.value), stage, origin: "direct" } as const;
  const parts = source?.partsFor(input, chosen.value);
  if (parts === null) return { ok: false, status: 422, problems: { start: "start-missing" }, submitted };
  const { ref } = change(db, by, (tx, record) => {
    const entered = createActionWithin(tx, record, by, viewer, input);
    if (source && parts) {
      const action = { id: entered.id, board: input.board };
      record({ ...source.event, board: input.board, actionId: entered.id });
      enterParts(tx, record, by, action, parts);
    }
    return entered;
  });
  return { ok: true, ref };
}
