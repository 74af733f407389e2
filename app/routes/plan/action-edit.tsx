import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { ActionForm } from "~/features/plan/actions/components/action-form.tsx";
import { EditConflictView } from "~/features/plan/actions/components/edit-conflict.tsx";
import { applyChoices, editConflict, fieldsNow } from "~/features/plan/actions/edit-conflict.server.ts";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import {
  actionChoices,
  draftValues,
  parseAction,
  submittedFields,
  valuesOf,
} from "~/features/plan/actions/form.server.ts";
import { editAction } from "~/features/plan/actions/mutations.server.ts";
import type { PlanAction } from "~/features/plan/actions/queries.server.ts";
import { editSchema, fieldsFiled } from "~/features/plan/actions/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const action = workableAction(visit);
  const kept = draftValues(visit);
  return {
    ref: action.ref,
    board: action.board,
    // What was typed was typed on the version that its form had: a later one is then a conflict, as it should be.
    version: Number(kept?.version) || action.version,
    choices: choicesFor(visit, action),
    values: kept ?? valuesOf(fieldsNow(action)),
    title: `${visit.i18n._(EDIT)} ${action.ref}`,
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const action = workableAction(visit);
  const form = await visit.request.formData();
  applyChoices(form, action);
  const parsed = parseAction(editSchema, form, choicesFor(visit, action));
  if (!parsed.ok) return parsed.problems.version ? badRequest(visit) : data(parsed, { status: 422 });
  const { version } = parsed.value;
  const input = fieldsFiled(parsed.value);
  const edited = editAction(db, by, viewer, { ref: action.ref, version, input });
  if (edited.status === "stale") {
    return data({ conflict: editConflict(db, visit, action, version, submittedFields(input)) }, { status: 409 });
  }
  if (edited.status === "link-missing") {
    return data(
      { problems: { level: "link-missing" as const }, submitted: submittedIn(form, LIST_FIELDS) },
      { status: 422 },
    );
  }
  if (edited.status === "person-gone" || edited.status === "person-not-in-branch") {
    const problems = { responsible: edited.status };
    return data({ problems, submitted: submittedIn(form, LIST_FIELDS) }, { status: 422 });
  }
  return redirect(`/actions/${action.ref}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function EditActionPage() {
  const { ref, board, version, choices, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const conflict = answer && "conflict" in answer ? answer.conflict : null;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
      </p>
      <h1>
        <Trans>Edit {ref}</Trans>
      </h1>
      <section className="section">
        <FormNotices problems={invalid !== null} />
        <ActionForm
          key={conflict ? `conflict-${conflict.version}` : version}
          values={conflict?.values ?? invalid?.submitted ?? values}
          problems={invalid?.problems}
          choices={choices}
          version={conflict?.version ?? (Number(invalid?.submitted.version) || version)}
          submitLabel={<Trans>Save</Trans>}
          cancel={
            <Link className="button quiet" to={`/actions/${ref}`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        >
          {conflict && <EditConflictView conflict={conflict} />}
        </ActionForm>
      </section>
    </main>
  );
}

const EDIT = msg`Edit`;

function choicesFor(visit: SignedInVisit, action: PlanAction) {
  return actionChoices(visit, [action.startQuarter, action.dueQuarter], action.lead.id, action.responsibleId);
}
