import { eq } from "drizzle-orm";
import { type Board, LANGUAGES, type Language } from "~/domain.ts";
import type { Submitted } from "~/features/core/forms.server.ts";
import type { FieldChange } from "~/features/core/history/field-change.ts";
import { changesOf, type Known } from "~/features/core/history/lines.server.ts";
import { soleBudget } from "~/features/core/history/word-diff.ts";
import { type Network, networkOptions } from "~/features/core/network-tree.ts";
import { mayWorkOn, type Viewer } from "~/features/core/policy.ts";
import { formChoices } from "~/features/plan/actions/form.server.ts";
import { nameOfPerson } from "~/features/plan/actions/responsible.server.ts";
import { blocked } from "~/features/plan/subsidiarity/linked.server.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import type { DraftContent } from "~db/stored/suggestions.ts";
import { answerBeginning, seen } from "./answer-form.server.ts";
import { pointsFor } from "./answering.server.ts";
import { editedText, isEdited, isText, type Point } from "./applying.ts";
import { actionsNamed, answerTo, findSuggestion } from "./queries.server.ts";
import { namesOf, proposed, reasonsOf } from "./screen.server.ts";
import { templateIn, templateNames } from "./templates.server.ts";

/** A suggestion with all that an answer to it needs; undefined for an unknown one. 4 statements. */
export function loadForAnswer(db: Database, id: number) {
  const found = findSuggestion(db, id);
  if (!found) return undefined;
  const { row } = found;
  const action = row.actionId ? db.select().from(actions).where(eq(actions.id, row.actionId)).get() : undefined;
  const { level } = row.proposal;
  return {
    ...found,
    row,
    action,
    points: pointsFor(db, row, action),
    answer: answerTo(db, id),
    levelBarred: Boolean(action && level && blocked(db, action, { level })),
  };
}

type Loaded = NonNullable<ReturnType<typeof loadForAnswer>>;

interface ScreenContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

/** What the form of an answer and its preview show, as plain data. */
export function answerScreen(db: Database, asked: ScreenContext, loaded: Loaded, decision: string | null) {
  const { row, author, origin, action, points, answer } = loaded;
  const { networks, language } = asked;
  const known: Known = {
    language,
    networkName: namesOf(networks, language),
    personName: nameOfPerson(db),
    budget: soleBudget(),
  };
  const saved = answer?.answer;
  const submitted: Submitted = { ...answerBeginning(row, points, decision), ...saved?.formValues };
  const filing = row.kind === "new-action" ? filingChoices(asked, row.board) : null;
  // Suggested for a network that the writer may not lead for: the first that they may is chosen, and can be changed.
  if (filing && !filing.leads.some(({ id }) => String(id) === submitted.lead))
    submitted.lead = String(filing.leads[0]?.id ?? "");
  return {
    id: row.id,
    kind: row.kind,
    board: row.board,
    title: row.title,
    titleField: `title.${row.language}` as const,
    why: row.why,
    author,
    lang: foreign(row.language, language),
    origin: origin.names[language],
    about: (row.actionId && actionsNamed(db, [row.actionId], language).get(row.actionId)) || null,
    ...proposed(db, row, row, asked),
    points: points.map((point) => shownPoint(point, saved?.formValues ?? {}, known)),
    // Whoever writes on has read the suggestion and the plan as they are now, and says so with the form.
    seen: seen(row, action),
    submitted,
    version: saved?.version ?? 0,
    answer: saved
      ? { decision: saved.decision, reasons: reasonsOf(saved.reason, language), by: answer.by, at: +saved.updatedAt }
      : null,
    languages: [...new Set([language, row.language, ...LANGUAGES])],
    writtenIn: [...new Set([language, row.language])],
    templates: templateNames(language),
    filing,
  };
}

export type AnswerScreen = ReturnType<typeof answerScreen>;

/** A template put into a form's reasons, in the writer's and the author's language, where nothing is typed yet. */
export function withTemplate(submitted: Submitted, languages: readonly Language[]): Submitted {
  const filled = { ...submitted };
  for (const language of languages) {
    const field = `reason.${language}`;
    const text = templateIn(String(submitted.template ?? ""), language);
    if (text && !String(submitted[field] ?? "").trim()) filled[field] = text;
  }
  return filled;
}

function shownPoint({ field, base, now, suggested, state }: Point, kept: DraftContent, known: Known) {
  const change = (before: unknown, after: unknown): FieldChange | null =>
    changesOf({ [field]: before }, { [field]: after }, known)[0] ?? null;
  return {
    field,
    state,
    change: change(now, suggested),
    /** What a text comes to in the words of the answer that is kept; null where it is taken as suggested, or left. */
    edited: isEdited(kept, field) ? change(now, editedText(kept, field)) : null,
    text: isText(field) ? String(suggested ?? "") : null,
    meanwhile: state === "clash" ? change(base, now) : null,
    meant: state === "clash" ? change(base, suggested) : null,
  };
}

/** How a new action is filed: under the lead networks for which the writer may make one. */
function filingChoices(
  asked: ScreenContext,
  board: Board,
): { leads: { id: number; name: string; depth: number }[]; quarters: string[] } {
  const { quarters } = formChoices(asked);
  return {
    quarters,
    leads: networkOptions(asked.networks, asked.language)
      .filter((lead) => mayWorkOn(asked.viewer, { board, lead }))
      .map(({ id, name, depth }) => ({ id, name, depth })),
  };
}
