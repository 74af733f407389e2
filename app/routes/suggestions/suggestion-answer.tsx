import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { isUnanswered, mayAnswer, mayApplyAnswer } from "~/features/core/policy.ts";
import { suggestionName } from "~/features/core/references.ts";
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
import { AnswerConflict } from "~/features/suggestions/components/answer-conflict.tsx";
import { AnswerForm } from "~/features/suggestions/components/answer-form.tsx";
import { AnswerPreview } from "~/features/suggestions/components/answer-preview.tsx";
import { ToAnswer } from "~/features/suggestions/components/to-answer.tsx";
import { unfinishedReasons } from "~/features/suggestions/placeholder.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, url, i18n } = visit;
  const { row, ...loaded } = answerable(visit);
  const formDraft = loadFormDraft(visit);
  return {
    screen: answerScreen(db, visit, { row, ...loaded }, url.searchParams.get("decision")),
    preview: url.searchParams.has("preview") && loaded.answer !== undefined,
    submitted: formDraft && submittedIn(formDraft, LIST_FIELDS),
    // Left as a page, not a way elsewhere: a colleague who was late must read why, and find what they had typed.
    closed: !isUnanswered(row),
    saved: url.searchParams.has("kept"),
    title: `${i18n._(TITLE)} ${suggestionName(row.id)}`,
  };
});

/** Keeps the answer, to be previewed or for later; puts a template in; or publishes what was previewed. */
export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const loaded = answerable(visit);
  const { row, action, points, levelBarred } = loaded;
  const form = await visit.request.formData();
  const intent = form.get("intent");
  const submitted = submittedIn(form, LIST_FIELDS);
  if (intent === "template")
    return { submitted: withTemplate(submitted, [visit.language, row.language]), problems: {}, overtaken: null };
  if (intent === "publish") return publish(visit, row.id, Number(form.get("version")));
  if (intent !== "preview" && intent !== "keep") return badRequest(visit);
  if (!isUnanswered(row)) return late("closed", submitted);

  // Kept for later it may say what only an administrator can publish.
  const read = readAnswer(form, row, points, levelBarred, (fields, filed) =>
    intent === "keep"
      ? true
      : mayApplyAnswer(viewer, action?.board ?? row.board, leadsOfChange(db, row, action, fields, filed)),
  );
  if (!read.ok) {
    if (read.problems.version) return badRequest(visit);
    return data({ ...read, overtaken: null }, { status: 422 });
  }
  const saved = saveAnswer(db, by, viewer, { suggestionId: row.id, ...read.value });
  if (saved.status === "saved")
    return redirect(`/suggestions/${row.id}/answer?${intent === "preview" ? "preview" : "kept"}`, {
      headers: { "Set-Cookie": forgetting },
    });
  return late(saved.status === "stale" ? "rewritten" : "closed", submitted);
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** The answer to a suggestion: written, then previewed as everyone will read it, then published. */
export default function AnswerPage() {
  const { screen, preview, submitted, closed, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = answer && "submitted" in answer ? answer : null;
  const overtaken = closed ? "closed" : (back?.overtaken ?? null);
  const problems = back?.problems ?? {};
  const { id, board } = screen;
  const number = suggestionName(id);
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to="/suggestions/inbox">
          <Trans>Inbox</Trans>
        </Link>
        <Link to={`/suggestions/${id}`}>{number}</Link>
      </p>
      <h1>{preview ? <Trans>This is how everyone will read it</Trans> : <Trans>Answer {number}</Trans>}</h1>
      {!preview && <ToAnswer screen={screen} />}
      <section className="section">
        {overtaken && <AnswerConflict why={overtaken} screen={screen} submitted={back?.submitted ?? submitted} />}
        <FormNotices problems={Object.keys(problems).length > 0} />
        {saved && !answer && (
          <p className="notice" role="status">
            <Trans>The answer is kept. It is not published yet.</Trans>
          </p>
        )}
        {closed ? null : preview && !back ? (
          <AnswerPreview screen={screen} />
        ) : (
          <AnswerForm
            key={formKey(back, screen)}
            screen={screen}
            submitted={back?.submitted ?? submitted}
            problems={problems}
          />
        )}
      </section>
    </main>
  );
}

const TITLE = msg`Answer`;

/** A template, and what a colleague kept, are put into the form anew. */
function formKey(back: { submitted: object | null } | null, { version }: { version: number }): string {
  return back ? JSON.stringify(back.submitted) : String(version);
}

function publish({ db, by, viewer }: SignedInVisit, suggestionId: number, version: number) {
  const { failed } = publishAnswers(db, by, viewer, [{ suggestionId, version }]);
  const why = failed.get(suggestionId);
  if (why === "unfinished") {
    const saved = loadSavedAnswer(db, suggestionId);
    return data(
      { overtaken: null, submitted: saved.formValues, problems: unfinishedReasons(saved.reason) },
      { status: 422 },
    );
  }
  return why ? late(why, {}) : redirect(`/suggestions/${suggestionId}?done=answered`);
}

/** Somebody or something was first: nothing was published, what was typed is kept, and both states are shown. */
function late(overtaken: Unpublished, submitted: Record<string, string | string[]>) {
  return data(
    { overtaken, submitted: Object.keys(submitted).length > 0 ? submitted : null, problems: {} },
    { status: 409 },
  );
}

function answerable(visit: SignedInVisit) {
  const loaded = loadForAnswer(visit.db, Number(visit.params.id)) ?? notFound(visit);
  return mayAnswer(visit.viewer, loaded.row) ? loaded : forbidden(visit);
}
