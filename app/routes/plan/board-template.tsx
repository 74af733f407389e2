import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { EventLine } from "~/features/core/history/components/event-line.tsx";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { mayEditTemplates } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { labelsOfPlan } from "~/features/plan/actions/action-labels.server.ts";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import { TemplateConflict } from "~/features/plan/templates/components/template-conflict.tsx";
import { TemplateForm } from "~/features/plan/templates/components/template-form.tsx";
import { titleOfTemplate } from "~/features/plan/templates/content.ts";
import { templateByForm, templateValues } from "~/features/plan/templates/form.server.ts";
import { findTemplate } from "~/features/plan/templates/queries.server.ts";
import { boardOf } from "~/http/board.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

const LINES = 5;

export const loader = forViewer((visit) => {
  const template = templateOf(visit);
  const { db, language } = visit;
  const { id, board, version, content, retiredAt } = template;
  const kept = loadFormDraft(visit);
  const { title } = titleOfTemplate(content, language);
  return {
    id,
    board,
    version,
    retired: retiredAt !== null,
    values: kept?.get("intent") === "save" ? submittedIn(kept, LIST_FIELDS) : templateValues(content, language),
    labels: labelsOfPlan(db),
    lines: latestLines(db, { templateId: id }, language, LINES),
    title,
  };
});

/** Saves the template, offers it no longer, or offers it again. */
export const action = forViewer(async (visit) => {
  const { id, board } = templateOf(visit);
  const result = templateByForm(visit, board, id, await visit.request.formData()) ?? badRequest(visit);
  if (!result.ok) return data(result, { status: result.status });
  return redirect(`/boards/${board}/templates`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function TemplatePage() {
  const { id, board, version, retired, values, labels, lines, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/boards/${board}/templates`}>
          <Trans>Templates</Trans>
        </Link>
      </p>
      <h1>{title}</h1>
      <div className="buttons">
        {!retired && (
          <Link className="button" to={`/actions/new?template=${id}`}>
            <Trans>Make an action</Trans>
          </Link>
        )}
        <Form method="post">
          <HiddenField name="version" value={version} />
          <button className="button quiet" name="intent" value={retired ? "restore" : "retire"}>
            {retired ? <Trans>Offer it again</Trans> : <Trans>Offer it no longer</Trans>}
          </button>
        </Form>
      </div>
      {invalid?.status === 409 && <TemplateConflict lines={lines} />}
      <section className="section">
        <FormNotices problems={invalid?.status === 422} />
        {retired ? (
          <p className="soft">
            <Trans>This template is no longer offered. Offer it again to change it.</Trans>
          </p>
        ) : (
          <TemplateForm
            key={version}
            values={invalid?.submitted.intent === "save" ? invalid.submitted : values}
            problems={invalid?.problems}
            labels={labels}
            version={version}
            submitLabel={<Trans>Save changes</Trans>}
            cancel={
              <Link className="button quiet" to={`/boards/${board}/templates`}>
                <Trans>Cancel</Trans>
              </Link>
            }
          />
        )}
      </section>
      <section className="section">
        <h2>
          <Trans>History</Trans>
        </h2>
        <ol className="events">
          {lines.map((line) => (
            <EventLine key={line.id} line={line} history={`/boards/${board}/history`} />
          ))}
        </ol>
      </section>
    </main>
  );
}

function templateOf(visit: SignedInVisit) {
  const board = boardOf(visit);
  if (!mayEditTemplates(visit.viewer, board)) forbidden(visit);
  const template = findTemplate(visit.db, Number(visit.params.id));
  return template?.board === board ? template : notFound(visit);
}
