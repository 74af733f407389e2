import { and, eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import { type Audience, add, followersOf, notify } from "~/features/core/notifications/notify.server.ts";
import { maySuggest, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { actions, comments } from "~db/schema.ts";
import { type About, on } from "./about.server.ts";
import { mentionedIn } from "./mentions.ts";
import { type MayRead, readersOf } from "./people.server.ts";
import type { Said } from "./schemas.ts";

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
