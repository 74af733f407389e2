import { eq } from "drizzle-orm";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { actionSubject, boardSubject, suggestionSubject } from "~/features/core/notifications/notice.ts";
import { coordinatorsOf, followersOf, notify } from "~/features/core/notifications/notify.server.ts";
import { mayReword, maySuggest, type Suggested, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { suggestions, suggestionWordings } from "~db/schema/suggestions.ts";
import type { Proposal } from "~db/stored/suggestions.ts";
import { forgetDraft } from "./drafts.server.ts";
import type { Content } from "./form.server.ts";
import { responseDeadline } from "./response-deadline.server.ts";
import { voicesIn } from "./voices.server.ts";

export type Row = typeof suggestions.$inferSelect;

/** What a change came to: a stale version changes nothing. */
export type Changed = { status: "saved" } | { status: "unchanged" } | { status: "stale" };

/**
 * Submits a suggestion: from now on everyone reads it, and the board owes it an answer. The same form sent twice is one
 * suggestion.
 *
 * @param draft what it was typed in, which is gone with it
 * @throws Refusal 403 for observers
 */
export function submitSuggestion(
  db: Database,
  by: By,
  viewer: Viewer,
  content: Content,
  { draft = null, workshopId = null }: { draft?: number | null; workshopId?: number | null } = {},
): number {
  return change(db, by, (tx, record) => {
    if (draft) forgetDraft(tx, viewer, draft);
    return enterSuggestion(tx, record, by, viewer, content, workshopId);
  });
}

/** `submitSuggestion` within a transaction: a workshop submits all that was said at once. */
export function enterSuggestion(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  viewer: Viewer,
  content: Content,
  workshopId: number | null,
): number {
  if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not suggest`);
  const { id } = tx
    .insert(suggestions)
    .values({
      ...content,
      state: "submitted",
      authorId: viewer.id,
      workshopId,
      searchText: searchTextOf(content),
      submittedAt: by.at,
      responseDue: responseDeadline(tx, content.board, by.at),
    })
    .returning({ id: suggestions.id })
    .get();
  tx.update(suggestions).set({ countsForId: id }).where(eq(suggestions.id, id)).run();
  const { kind, board, title, why, proposal, originId, voice } = content;
  const event = record({
    kind: "suggestion.submitted",
    board,
    suggestionId: id,
    networkId: originId,
    before: null,
    after: { kind, title, why, proposal, originId, voice },
  });
  const things = [boardSubject(board), ...(content.actionId ? [actionSubject(content.actionId)] : [])];
  notify(tx, by, event, suggestionSubject(id), coordinatorsOf(tx, board, followersOf(tx, ...things)));
  return id;
}

/**
 * Rewords a suggestion. Until it is taken up the author simply edits; afterwards a change makes a new wording, and the
 * old one stays readable.
 *
 * @throws Refusal 404 for an unknown suggestion, 403 for all but its author, 409 once it is answered
 */
export function rewordSuggestion(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, content }: { id: number; version: number; content: Content },
): Changed {
  return change(db, by, (tx, record): Changed => {
    const row = loadSuggestion(tx, id);
    allow(row, (one) => mayReword(viewer, one), `${viewer.id} may not reword suggestion ${id}`);
    if (row.version !== version) return { status: "stale" };
    const { kind: _, board: __, actionId: ___, baseVersion: ____, ...said } = content;
    const before = saidBy(row);
    const after = saidBy({ ...row, ...said });
    if (JSON.stringify(before) === JSON.stringify(after)) return { status: "unchanged" };

    const takenUp = row.takenUpAt !== null;
    // A new wording is a reply too, to a question that waits for one.
    const replies = row.askedAt !== null;
    if (takenUp) {
      const { title, why, proposal, wording } = row;
      tx.insert(suggestionWordings).values({ suggestionId: id, title, why, proposal, wording, until: by.at }).run();
    }
    tx.update(suggestions)
      .set({
        ...said,
        searchText: searchTextOf(content),
        askedAt: null,
        wording: row.wording + (takenUp ? 1 : 0),
        version: version + 1,
      })
      .where(eq(suggestions.id, id))
      .run();
    const event = record({ kind: "suggestion.edited", ...subject(row), before, after });
    // Before it is taken up, a correction is no news.
    if (takenUp || replies)
      notify(tx, by, event, suggestionSubject(id), coordinatorsOf(tx, row.board, voicesIn(tx, id)));
    return { status: "saved" };
  });
}

/**
 * Withdraws a suggestion, with the reason.
 *
 * @throws Refusal 404 for an unknown suggestion, 403 for all but its author, 409 once it is answered
 */
export function withdrawSuggestion(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, why }: { id: number; version: number; why: string },
): Changed {
  return change(db, by, (tx, record): Changed => {
    const row = loadSuggestion(tx, id);
    allow(row, (one) => mayReword(viewer, one), `${viewer.id} may not withdraw suggestion ${id}`);
    if (row.version !== version) return { status: "stale" };
    tx.update(suggestions)
      .set({ state: "withdrawn", closedAt: by.at, closedWhy: why, version: version + 1 })
      .where(eq(suggestions.id, id))
      .run();
    const event = record({ kind: "suggestion.withdrawn", ...subject(row), before: null, after: null, why });
    notify(tx, by, event, suggestionSubject(id), coordinatorsOf(tx, row.board, voicesIn(tx, id)));
    return { status: "saved" };
  });
}

/** @throws Refusal 404 */
export function loadSuggestion(tx: Transaction, id: number): Row {
  const row = tx.select().from(suggestions).where(eq(suggestions.id, id)).get();
  if (!row) throw new Refusal(404, `There is no suggestion ${id}.`);
  return row;
}

/** What an event about a suggestion is about. Not its action, whose history is of what became of the action itself. */
export function subject(row: Pick<Row, "board" | "id" | "originId">) {
  return { board: row.board, suggestionId: row.id, networkId: row.originId };
}

/**
 * Refuses what a viewer may not do with a suggestion.
 *
 * @throws Refusal 409 for what they might until it was answered, merged or withdrawn; else 403
 */
export function allow(row: Row, may: (row: Suggested) => boolean, message: string): void {
  if (!may(row)) throw new Refusal(may({ ...row, state: "submitted" }) ? 409 : 403, message);
}

/** What a suggestion says, as history keeps it: flat, a text by its name. */
function saidBy({ title, why, proposal, language, originId, voice, mandateById, mandateOn, mandateOccasion }: Row) {
  const spoken = { originId, voice, mandateById, mandateOn, mandateOccasion };
  return { title, why, sourceLanguage: language, ...spoken, ...prefixed(proposal) };
}

function prefixed(proposal: Proposal): Record<string, unknown> {
  return Object.fromEntries(Object.entries(proposal).map(([name, value]) => [`proposal.${name}`, value]));
}

/** All that the search finds a suggestion by, beside its title. */
function searchTextOf({ why, proposal }: Pick<Content, "why" | "proposal">): string {
  const texts = Object.entries(proposal).flatMap(([name, value]) =>
    name.includes(".") && typeof value === "string" ? [value] : [],
  );
  return [why, ...texts].join("\n");
}
