import { and, eq } from "drizzle-orm";
import { type By, change } from "~/features/core/history/change.server.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { suggestionSubject } from "~/features/core/notifications/notice.ts";
import { coordinatorsOf, notify } from "~/features/core/notifications/notify.server.ts";
import { maySuggest, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import {
  addressed,
  type Comment,
  type CommentChanged,
  type CommentEdit,
  editComment,
  type TalkPlace,
  withdrawComment,
  writeComment,
} from "~/features/plan/comments/mutations.server.ts";
import type { WithdrawnText } from "~/features/plan/comments/schemas.ts";
import type { Database } from "~db/connection.ts";
import { comments } from "~db/schema/history.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import { loadSuggestion, subject } from "./mutations.server.ts";
import { voicesIn } from "./voices.server.ts";

/**
 * Comments on a suggestion. Who is named with @ and the author of what is replied to are told; the author's comment replies
 * to a question that waits for them; whoever comments follows from then on.
 *
 * @returns the comment's number
 * @throws Refusal 404 for an unknown suggestion, or a reply to what was not said about it; 403 for observers
 */
export function comment(
  db: Database,
  by: By,
  viewer: Viewer,
  { suggestionId, ...said }: Omit<Comment, "replyTo"> & { suggestionId: number; replyTo?: number | null },
): number {
  return change(db, by, (tx, record) => {
    if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not comment`);
    const row = loadSuggestion(tx, suggestionId);
    const comment = { replyTo: null, ...said };
    const id = writeComment(tx, by, viewer, { suggestionId }, comment);
    const replies = row.askedAt !== null && row.authorId === viewer.id;
    if (replies) tx.update(suggestions).set({ askedAt: null }).where(eq(suggestions.id, row.id)).run();
    const event = record({
      kind: "suggestion.commented",
      ...subject(row),
      before: null,
      after: { comment: id, text: said.text, ...(replies && { replies }) },
    });
    const audience = voicesIn(tx, row.countsForId ?? row.id);
    if (replies) coordinatorsOf(tx, row.board, audience);
    addressed(tx, comment, audience);
    follow(tx, viewer.id, suggestionSubject(row.id));
    notify(tx, by, event, suggestionSubject(row.id), audience);
    return id;
  });
}

/** Edits one's own comment on a suggestion, a question to its author too; throws as `editCommentOnAction` does. */
export function editCommentOnSuggestion(
  db: Database,
  by: By,
  viewer: Viewer,
  { suggestionId, ...edit }: CommentEdit & { suggestionId: number },
): CommentChanged {
  return change(db, by, (tx, record) =>
    editComment(tx, record, by, viewer, talkPlace(loadSuggestion(tx, suggestionId)), edit),
  );
}

/**
 * Withdraws one's own comment on a suggestion; throws as `withdrawCommentOnAction` does. The author need not reply any more to a
 * question that is withdrawn.
 */
export function withdrawCommentOnSuggestion(
  db: Database,
  by: By,
  viewer: Viewer,
  { suggestionId, ...asked }: WithdrawnText & { suggestionId: number },
): CommentChanged {
  return change(db, by, (tx, record) => {
    const row = loadSuggestion(tx, suggestionId);
    const changed = withdrawComment(tx, record, by, viewer, talkPlace(row), asked);
    const question = tx
      .select({ at: comments.at })
      .from(comments)
      .where(and(eq(comments.id, asked.comment), eq(comments.isQuestion, true)))
      .get();
    if (changed.status === "saved" && question && +question.at === Number(row.askedAt))
      tx.update(suggestions).set({ askedAt: null }).where(eq(suggestions.id, row.id)).run();
    return changed;
  });
}

function talkPlace(row: typeof suggestions.$inferSelect): TalkPlace {
  return {
    about: { suggestionId: row.id },
    events: "suggestion",
    subject: subject(row),
    noticeSubject: suggestionSubject(row.id),
  };
}
