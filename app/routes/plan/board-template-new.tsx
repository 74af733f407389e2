import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { mayEditTemplates } from "~/features/core/policy.ts";
import { labelsOfPlan } from "~/features/plan/actions/action-labels.server.ts";
import { TemplateForm } from "~/features/plan/templates/components/template-form.tsx";
import { createTemplateByForm, newTemplateValues } from "~/features/plan/templates/form.server.ts";
import { boardOf } from "~/http/board.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const board = boardOf(visit);
  if (!mayEditTemplates(visit.viewer, board)) forbidden(visit);
  const values = newTemplateValues(visit);
  if (values === "unknown") return notFound(visit);
  return { board, values, labels: labelsOfPlan(visit.db), title: visit.i18n._(msg`Add a template`) };
});

export const action = forViewer(async (visit) => {
  const board = boardOf(visit);
  if (!mayEditTemplates(visit.viewer, board)) forbidden(visit);
  const result = createTemplateByForm(visit, board, await visit.request.formData());
  if (!result.ok) return data(result, { status: result.status });
  return redirect(`/boards/${board}/templates`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function NewTemplatePage() {
  const { board, values, labels } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/boards/${board}/templates`}>
          <Trans>Templates</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Add a template</Trans>
      </h1>
      <section className="section">
        <FormNotices problems={invalid !== null} />
        <TemplateForm
          values={invalid?.submitted ?? values}
          problems={invalid?.problems}
          labels={labels}
          submitLabel={<Trans>Add</Trans>}
          cancel={
            <Link className="button quiet" to={`/boards/${board}/templates`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      </section>
    </main>
  );
}
