import { eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import { notify } from "~/features/core/notifications/notify.server.ts";
import { isUnanswered, mayAnswer, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { writeComment } from "~/features/plan/comments/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import { loadSuggestion, type Row, subject } from "./mutations.server.ts";
import { recount } from "./support.server.ts";
import { voicesIn } from "./voices.server.ts";

/* What a coordinator does with a suggestion before answering it. All throw Refusal: 404 for an unknown suggestion, 403 for
 * those who do not coordinate its board, 409 once it is answered, merged or withdrawn; of several, all are done or none. */

/** Takes suggestions up: the author is told, and from now on a change of theirs makes a new wording. */
export function takeUp(db: Database, by: By, viewer: Viewer, ids: readonly number[]): void {
  change(db, by, (tx, record) => {
    for (const id of ids) takeUpOne(tx, record, by, handled(tx, viewer, id));
  });
}

/** `takeUp` within a transaction; nothing for one that is taken up already. */
export function takeUpOne(tx: Transaction, record: RecordEvent, by: By, row: Row): void {
  if (row.state !== "submitted") return;
  set(tx, row, { state: "under-consideration", takenUpAt: by.at });
  const event = record({ kind: "suggestion.taken-up", ...subject(row), before: null, after: null });
  notify(tx, by, event, suggestionSubject(row.id), voicesIn(tx, row.id));
}

/** Puts suggestions off until a day, on which they come back. The promise stands: the author is told of the day. */
export function putOff(
  db: Database,
  by: By,
  viewer: Viewer,
  ids: readonly number[],
  { until, why }: { until: string; why: string },
): void {
  change(db, by, (tx, record) => {
    for (const id of ids) {
      const row = handled(tx, viewer, id);
      set(tx, row, { putOffUntil: until });
      const event = record({
        kind: "suggestion.put-off",
        ...subject(row),
        before: null,
        after: { until },
        why: why || null,
      });
      notify(tx, by, event, suggestionSubject(row.id), voicesIn(tx, row.id));
    }
  });
}

/** Asks the author a question, which stands among the comments and waits for their reply. It is thereby taken up. */
export function askAuthor(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, text, language }: { id: number; text: string; language: Language },
): void {
  change(db, by, (tx, record) => {
    const row = handled(tx, viewer, id);
    takeUpOne(tx, record, by, row);
    const comment = writeComment(
      tx,
      by,
      viewer,
      { suggestionId: id },
      { text, language, replyTo: null, isQuestion: true },
    );
    set(tx, row, { askedAt: by.at });
    const event = record({
      kind: "suggestion.asked",
      ...subject(row),
      before: null,
      after: { comment, text },
    });
    notify(tx, by, event, suggestionSubject(row.id), voicesIn(tx, row.id));
  });
}

/**
 * Marks a suggestion as a duplicate: it is merged into another of its board, which carries its origin, author and voices
 * from then on. All of them are told, and can take their voice back.
 *
 * @returns false when they cannot be merged: the same one, another board's, or one that is closed
 */
export function merge(db: Database, by: By, viewer: Viewer, { id, into }: { id: number; into: number }): boolean {
  return mergeSeveral(db, by, viewer, { ids: [id], into });
}

/** `merge` for several at once, the one that remains left out where it is among them. All are merged, or none. */
export function mergeSeveral(
  db: Database,
  by: By,
  viewer: Viewer,
  { ids, into }: { ids: readonly number[]; into: number },
): boolean {
  return change(db, by, (tx, record) => {
    const rows = ids.filter((id) => id !== into).map((id) => handled(tx, viewer, id));
    const remaining = tx.select().from(suggestions).where(eq(suggestions.id, into)).get();
    if (!remaining || !isUnanswered(remaining) || rows.length === 0) return false;
    if (rows.some(({ board }) => board !== remaining.board)) return false;
    for (const row of rows) mergeOne(tx, record, by, row, into);
    return true;
  });
}

function mergeOne(tx: Transaction, record: RecordEvent, by: By, row: Row, into: number): void {
  const { id } = row;
  set(tx, row, { state: "merged", mergedIntoId: into, closedAt: by.at, version: row.version + 1 });
  tx.update(suggestions).set({ countsForId: into }).where(eq(suggestions.countsForId, id)).run();
  recount(tx, into);
  recount(tx, id);
  const event = record({ kind: "suggestion.merged", ...subject(row), before: null, after: { into } });
  notify(tx, by, event, suggestionSubject(id), voicesIn(tx, into));
}

/**
 * Takes a merge back: the suggestion stands by itself again, with its own voices and what was merged into it before.
 *
 * @throws Refusal 409 once the one that remained is answered
 */
export function unmerge(db: Database, by: By, viewer: Viewer, id: number): void {
  change(db, by, (tx, record) => {
    const row = loadSuggestion(tx, id);
    if (!mayAnswer(viewer, row) || row.state !== "merged" || !row.mergedIntoId)
      throw new Refusal(403, `${viewer.id} may not take the merge of suggestion ${id} back`);
    const remaining = loadSuggestion(tx, row.countsForId ?? row.mergedIntoId);
    if (!isUnanswered(remaining)) throw new Refusal(409, `Suggestion ${remaining.id} is answered already.`);
    const state = row.takenUpAt ? "under-consideration" : "submitted";
    set(tx, row, { state, mergedIntoId: null, closedAt: null, version: row.version + 1 });
    for (const one of descendants(tx, id))
      tx.update(suggestions).set({ countsForId: id }).where(eq(suggestions.id, one)).run();
    recount(tx, remaining.id);
    recount(tx, id);
    const event = record({
      kind: "suggestion.unmerged",
      ...subject(row),
      before: { into: row.mergedIntoId },
      after: null,
    });
    notify(tx, by, event, suggestionSubject(id), voicesIn(tx, id));
  });
}

/** A suggestion and all that was merged into it, and into that. */
function descendants(tx: Transaction, id: number): number[] {
  const below = tx.select({ id: suggestions.id }).from(suggestions).where(eq(suggestions.mergedIntoId, id)).all();
  return [id, ...below.flatMap((one) => descendants(tx, one.id))];
}

/** A suggestion that this viewer may answer and that still waits for it. */
export function handled(tx: Transaction, viewer: Viewer, id: number): Row {
  const row = loadSuggestion(tx, id);
  if (!mayAnswer(viewer, row)) throw new Refusal(403, `${viewer.role} may not answer on ${row.board}`);
  if (!isUnanswered(row)) throw new Refusal(409, `Suggestion ${id} is ${row.state}.`);
  return row;
}

/** Writes to the row. What says something new of the suggestion itself counts its version up, taking it up does not. */
function set(tx: Transaction, row: Row, values: Partial<Row>): void {
  tx.update(suggestions).set(values).where(eq(suggestions.id, row.id)).run();
}
