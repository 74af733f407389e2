import type { Language } from "~/domain.ts";
import { type FormResult, parseForm, submittedIn, textLanguageOf } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { type CommentAgain, handleComment, isCommentIntent } from "~/features/plan/comments/form.server.ts";
import type { CommentEdit } from "~/features/plan/comments/mutations.server.ts";
import type { WithdrawnText } from "~/features/plan/comments/schemas.ts";
import type { Database } from "~db/connection.ts";
import {
  type Aligned,
  commentOnView,
  editCommentOnView,
  reportBack,
  type ViewOf,
  withdrawCommentOnView,
  writeView,
} from "./alignment.server.ts";
import { loadReview } from "./mutations.server.ts";
import { reportSchema, viewSchema } from "./schemas.ts";
import { viewReaders } from "./views.server.ts";

interface FormContext {
  db: Database;
  by: By;
  viewer: Viewer;
  language: Language;
}

export type ViewResult =
  | FormResult<{ done: "written" | "reported" } | { comment: number }, { why?: "stale" | "closed"; intent: string }>
  | CommentAgain;

/** What the viewer may do with the view: `report` is its seats' right, `comment` its branch's. */
export interface MayView {
  report: boolean;
  comment: boolean;
}

/**
 * The forms of a view's page: writing it, reporting back, commenting.
 *
 * @returns null when the form is another one
 * @throws Refusal 404 or 403, as the mutations do
 */
export function viewByForm(doing: FormContext, of: ViewOf, may: MayView, form: FormData): ViewResult | null {
  const { db, by, viewer, language } = doing;
  const intent = String(form.get("intent") ?? "");
  const written = textLanguageOf(form, language);
  // Whose form it is not is refused before anything in it is found wrong.
  const refuse = (allowed: boolean) => {
    if (!allowed) throw new Refusal(403, `${viewer.role} may not ${intent} here`);
  };
  if (intent === "view") {
    refuse(may.report);
    const parsed = parseForm(viewSchema, form);
    if (!parsed.ok) return { ...parsed, status: 422, intent };
    const { progress, concerns, asks } = parsed.value;
    if (!progress && !concerns && !asks)
      return { ok: false, status: 422, intent, submitted: submittedIn(form), problems: { progress: "view-empty" } };
    return answered(writeView(db, by, viewer, of, parsed.value), intent, "written", form);
  }
  if (intent === "report") {
    refuse(may.report);
    const parsed = parseForm(reportSchema, form);
    if (!parsed.ok) return { ...parsed, status: 422, intent };
    return answered(reportBack(db, by, viewer, of, { ...parsed.value, language: written }), intent, "reported", form);
  }
  if (!isCommentIntent(intent)) return null;
  refuse(may.comment);
  const talk = {
    create: (comment: Parameters<typeof commentOnView>[4]) => commentOnView(db, by, viewer, of, comment),
    edit: (edit: CommentEdit) => editCommentOnView(db, by, viewer, of, edit),
    withdraw: (asked: WithdrawnText) => withdrawCommentOnView(db, by, viewer, of, asked),
  };
  const readers = viewReaders(db, of.network, loadReview(db, of.reviewId));
  const result = handleComment({ db, viewer, language }, form, talk, readers);
  return result.ok ? { ok: true, comment: result.id } : result;
}

function answered({ status }: Aligned, intent: string, done: "written" | "reported", form: FormData): ViewResult {
  if (status === "stale" || status === "closed")
    return { ok: false, status: 409, why: status, intent, problems: {}, submitted: submittedIn(form) };
  return { ok: true, done };
}
