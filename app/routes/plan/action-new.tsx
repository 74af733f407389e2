import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { BOARDS, isOneOf } from "~/domain.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { ActionForm } from "~/features/plan/actions/components/action-form.tsx";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import { actionChoices, draftValues, parseAction } from "~/features/plan/actions/form.server.ts";
import { createAction } from "~/features/plan/actions/mutations.server.ts";
import { responsibleFault } from "~/features/plan/actions/responsible.server.ts";
import { fieldsFiled, newSchema } from "~/features/plan/actions/schemas.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const choices = allowedChoices(visit);
  const wanted = visit.url.searchParams.get("board");
  const kept = draftValues(visit);
  const beginning = {
    board: isOneOf(BOARDS, wanted) && choices.boards.includes(wanted) ? wanted : choices.boards[0],
    stage: "proposed",
    priority: "normal",
    level: "international",
    lead: String(choices.leads[0]?.id ?? ""),
    sourceLanguage: visit.language,
  };
  return { choices, values: kept ?? beginning, title: visit.i18n._(TITLE) };
});

export const action = forViewer(async (visit) => {
  const choices = allowedChoices(visit);
  const form = await visit.request.formData();
  const parsed = parseAction(newSchema, form, choices);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { stage, lead, responsible } = parsed.value;
  const fault = responsibleFault(visit.db, { lead, responsible }, null);
  if (fault)
    return data({ problems: { responsible: fault }, submitted: submittedIn(form, LIST_FIELDS) }, { status: 422 });
  const { ref } = createAction(visit.db, visit.by, visit.viewer, {
    ...fieldsFiled(parsed.value),
    stage,
    origin: "direct",
  });
  return redirect(`/actions/${ref}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function NewActionPage() {
  const { choices, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const board = String(invalid?.submitted.board ?? values.board);
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
      <section className="section">
        <FormNotices problems={invalid !== null} />
        <ActionForm
          values={invalid?.submitted ?? values}
          problems={invalid?.problems}
          choices={choices}
          withStage
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
