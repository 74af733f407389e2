import type { By } from "~/features/history/change.server.ts";
import { limit } from "~/features/limits.server.ts";
import { maySuggest, type Viewer } from "~/features/policy.ts";
import { Refusal } from "~/features/refusal.ts";
import { parseForm, type Unfit } from "~/http/forms.server.ts";
import type { Language } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { commentOnAction } from "./mutations.server.ts";
import { commentSchema } from "./schemas.ts";

interface Doing {
  db: Database;
  by: By;
  viewer: Viewer;
  language: Language;
}

/**
 * The form of commenting on an action (`intent=comment`).
 *
 * @returns null when the form is another one
 * @throws Refusal 404 or 403, as the mutation does
 */
export function commentByForm({ db, by, viewer, language }: Doing, actionId: number, form: FormData) {
  if (form.get("intent") !== "comment") return null;
  if (!maySuggest(viewer)) throw new Refusal(403, `${viewer.role} may not comment`);
  const parsed = parseForm(commentSchema, form);
  if (!parsed.ok) return { ...(parsed satisfies Unfit), intent: "comment" };
  limit("comment", viewer);
  return { ok: true as const, id: commentOnAction(db, by, viewer, { actionId, language, ...parsed.value }) };
}

/** The part of an address that leads to a comment, on whichever page of the talk it stands. */
export const toComment = (id: number) => `comment=${id}#comment-${id}`;
