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
import { commentOnAction } from "./mutations.server.ts";
import type { FoundPeople } from "./notify.ts";
import { findPeople, type MayRead, readersOf } from "./people.server.ts";
import { commentSchema, type Said } from "./schemas.ts";

interface Context {
  db: Database;
  viewer: Viewer;
  language: Language;
}

/** A comment's form that is shown again: something in it is wrong, or people were looked up for it. */
export interface CommentAgain extends InvalidForm {
  ok: false;
  /** 200 where people were looked up. */
  status: 200 | 422;
  intent: "comment";
  people: FoundPeople | null;
}

/** The intents of a comment's form: to save it, and to look up people to notify. */
export function isCommentIntent(intent: unknown): boolean {
  return intent === "comment" || intent === "find-people";
}

/**
 * Reads the form of a comment, on whatever it is (`intent=comment`), or looks people up for it (`intent=find-people`).
 *
 * @param mayRead who may read what it is about, and can be notified; everybody with an account unless it says otherwise
 */
export function readComment(
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
 * The form of commenting on an action.
 *
 * @returns null when the form is another one
 * @throws Refusal 404 or 403, as the mutation does
 */
export function commentByForm({ db, by, viewer, language }: Context & { by: By }, actionId: number, form: FormData) {
  if (!isCommentIntent(form.get("intent"))) return null;
  if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not comment`);
  const read = readComment({ db, viewer, language }, form);
  if (!read.ok) return read;
  return {
    ok: true as const,
    id: commentOnAction(db, by, viewer, {
      actionId,
      language: textLanguageOf(form, language),
      ...read.value,
    }),
  };
}

/** The part of an address that leads to a comment, on whichever page of the talk it stands. */
export const toComment = (id: number) => `comment=${id}#comment-${id}`;
