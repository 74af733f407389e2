import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DecisionConflict } from "~/features/committee/decisions/components/decision-conflict.tsx";
import { DecisionForm } from "~/features/committee/decisions/components/decision-form.tsx";
import { decisionChoices, parseDecision, valuesOf } from "~/features/committee/decisions/form.server.ts";
import { editDecision, loadDecision } from "~/features/committee/decisions/mutations.server.ts";
import { versionSchema } from "~/features/committee/decisions/schemas.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { maySitInReview } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { committeeSeats } from "~/features/people/networks/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

const LISTS = ["changeRef", "changeStage", "changeOutcome", "changePriority", "changeDue"];

export const loader = forViewer((visit) => {
  const { db, networks, language, at, i18n } = visit;
  const { row, review } = editable(visit);
  const kept = loadFormDraft(visit);
  return {
    id: row.id,
    version: row.version,
    text: row.text,
    quarter: review.quarter,
    open: row.state === "proposed" && review.state === "open",
    submitted: kept ? submittedIn(kept, LISTS) : valuesOf(db, row),
    choices: decisionChoices(db, networks, language, at, row.doerNetworkId),
    title: i18n._(msg`Reword the decision`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, networks } = visit;
  const { row } = editable(visit);
  const form = await visit.request.formData();
  const version = parseForm(versionSchema, form);
  if (!version.ok) return badRequest(visit);
  const parsed = parseDecision(db, form, networks, row.planChanges);
  if (!parsed.ok) return data({ ...parsed, conflict: false }, { status: 422 });
  const edited = editDecision(db, by, viewer, { id: row.id, ...version.value, input: parsed.value });
  if (edited.status === "stale") {
    const submitted = submittedIn(form, LISTS);
    return data({ ok: false as const, problems: {}, about: {}, submitted, conflict: true }, { status: 409 });
  }
  const done = edited.status === "saved" ? "?done=reworded" : "";
  return redirect(`/decisions/${row.id}${done}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = committeeStyle;

/** What is proposed is reworded, until it is decided. */
export default function RewordDecisionPage() {
  const { id, version, text, open, submitted, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to={`/decisions/${id}`}>
          <Trans>Decision {id}</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Reword the decision</Trans>
      </h1>
      <p className="lead">
        <Trans>What seats have said was said to the wording of now: after a change they are asked anew.</Trans>
      </p>
      {invalid?.conflict && <DecisionConflict text={text} />}
      <FormNotices problems={invalid !== null && !invalid.conflict} />
      {open ? (
        <DecisionForm
          key={version}
          submitted={invalid?.submitted ?? submitted}
          problems={invalid?.problems ?? {}}
          about={invalid?.about ?? {}}
          version={version}
          choices={choices}
          cancel={
            <Link className="button quiet" to={`/decisions/${id}`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      ) : (
        <p className="empty">
          <Trans>It is decided: what was decided stands.</Trans>
        </p>
      )}
    </main>
  );
}

/** The decision, for whoever sits in the committee. */
function editable(visit: SignedInVisit) {
  const id = Number(visit.params.id);
  if (!Number.isInteger(id)) return notFound(visit);
  const loaded = loadDecision(visit.db, id);
  return maySitInReview(visit.viewer, committeeSeats(visit.db)) ? loaded : forbidden(visit);
}
