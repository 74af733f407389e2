import { eq } from "drizzle-orm";
import type { AnswerOutcome } from "~/domain.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { ancestorsOf, type Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { createNetwork } from "~/features/people/networks/mutations.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { fieldsNow } from "~/features/plan/actions/edit-conflict.server.ts";
import { FORM_FIELDS, pickFields } from "~/features/plan/actions/fields.ts";
import { type Edit, editAction } from "~/features/plan/actions/mutations.server.ts";
import { findAction, type PlanAction } from "~/features/plan/actions/queries.server.ts";
import { readFields } from "~/features/plan/actions/row.server.ts";
import { answerBeginning, seen } from "~/features/suggestions/answer-form.server.ts";
import { loadForAnswer } from "~/features/suggestions/answer-screen.server.ts";
import { publishAnswers, saveAnswer } from "~/features/suggestions/answering.server.ts";
import type { Content } from "~/features/suggestions/form.server.ts";
import { type Row, submitSuggestion } from "~/features/suggestions/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, events, suggestions } from "~db/schema.ts";
import type { DraftContent, Proposal } from "~db/stored/suggestions.ts";
import { seededDatabase, TODAY } from "./database.ts";
import { someone } from "./viewers.ts";

export function by(viewer: Viewer, at = TODAY): By {
  return { personId: viewer.id, at };
}

/** So many days after `TODAY`; before it when negative. */
export function day(number: number): Date {
  return new Date(+TODAY + number * 86_400_000);
}

export function networkOf(db: Database, slug: string): Network {
  const network = allNetworks(db).find((one) => one.slug === slug);
  if (!network) throw new Error(`There is no network ${slug}.`);
  return network;
}

export function actionOf(db: Database, ref: string): PlanAction {
  const action = findAction(db, ref);
  if (!action) throw new Error(`There is no action ${ref}.`);
  return action;
}

/** Somebody edits an action: the plan moves on. */
export function edit(db: Database, ref: string, changes: Partial<Edit>): void {
  const action = actionOf(db, ref);
  const input = { ...editOf(action), ...changes };
  editAction(db, { personId: null, at: TODAY }, null, { ref, version: action.version, input });
}

/** An edit that leaves an action as it is. */
export function editOf(action: PlanAction): Edit {
  return { ...pickFields(fieldsNow(action), FORM_FIELDS), texts: action.texts };
}

/** A form as it comes in; a list is a field that comes several times. */
export function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form;
}

/** What somebody says: a remark on lobbying, for their own country or continent, unless a test says otherwise. */
export function said(db: Database, viewer: Viewer, more: Partial<Content> = {}): Content {
  const origin = ancestorsOf(allNetworks(db), viewer.networkId).find(
    ({ kind }) => kind === "national" || kind === "continental",
  );
  return {
    kind: "remark",
    board: "lobbying",
    actionId: null,
    baseVersion: null,
    language: "en",
    proposal: {},
    title: "A remark",
    why: "Because of what we see here.",
    originId: origin?.id ?? 0,
    voice: "personal",
    mandateById: null,
    mandateOn: null,
    mandateOccasion: null,
    ...more,
  };
}

/** An amendment of an action as it is now. */
export function amendmentOf(db: Database, ref: string, proposal: Proposal): Partial<Content> {
  const { id, board, version } = actionOf(db, ref);
  return { kind: "amendment", board, actionId: id, baseVersion: version, title: `About ${ref}`, proposal };
}

/** A new action on lobbying, in English. */
export function newAction(title: string, texts: Proposal = {}): Partial<Content> {
  return { kind: "new-action", title, proposal: { level: "national", "title.en": title, ...texts } };
}

let told = 0;

/** Submits it, each time for another reason: the same words sent twice are one suggestion. Returns its number. */
export function suggest(db: Database, viewer: Viewer, more: Partial<Content> = {}, at = TODAY): number {
  told += 1;
  const content = said(db, viewer, { why: `Because of what we see here (${told}).`, ...more });
  return submitSuggestion(db, by(viewer, at), viewer, content);
}

export function rowOf(db: Database, id: number): Row {
  const row = db.select().from(suggestions).where(eq(suggestions.id, id)).get();
  if (!row) throw new Error(`There is no suggestion ${id}.`);
  return row;
}

/**
 * Keeps an answer, written on the suggestion and the plan as they are now: all is taken of which nothing else is `submitted`.
 *
 * @returns what publishing it names
 */
export function writeAnswer(
  db: Database,
  coordinator: Viewer,
  id: number,
  decision: AnswerOutcome,
  submitted: DraftContent = {},
  at = TODAY,
): { suggestionId: number; version: number } {
  const loaded = loadForAnswer(db, id);
  if (!loaded) throw new Error(`There is no suggestion ${id}.`);
  const { row, action, points, answer } = loaded;
  const saved = saveAnswer(db, by(coordinator, at), coordinator, {
    suggestionId: id,
    version: answer?.answer.version ?? 0,
    decision,
    reason: { en: "For this reason." },
    submitted: { ...answerBeginning(row, points, decision), principles: [], ...seen(row, action), ...submitted },
  });
  if (saved.status !== "saved") throw new Error(`The answer to ${id} was not saved: ${saved.status}.`);
  return { suggestionId: id, version: saved.version };
}

/** Writes an answer and publishes it. */
export function answer(
  db: Database,
  coordinator: Viewer,
  id: number,
  decision: AnswerOutcome,
  submitted: DraftContent = {},
  at = TODAY,
): void {
  const { failed } = publishAnswers(db, by(coordinator, at), coordinator, [
    writeAnswer(db, coordinator, id, decision, submitted, at),
  ]);
  if (failed.size > 0) throw new Error(`The answer to ${id} was not published: ${failed.get(id)}.`);
}

/** A member organisation under a network. Returns its id. */
export function addOrganisation(db: Database, slug: string, under: string): number {
  const names = { nl: slug, fr: slug, es: slug, en: slug };
  const made = createNetwork(db, { personId: null, at: TODAY }, null, {
    slug,
    kind: "organisation",
    parentId: networkOf(db, under).id,
    names,
    country: null,
    variation: null,
    since: null,
  });
  if (made.status !== "saved") throw new Error(`The organisation ${slug} was not added.`);
  return made.id;
}

/** Nepal suggests and two coordinators of lobbying answer: what the tests of answers begin with. */
export function answeringScene() {
  const db = seededDatabase();
  const author = someone(db, "member", "nepal");
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const colleague = someone(db, "coordinator", "guatemala", ["lobbying", "learning"]);
  const told = () => db.select().from(events).all();
  const lob3 = () => {
    const row = db.select().from(actions).where(eq(actions.ref, "LOB-3")).get();
    if (!row) throw new Error("The seed has no LOB-3.");
    return readFields(db, row);
  };
  const amend = (proposal: Proposal) => suggest(db, author, amendmentOf(db, "LOB-3", proposal));
  const publish = (...wanted: { suggestionId: number; version: number }[]) => {
    const { published, failed } = publishAnswers(db, by(coordinator, day(1)), coordinator, wanted);
    return { published, failed: Object.fromEntries(failed) };
  };
  return { db, author, coordinator, colleague, told, lob3, amend, publish };
}
