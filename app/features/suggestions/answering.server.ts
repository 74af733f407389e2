import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { AnswerOutcome, Translated } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import { notify } from "~/features/core/notifications/notify.server.ts";
import { isUnanswered, mayAnswer, mayApplyAnswer, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { actionAtVersion } from "~/features/plan/actions/as-of.server.ts";
import { type Texts, textsOf } from "~/features/plan/actions/fields.ts";
import { amendAction, enterAction } from "~/features/plan/actions/mutations.server.ts";
import { type ActionRow, readFields } from "~/features/plan/actions/row.server.ts";
import { amendableShape } from "~/features/plan/actions/schemas.ts";
import { FIRST_STAGES } from "~/features/plan/actions/stage.ts";
import { blocked } from "~/features/plan/subsidiarity/linked.server.ts";
import { linkMissing } from "~/features/plan/subsidiarity/rule.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { answers, suggestions } from "~db/schema/suggestions.ts";
import type { DraftContent } from "~db/stored/suggestions.ts";
import { editedText, optionalTexts, type Point, pointsOf, taken, takenValues } from "./applying.ts";
import { takeUpOne } from "./handling.server.ts";
import { loadSuggestion, type Row, subject } from "./mutations.server.ts";
import { unfinishedReasons } from "./placeholder.ts";
import { voicesIn } from "./voices.server.ts";

/*
 * Answers: written privately, then published with what they change in the plan, in one transaction. The coordinators of
 * a board share the answer that is being written; whoever saves on an older state of it is told.
 */

export type Answer = typeof answers.$inferSelect;

export interface AnswerWritten {
  suggestionId: number;
  /** The version of the saved answer that the writer had before them; 0 where there was none. */
  version: number;
  decision: AnswerOutcome;
  reason: Translated;
  /** The whole form, with `suggestionVersion` and `actionVersion`: what the writer had read. */
  submitted: DraftContent;
}

/**
 * Saves an answer that is being written. The suggestion is thereby taken up.
 *
 * @returns `stale` when a colleague saved another text meanwhile, `closed` when it has been answered, merged or withdrawn
 * @throws Refusal 404 for an unknown suggestion, 403 for those who do not coordinate its board
 */
export function saveAnswer(
  db: Database,
  by: By,
  viewer: Viewer,
  { suggestionId, version, submitted, ...written }: AnswerWritten,
): { status: "saved"; version: number } | { status: "stale" | "closed" } {
  return change(db, by, (tx, record) => {
    const row = answerable(tx, viewer, suggestionId);
    if (!isUnanswered(row)) return { status: "closed" };
    const saved = tx.select().from(answers).where(eq(answers.suggestionId, suggestionId)).get();
    if ((saved?.version ?? 0) !== version) return { status: "stale" };
    const values = {
      ...written,
      formValues: submitted,
      writtenById: viewer.id,
      updatedAt: by.at,
      version: version + 1,
    };
    tx.insert(answers)
      .values({ suggestionId, ...values })
      .onConflictDoUpdate({ target: answers.suggestionId, set: values })
      .run();
    takeUpOne(tx, record, by, row);
    return { status: "saved", version: version + 1 };
  });
}

/** Returns the answer that is saved for a suggestion. Throws where there is none. */
export function loadSavedAnswer(db: Database, suggestionId: number): Answer {
  const answer = db.select().from(answers).where(eq(answers.suggestionId, suggestionId)).get();
  if (!answer) throw new Error(`No answer is saved for the suggestion ${suggestionId}.`);
  return answer;
}

/** Why an answer was not published. */
export type Unpublished =
  | "closed"
  | "no-answer"
  | "rewritten"
  | "reworded"
  | "plan-moved"
  | "incomplete"
  /** A template's place to be filled in still stands in a reason. */
  | "unfinished"
  /** It would change an action that is not the coordinator's to change, or give it to another branch. */
  | "not-yours";

/** A saved answer as somebody read it before publishing it. */
export interface Publishing {
  suggestionId: number;
  version: number;
}

export interface Published {
  published: number[];
  failed: Map<number, Unpublished>;
}

/**
 * Publishes saved answers together: each is applied to the plan as it is now, with its events, in one transaction. One that
 * was overtaken (the author reworded it, the plan moved on where it would change it, a colleague wrote another answer or
 * was first) is left out and named, and changes nothing.
 *
 * @throws Refusal 404 for an unknown suggestion, 403 for those who do not coordinate its board
 */
export function publishAnswers(db: Database, by: By, viewer: Viewer, wanted: readonly Publishing[]): Published {
  return change(db, by, (tx, record) => {
    const result: Published = { published: [], failed: new Map() };
    for (const { suggestionId: id, version } of wanted) {
      const failed = publishOne(tx, record, by, viewer, answerable(tx, viewer, id), version);
      if (failed) result.failed.set(id, failed);
      else result.published.push(id);
    }
    return result;
  });
}

/**
 * Declines suggestions together, for one reason. All are declined, or none.
 *
 * @throws Refusal 404 for an unknown suggestion, 403 for those who do not coordinate its board, 409 where one is closed by now,
 *   or a colleague has begun an answer to it
 */
export function declineSeveral(db: Database, by: By, viewer: Viewer, ids: readonly number[], reason: Translated): void {
  change(db, by, (tx, record) => {
    for (const id of ids) {
      const row = answerable(tx, viewer, id);
      const begun = tx.select().from(answers).where(eq(answers.suggestionId, id)).get();
      if (begun) throw new Refusal(409, `An answer to suggestion ${id} is begun.`);
      const formValues = { decision: "declined", suggestionVersion: String(row.version), ...reasonFields(reason) };
      tx.insert(answers)
        .values({
          suggestionId: id,
          decision: "declined",
          reason,
          formValues,
          writtenById: viewer.id,
          updatedAt: by.at,
          version: 1,
        })
        .run();
      const failed = publishOne(tx, record, by, viewer, row, 1);
      if (failed) throw new Refusal(409, `Suggestion ${id} is not declined: ${failed}.`);
    }
  });
}

/** The reasons of an answer by the names of its form's fields. */
const reasonFields = (reason: Translated) =>
  Object.fromEntries(Object.entries(reason).map(([language, text]) => [`reason.${language}`, text]));

function publishOne(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  viewer: Viewer,
  row: Row,
  version: number,
): Unpublished | null {
  if (!isUnanswered(row)) return "closed";
  const answer = tx.select().from(answers).where(eq(answers.suggestionId, row.id)).get();
  if (!answer) return "no-answer";
  if (answer.version !== version) return "rewritten";
  const { decision, reason, formValues: submitted } = answer;
  if (Object.keys(unfinishedReasons(reason)).length > 0) return "unfinished";
  if (Number(submitted.suggestionVersion) !== row.version) return "reworded";
  const action = row.actionId ? tx.select().from(actions).where(eq(actions.id, row.actionId)).get() : undefined;
  if (action && decision !== "declined" && hasMovedOn(tx, row, action, Number(submitted.actionVersion)))
    return "plan-moved";
  const { fields, problems } = taken(decision, pointsFor(tx, row, action), submitted);
  if (Object.keys(problems).length > 0) return "incomplete";
  const leads = decision === "declined" ? [] : leadsOfChange(tx, row, action, fields, submitted);
  if (!mayApplyAnswer(viewer, action?.board ?? row.board, leads)) return "not-yours";

  const result = decision === "declined" ? null : apply(tx, record, by, row, submitted, fields);
  if (result === "incomplete") return "incomplete";
  tx.update(answers).set({ publishedAt: by.at }).where(eq(answers.suggestionId, row.id)).run();
  tx.update(suggestions)
    .set({ state: decision, closedAt: by.at, askedAt: null, resultId: result, version: row.version + 1 })
    .where(eq(suggestions.id, row.id))
    .run();
  const event = record({
    kind: "suggestion.answered",
    ...subject(row),
    before: null,
    after: { decision, reason, fields, result },
  });
  notify(tx, by, event, suggestionSubject(row.id), voicesIn(tx, row.id));
  return null;
}

/** What an answer to this suggestion may take or leave. */
export function pointsFor(tx: Transaction | Database, row: Row, action: ActionRow | undefined): Point[] {
  const { kind, proposal, baseVersion } = row;
  if (kind === "new-action") {
    return optionalTexts(proposal).map((field) => ({
      field,
      base: null,
      now: null,
      suggested: proposal[field] ?? null,
      state: "open" as const,
    }));
  }
  if (kind !== "amendment" || !action) return [];
  const now = readFields(tx, action);
  return pointsOf(proposal, actionAtVersion(tx, action.id, baseVersion ?? 1) ?? now, now);
}

/** Whether the plan has changed where the suggestion would, since the writer of the answer looked at it. */
function hasMovedOn(tx: Transaction, row: Row, action: ActionRow, seen: number): boolean {
  if (row.kind !== "amendment" || action.version === seen) return false;
  if (!Number.isInteger(seen)) return true;
  const then = actionAtVersion(tx, action.id, seen);
  const now = readFields(tx, action);
  return !then || Object.keys(row.proposal).some((name) => !sameValue(then[name as never], now[name as never]));
}

/**
 * Returns the lead networks of the action that an answer changes, before and after it, or of the one that it makes; none
 * when it changes nothing in the plan.
 */
export function leadsOfChange(
  tx: Transaction | Database,
  { kind, proposal }: Pick<Row, "kind" | "proposal">,
  action: ActionRow | undefined,
  fields: readonly Point["field"][],
  submitted: DraftContent,
): NetworkNode[] {
  const after = kind === "new-action" ? Number(submitted.lead) : fields.includes("lead") ? proposal.lead : null;
  const before = kind === "amendment" && fields.length > 0 ? action?.leadId : null;
  const ids = [before, after].filter((id): id is number => typeof id === "number" && !Number.isNaN(id));
  if (ids.length === 0) return [];
  return tx.select({ id: networks.id, kind: networks.kind }).from(networks).where(inArray(networks.id, ids)).all();
}

/** How a coordinator files a new action that came from a suggestion. */
export const filingSchema = z.object({ ...amendableShape, stage: z.enum(FIRST_STAGES, "not-a-choice") });

/** Changes the plan as the answer says. Returns the action that was made, changed or remarked upon; null for none. */
function apply(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  row: Row,
  submitted: DraftContent,
  fields: Point["field"][],
): number | null | "incomplete" {
  const cause = { suggestion: row.id };
  if (row.kind === "amendment" && row.actionId) {
    const level = fields.includes("level") ? row.proposal.level : undefined;
    const action = level && tx.select().from(actions).where(eq(actions.id, row.actionId)).get();
    if (action && blocked(tx, action, { level })) return "incomplete";
    if (fields.length > 0)
      amendAction(tx, record, by, row.actionId, takenValues(row.proposal, fields, submitted), cause);
    return row.actionId;
  }
  if (row.kind !== "new-action") return row.actionId;
  const filing = filingSchema.safeParse(submitted);
  if (!filing.success || linkMissing(null, filing.data, false)) return "incomplete";
  const title = editedText(submitted, `title.${row.language}`) || row.title;
  const texts: Texts = textsOf({
    [`title.${row.language}`]: title,
    ...takenValues(row.proposal, fields, submitted),
  });
  const { id } = enterAction(
    tx,
    record,
    by,
    { ...filing.data, board: row.board, sourceLanguage: row.language, texts, origin: "suggestion" },
    cause,
  );
  return id;
}

function answerable(tx: Transaction, viewer: Viewer, id: number): Row {
  const row = loadSuggestion(tx, id);
  if (!mayAnswer(viewer, row)) throw new Refusal(403, `${viewer.role} may not answer on ${row.board}`);
  return row;
}
