import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { draftValues } from "~/features/plan/actions/form.server.ts";
import { readingOf } from "~/features/plan/actions/queries.server.ts";
import { KeyResultForm } from "~/features/plan/key-results/components/key-result-form.tsx";
import { dueChoices, parseKeyResult } from "~/features/plan/key-results/form.server.ts";
import { addKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const action = workableAction(visit);
  const kept = draftValues(visit);
  return {
    ref: action.ref,
    board: action.board,
    actionTitle: readingOf(action.texts, visit.language, action.sourceLanguage),
    quarters: dueChoices(visit.at, action.dueQuarter),
    // It is mostly due when its action is.
    values: kept ?? { due: action.dueQuarter ?? "" },
    title: `${action.ref} ${visit.i18n._(msg`Add a key result`)}`,
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, language } = visit;
  const { ref } = workableAction(visit);
  const parsed = parseKeyResult(await visit.request.formData(), language);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { version: _, ...input } = parsed.value;
  addKeyResult(db, by, viewer, ref, input);
  return redirect(`/actions/${ref}#key-results`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function NewKeyResultPage() {
  const { ref, board, actionTitle, quarters, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
        <span lang={actionTitle.language}>{actionTitle.title}</span>
      </p>
      <h1>
        <Trans>Add a key result</Trans>
      </h1>
      <p className="lead">
        <Trans>What is to be different when this action is done, as a number that can be looked up.</Trans>{" "}
        <Link to="/progress">
          <Trans>How progress is counted</Trans>
        </Link>
      </p>
      <section className="section">
        <FormNotices problems={invalid !== null} />
        <KeyResultForm
          values={invalid?.submitted ?? values}
          problems={invalid?.problems}
          quarters={quarters}
          submitLabel={<Trans>Add</Trans>}
          cancel={
            <Link className="button quiet" to={`/actions/${ref}`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      </section>
    </main>
  );
}
