import { data, redirect } from "@remix-run/node";
import { forgetting } from "~/features/core/cookies.server.ts";
import { type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { isUnanswered, mayAnswer, mayApplyAnswer } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import { readAnswer } from "~/features/suggestions/answer-form.server.ts";
import { answerScreen, loadForAnswer, withTemplate } from "~/features/suggestions/answer-screen.server.ts";
import {
  leadsOfChange,
  loadSavedAnswer,
  publishAnswers,
  saveAnswer,
  type Unpublished,
} from "~/features/suggestions/answering.server.ts";
import { unfinishedReasons } from "~/features/suggestions/placeholder.ts";
import { badRequest, forbidden, notFound } from "./visit.server.ts";

/* The answer to a suggestion by its form, on a page of its own and beside the list of the inbox. */

type Loaded = NonNullable<ReturnType<typeof loadForAnswer>>;

/**
 * Returns a suggestion that the viewer may answer, with all that an answer needs. 4 statements.
 *
 * @throws Response 404 for an unknown one, 403 when it is not the viewer's to answer
 */
export function answerable(visit: SignedInVisit, id: number): Loaded {
  const loaded = loadForAnswer(visit.db, id) ?? notFound(visit);
  return mayAnswer(visit.viewer, loaded.row) ? loaded : forbidden(visit);
}

/** What the screens of an answer show: the form, or its preview where the address asks for it. */
export function answerShown(visit: SignedInVisit, loaded: Loaded) {
  const { url } = visit;
  const formDraft = loadFormDraft(visit);
  return {
    screen: answerScreen(visit.db, visit, loaded, url.searchParams.get("decision")),
    preview: url.searchParams.has("preview") && loaded.answer !== undefined,
    submitted: formDraft && submittedIn(formDraft, LIST_FIELDS),
    // Left as a page, not a way elsewhere: a colleague who was late must read why, and find what they had typed.
    closed: !isUnanswered(loaded.row),
    saved: url.searchParams.has("kept"),
  };
}

/** Where one goes on: after keeping an answer, to its preview or to its form; after publishing it. */
interface Onwards {
  saved(state: "preview" | "kept"): string;
  published(): string;
}

/** Keeps the answer, to be previewed or for later; puts a template in; or publishes what was previewed. */
export function answerByForm(visit: SignedInVisit, loaded: Loaded, form: FormData, onwards: Onwards) {
  const { db, by, viewer } = visit;
  const { row, action, points, levelBarred } = loaded;
  const intent = form.get("intent");
  const submitted = submittedIn(form, LIST_FIELDS);
  if (intent === "template")
    return data({
      submitted: withTemplate(submitted, [visit.language, row.language]),
      problems: {},
      conflict: null,
    });
  if (intent === "publish") return publish(visit, row.id, Number(form.get("version")), onwards);
  if (intent !== "preview" && intent !== "keep") return badRequest(visit);
  if (!isUnanswered(row)) return tooLate("closed", submitted);

  // Kept for later it may say what only an administrator can publish.
  const read = readAnswer(form, row, points, levelBarred, (fields, filed) =>
    intent === "keep"
      ? true
      : mayApplyAnswer(viewer, action?.board ?? row.board, leadsOfChange(db, row, action, fields, filed)),
  );
  if (!read.ok) {
    if (read.problems.version) return badRequest(visit);
    const { problems } = read;
    return data({ submitted: read.submitted, problems, conflict: null }, { status: 422 });
  }
  const saved = saveAnswer(db, by, viewer, { suggestionId: row.id, ...read.value });
  if (saved.status === "saved")
    return redirect(onwards.saved(intent === "preview" ? "preview" : "kept"), {
      headers: { "Set-Cookie": forgetting },
    });
  return tooLate(saved.status === "stale" ? "rewritten" : "closed", submitted);
}

function publish({ db, by, viewer }: SignedInVisit, suggestionId: number, version: number, onwards: Onwards) {
  // Where one goes on is asked before: what is published is not in the inbox any more.
  const next = onwards.published();
  const { failed } = publishAnswers(db, by, viewer, [{ suggestionId, version }]);
  const why = failed.get(suggestionId);
  if (why === "unfinished") {
    const saved = loadSavedAnswer(db, suggestionId);
    return data(
      { conflict: null, submitted: saved.formValues, problems: unfinishedReasons(saved.reason) },
      { status: 422 },
    );
  }
  return why ? tooLate(why, {}) : redirect(next);
}

/** Somebody or something was first: nothing was published, what was typed is kept, and both states are shown. */
function tooLate(conflict: Unpublished, submitted: Submitted) {
  return data(
    { conflict, submitted: Object.keys(submitted).length > 0 ? submitted : null, problems: {} },
    { status: 409 },
  );
}
