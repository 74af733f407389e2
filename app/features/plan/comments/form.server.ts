import type { Language } from "~/domain.ts";
import {
  type InvalidForm,
  parseForm,
  type Submitted,
  submittedIn,
  textLanguageOf,
} from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { maySuggest, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import {
  type Comment,
  type CommentChanged,
  type CommentEdit,
  commentOnAction,
  editCommentOnAction,
  withdrawCommentOnAction,
} from "./mutations.server.ts";
import type { FoundPeople } from "./notify.ts";
import { findPeople, type MayRead, readersOf } from "./people.server.ts";
import { commentSchema, editedSchema, type Said, type WithdrawnText, withdrawnSchema } from "./schemas.ts";

interface Context {
  db: Database;
  viewer: Viewer;
  language: Language;
}

/** A comment's form that is shown again: something in it is wrong, or people were looked up for it. */
export interface CommentAgain extends InvalidForm {
  ok: false;
  /** 200 where people were looked up, 409 where the comment had changed. */
  status: 200 | 409 | 422;
  intent: "comment" | "edit-comment" | "withdraw-comment";
  people: FoundPeople | null;
}

export interface CommentDone {
  ok: true;
  /** The comment's number. */
  id: number;
  done: "commented" | "comment-edited" | "comment-withdrawn";
}

const INTENTS = ["comment", "find-people", "edit-comment", "withdraw-comment"];

/** The intents of the talk's forms: to comment, to look up people to notify, to edit and to withdraw a comment. */
export function isCommentIntent(intent: unknown): boolean {
  return INTENTS.includes(String(intent));
}

/** How comments on one thing are written, edited and withdrawn. */
export interface TalkMutations {
  create(comment: Said & Pick<Comment, "language">): number;
  edit(edit: CommentEdit): CommentChanged;
  withdraw(asked: WithdrawnText): CommentChanged;
}

/**
 * Carries out a form of the talk about whatever it is, whose intent is one of `isCommentIntent`.
 *
 * @param mayRead who may read what it is about, and can be notified; everybody with an account unless it says otherwise
 * @throws Refusal 404 or 403, as the mutations do
 */
export function handleComment(
  context: Context,
  form: FormData,
  talk: TalkMutations,
  mayRead?: MayRead,
): CommentDone | CommentAgain {
  const language = textLanguageOf(form, context.language);
  switch (form.get("intent")) {
    case "edit-comment":
      return editByForm(form, language, talk);
    case "withdraw-comment":
      return withdrawByForm(form, talk);
    default: {
      const read = readComment(context, form, mayRead);
      return read.ok ? { ok: true, id: talk.create({ ...read.value, language }), done: "commented" } : read;
    }
  }
}

function editByForm(form: FormData, language: Language, talk: TalkMutations): CommentDone | CommentAgain {
  const submitted = submittedIn(form);
  const parsed = parseForm(editedSchema, form);
  if (!parsed.ok)
    return { ok: false, status: 422, intent: "edit-comment", submitted, problems: parsed.problems, people: null };
  const { status } = talk.edit({ ...parsed.value, language });
  if (status === "saved" || status === "unchanged")
    return { ok: true, id: parsed.value.comment, done: "comment-edited" };
  // A withdrawn comment has no form any more: what was typed comes back in that of a new one.
  return status === "withdrawn"
    ? {
        ok: false,
        status: 409,
        intent: "comment",
        submitted: { text: submitted.text ?? "", textLanguage: submitted.textLanguage ?? "" },
        problems: { text: "comment-withdrawn" },
        people: null,
      }
    : { ok: false, status: 409, intent: "edit-comment", submitted, problems: { text: "comment-edited" }, people: null };
}

function withdrawByForm(form: FormData, talk: TalkMutations): CommentDone | CommentAgain {
  const again = { ok: false, intent: "withdraw-comment", submitted: submittedIn(form), people: null } as const;
  const parsed = parseForm(withdrawnSchema, form);
  if (!parsed.ok) return { ...again, status: 422, problems: parsed.problems };
  const { status } = talk.withdraw(parsed.value);
  return status === "stale"
    ? { ...again, status: 409, problems: { comment: "conflict" } }
    : { ok: true, id: parsed.value.comment, done: "comment-withdrawn" };
}

/** Reads the form of a comment, on whatever it is (`intent=comment`), or looks people up for it (`intent=find-people`). */
function readComment(
  { db, viewer, language }: Context,
  form: FormData,
  mayRead?: MayRead,
): { ok: true; value: Said } | CommentAgain {
  const again = (status: 200 | 422, submitted: Submitted, problems: InvalidForm["problems"]): CommentAgain => {
    const chosen = [submitted.notify ?? []].flat();
    const search = { language, mayRead, viewer, chosen };
    const people = status === 200 || chosen.length > 0 ? findPeople(db, String(submitted.people ?? ""), search) : null;
    return { ok: false, status, intent: "comment", submitted, problems, people };
  };
  if (form.get("intent") === "find-people") return again(200, submittedIn(form, ["notify"]), {});
  const parsed = parseForm(commentSchema, form);
  if (!parsed.ok) return again(422, { ...submittedIn(form), ...parsed.submitted }, parsed.problems);
  const { notify } = parsed.value;
  if (notify.length > 0) {
    const readers = new Set(readersOf(db, mayRead).map(({ id }) => id));
    if (!notify.every((id) => readers.has(id)))
      return again(422, submittedIn(form, ["notify"]), { notify: "person-not-reached" });
  }
  return parsed;
}

/**
 * The forms of the talk about an action.
 *
 * @returns null when the form is another one
 * @throws Refusal 404 or 403, as the mutations do
 */
export function commentByForm(context: Context & { by: By }, actionId: number, form: FormData) {
  if (!isCommentIntent(form.get("intent"))) return null;
  const { db, by, viewer } = context;
  if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not comment`);
  return handleComment(context, form, {
    create: (comment) => commentOnAction(db, by, viewer, { actionId, ...comment }),
    edit: (edit) => editCommentOnAction(db, by, viewer, { actionId, ...edit }),
    withdraw: (asked) => withdrawCommentOnAction(db, by, viewer, { actionId, ...asked }),
  });
}

/** The part of an address that leads to a comment, on whichever page of the talk it stands. */
export const toComment = (id: number) => `comment=${id}#comment-${id}`;
