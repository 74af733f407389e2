import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { Board } from "~/domain.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { ActionForm } from "~/features/plan/actions/components/action-form.tsx";
import { actionChoices } from "~/features/plan/actions/form.server.ts";
import { ChooseTemplate } from "~/features/plan/new-action/components/choose-template.tsx";
import { MadeFrom, TakenOver } from "~/features/plan/new-action/components/taken-over.tsx";
import {
  newActionByForm,
  newActionValues,
  readSource,
  templatesToChoose,
} from "~/features/plan/new-action/form.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const choices = allowedChoices(visit);
  const source = sourceOf(visit);
  const values = newActionValues(visit, choices, source);
  const templates = source ? null : templatesToChoose(visit, choices);
  return { choices, values, templates, source: source?.shown ?? null, title: visit.i18n._(TITLE) };
});

export const action = forViewer(async (visit) => {
  const choices = allowedChoices(visit);
  const form = await visit.request.formData();
  const result = newActionByForm(visit, form, choices, sourceOf(visit));
  if (!result.ok) return data(result, { status: result.status });
  return redirect(`/actions/${result.ref}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function NewActionPage() {
  const { choices, source, templates, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const values = invalid?.submitted ?? page.values;
  const board = String(values.board);
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/boards/${board}`}>
          <Trans>To the board</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Add an action</Trans>
      </h1>
      {source && <MadeFrom source={source} />}
      {templates && <ChooseTemplate board={values.board as Board} {...templates} />}
      <section className="section">
        <FormNotices problems={invalid !== null} />
        <ActionForm
          // Another source fills the form anew.
          key={source?.to ?? ""}
          values={values}
          problems={invalid?.problems}
          choices={choices}
          withStage
          after={source && <TakenOver source={source} values={values} />}
          submitLabel={<Trans>Add</Trans>}
          cancel={
            <Link className="button quiet" to={`/boards/${board}`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      </section>
    </main>
  );
}

const TITLE = msg`Add an action`;

function allowedChoices(visit: SignedInVisit) {
  const choices = actionChoices(visit);
  return choices.boards.length > 0 ? choices : forbidden(visit);
}

function sourceOf(visit: SignedInVisit) {
  const source = readSource(visit);
  return source === "unknown" ? notFound(visit) : source;
}
