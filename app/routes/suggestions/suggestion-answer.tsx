import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { suggestionName } from "~/features/core/references.ts";
import { AnswerSection } from "~/features/suggestions/components/answer-section.tsx";
import { ToAnswer } from "~/features/suggestions/components/to-answer.tsx";
import { answerable, answerByForm, answerShown } from "~/http/answer.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const loaded = answerable(visit, Number(visit.params.id));
  return { ...answerShown(visit, loaded), title: `${visit.i18n._(TITLE)} ${suggestionName(loaded.row.id)}` };
});

/** Keeps the answer, to be previewed or for later; puts a template in; or publishes what was previewed. */
export const action = forViewer(async (visit) => {
  const loaded = answerable(visit, Number(visit.params.id));
  const page = `/suggestions/${loaded.row.id}`;
  return answerByForm(visit, loaded, await visit.request.formData(), {
    saved: (state) => `${page}/answer?${state}`,
    published: () => `${page}?done=answered`,
  });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** The answer to a suggestion: written, then previewed as everyone will read it, then published. */
export default function AnswerPage() {
  const { screen, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
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
      <h1>{shown.preview ? <Trans>This is how everyone will read it</Trans> : <Trans>Answer {number}</Trans>}</h1>
      {!shown.preview && <ToAnswer screen={screen} />}
      <AnswerSection
        screen={screen}
        {...shown}
        returned={answer && "conflict" in answer ? answer : null}
        formTo={`/suggestions/${id}/answer`}
      />
    </main>
  );
}

const TITLE = msg`Answer`;
