import { and, eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject, type NotificationSubject } from "~/features/core/notifications/notice.ts";
import { type Audience, add, followersOf, notify } from "~/features/core/notifications/notify.server.ts";
import { mayChangeComment, maySuggest, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { comments } from "~db/schema/history.ts";
import { actions } from "~db/schema/plan.ts";
import type { Subject } from "~db/stored/events.ts";
import { type About, on } from "./about.server.ts";
import { mentionedIn } from "./mentions.ts";
import { type MayRead, readersOf } from "./people.server.ts";
import type { EditedText, Said, WithdrawnText } from "./schemas.ts";

export interface Comment extends Omit<Said, "notify"> {
  language: Language;
  /** The ids of people to notify as if the text named them. */
  notify?: readonly string[];
  /** A coordinator's question to the author of a suggestion. */
  isQuestion?: boolean;
}

/**
 * Comments on an action. Who is named with @ and the author of what is replied to are told, and all who follow the action;
 * whoever comments follows it from then on.
 *
 * @returns the comment's number
 * @throws Refusal 404 for an unknown action, or a reply to what was not said about it; 403 for observers
 */
export function commentOnAction(
  db: Database,
  by: By,
  viewer: Viewer,
  { actionId, ...said }: Comment & { actionId: number },
): number {
  return change(db, by, (tx, record) => {
    if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not comment`);
    const action = tx.select({ board: actions.board }).from(actions).where(eq(actions.id, actionId)).get();
    if (!action) throw new Refusal(404, `There is no action ${actionId}.`);
    const id = writeComment(tx, by, viewer, { actionId }, said);
    const event = record({
      kind: "action.commented",
      board: action.board,
      actionId,
      before: null,
      after: { comment: id, text: said.text },
    });
    const audience = addressed(tx, said, followersOf(tx, actionSubject(actionId)));
    follow(tx, viewer.id, actionSubject(actionId));
    notify(tx, by, event, actionSubject(actionId), audience);
    return id;
  });
}

/** What an author wants to change in one of their comments. */
export interface CommentEdit extends EditedText {
  language: Language;
}

/** `stale`: the comment was edited since the form was made; `withdrawn`: there is nothing to change any more. */
export type CommentChanged = { status: "saved" | "unchanged" | "stale" | "withdrawn" };

/**
 * Edits one's own comment on an action. Whoever is named in it only now is told; history keeps the earlier text.
 *
 * @throws Refusal 404 for a comment that is not about this action; 403 for somebody else's
 */
export function editCommentOnAction(
  db: Database,
  by: By,
  viewer: Viewer,
  { actionId, ...edit }: CommentEdit & { actionId: number },
): CommentChanged {
  return change(db, by, (tx, record) => editComment(tx, record, by, viewer, actionTalk(tx, actionId), edit));
}

/**
 * Withdraws one's own comment on an action. Its place stays, with the day; its text is shown and found no more.
 *
 * @throws Refusal 404 for a comment that is not about this action; 403 for somebody else's
 */
export function withdrawCommentOnAction(
  db: Database,
  by: By,
  viewer: Viewer,
  { actionId, ...asked }: WithdrawnText & { actionId: number },
): CommentChanged {
  return change(db, by, (tx, record) => withdrawComment(tx, record, by, viewer, actionTalk(tx, actionId), asked));
}

function actionTalk(tx: Transaction, actionId: number): TalkPlace {
  const action = tx.select({ board: actions.board }).from(actions).where(eq(actions.id, actionId)).get();
  if (!action) throw new Refusal(404, `There is no action ${actionId}.`);
  return {
    about: { actionId },
    events: "action",
    subject: { board: action.board, actionId },
    noticeSubject: actionSubject(actionId),
  };
}

/** Where a comment stands: what its events are called and what they are about. */
export interface TalkPlace {
  about: About;
  events: "action" | "suggestion" | "review";
  subject: Subject;
  noticeSubject: NotificationSubject;
  mayRead?: MayRead;
}

/**
 * Edits a comment within a transaction, and tells those whom only the new text names.
 *
 * @throws Refusal 404 for a comment that is not about the place, 403 for who is not its author
 */
export function editComment(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  viewer: Viewer,
  { about, events, subject, noticeSubject, mayRead }: TalkPlace,
  { comment: id, version, text, language }: CommentEdit,
): CommentChanged {
  const row = ownComment(tx, viewer, about, id);
  if (row.withdrawnAt) return { status: "withdrawn" };
  if (row.version !== version) return { status: "stale" };
  if (row.text === text && row.language === language) return { status: "unchanged" };
  tx.update(comments)
    .set({ text, language, version: version + 1, editedAt: by.at })
    .where(eq(comments.id, id))
    .run();
  const event = record({
    kind: `${events}.comment-edited`,
    ...subject,
    before: { comment: id, text: row.text, language: row.language },
    after: { comment: id, text, language },
  });
  const readers = readersOf(tx, mayRead);
  const named = new Set(mentionedIn(row.text, readers));
  const newlyNamed = mentionedIn(text, readers).filter((person) => !named.has(person));
  notify(tx, by, event, noticeSubject, add(new Map(), newlyNamed, "mentioned"));
  return { status: "saved" };
}

/**
 * Withdraws a comment within a transaction.
 *
 * @throws Refusal 404 for a comment that is not about the place, 403 for who is not its author
 */
export function withdrawComment(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  viewer: Viewer,
  { about, events, subject }: TalkPlace,
  { comment: id, version }: WithdrawnText,
): CommentChanged {
  const row = ownComment(tx, viewer, about, id);
  if (row.withdrawnAt) return { status: "unchanged" };
  if (row.version !== version) return { status: "stale" };
  // Without its text no page, search or mail can show it; the event keeps it, as history keeps everything.
  tx.update(comments)
    .set({ text: "", version: version + 1, withdrawnAt: by.at })
    .where(eq(comments.id, id))
    .run();
  record({
    kind: `${events}.comment-withdrawn`,
    ...subject,
    before: { comment: id, text: row.text, language: row.language },
    after: null,
  });
  return { status: "saved" };
}

function ownComment(tx: Transaction, viewer: Viewer, about: About, id: number): typeof comments.$inferSelect {
  const row = tx
    .select()
    .from(comments)
    .where(and(on(about), eq(comments.id, id)))
    .get();
  if (!row) throw new Refusal(404, `Comment ${id} is not about this.`);
  if (!mayChangeComment(viewer, { ...row, withdrawnAt: null }))
    throw new Refusal(403, `${viewer.role} may not change comment ${id}`);
  return row;
}

/**
 * Writes a comment's row within a transaction. A reply to a reply goes under the same first comment. At most 2 statements.
 *
 * @throws Refusal 404 for a reply to what was not said about the same thing
 */
export function writeComment(tx: Transaction, by: By, viewer: Viewer, about: About, comment: Comment): number {
  const { text, language, replyTo, isQuestion = false } = comment;
  return tx
    .insert(comments)
    .values({
      ...about,
      replyToId: firstOf(tx, about, replyTo),
      authorId: viewer.id,
      text,
      language,
      isQuestion,
      at: by.at,
    })
    .returning({ id: comments.id })
    .get().id;
}

/**
 * Adds whom a comment speaks to: who is named in it or chosen, and the author of what it replies to.
 *
 * @param mayRead who may read what it is about: nobody else is notified of what was said
 */
export function addressed(
  tx: Transaction,
  { text, replyTo, notify = [] }: Pick<Comment, "text" | "replyTo" | "notify">,
  audience: Audience,
  mayRead?: MayRead,
): Audience {
  const readers = readersOf(tx, mayRead);
  const chosen = readers.map(({ id }) => id).filter((id) => notify.includes(id));
  add(audience, [...mentionedIn(text, readers), ...chosen], "mentioned");
  if (!replyTo) return audience;
  const replied = tx.select({ id: comments.authorId }).from(comments).where(eq(comments.id, replyTo)).get();
  return add(audience, replied ? [replied.id] : [], "replied");
}

function firstOf(tx: Transaction, about: About, replyTo: number | null): number | null {
  if (!replyTo) return null;
  const found = tx
    .select({ id: comments.id, first: comments.replyToId })
    .from(comments)
    .where(and(on(about), eq(comments.id, replyTo)))
    .get();
  if (!found) throw new Refusal(404, `Comment ${replyTo} is not about this.`);
  return found.first ?? found.id;
}
