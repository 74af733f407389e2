import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { isUnanswered, mayReword } from "~/features/core/policy.ts";
import { suggestionName } from "~/features/core/references.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { LIST_FIELDS } from "~/features/plan/actions/fields.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { ClosedMeanwhile } from "~/features/suggestions/components/closed-meanwhile.tsx";
import { SuggestionForm } from "~/features/suggestions/components/suggestion-form.tsx";
import { WordingConflict } from "~/features/suggestions/components/wording-conflict.tsx";
import { draftFrom, readSuggestion, suggestionChoices } from "~/features/suggestions/form.server.ts";
import { rewordSuggestion } from "~/features/suggestions/mutations.server.ts";
import { actionsNamed, findSuggestion } from "~/features/suggestions/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { row, action } = rewordable(visit);
  const formDraft = loadFormDraft(visit);
  return {
    id: row.id,
    kind: row.kind,
    board: row.board,
    takenUp: row.takenUpAt !== null,
    // What was typed was typed on the version that its form had: a later one is then told, as it should be.
    version: Number(formDraft?.get("version")) || row.version,
    about: action?.ref ?? null,
    submitted: formDraft ? submittedIn(formDraft, LIST_FIELDS) : draftFrom(visit.db, row, action),
    choices: suggestionChoices(visit, action),
    closed: !isUnanswered(row),
    title: `${visit.i18n._(EDIT)} ${suggestionName(row.id)}`,
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const { row, action } = rewordable(visit);
  const form = await visit.request.formData();
  if (!isUnanswered(row))
    return data({ problems: {}, submitted: submittedIn(form, LIST_FIELDS), conflict: null }, { status: 409 });
  // The amendment goes on differing from what its author had before them at first, whatever a form says.
  form.set("baseVersion", String(row.baseVersion ?? ""));
  const version = Number(form.get("version"));
  if (!Number.isInteger(version) || version < 1) return badRequest(visit);
  const parsed = readSuggestion(form, { ...visit, kind: row.kind, action });
  if (!parsed.ok) return data({ ...parsed, conflict: null }, { status: 422 });
  const changed = rewordSuggestion(db, by, viewer, { id: row.id, version, content: parsed.value });
  if (changed.status === "stale") {
    const conflict = { title: row.title, why: row.why, version: row.version };
    return data({ problems: {}, submitted: submittedIn(form, LIST_FIELDS), conflict }, { status: 409 });
  }
  return redirect(`/suggestions/${row.id}?done=saved`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function EditSuggestionPage() {
  const loaded = useLoaderData<typeof loader>();
  const { id, kind, board, about, submitted, choices, version, takenUp, closed } = loaded;
  const answer = useActionData<typeof action>();
  const back = answer && "problems" in answer ? answer : null;
  const conflict = back?.conflict ?? null;
  const invalid = back !== null && conflict === null;
  const number = suggestionName(id);
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/suggestions/${id}`}>{number}</Link>
      </p>
      <h1>
        <Trans>Edit {number}</Trans>
      </h1>
      {closed ? (
        <ClosedMeanwhile submitted={back ? [back.submitted.title, back.submitted.why] : []} />
      ) : (
        <>
          {takenUp && (
            <p className="lead">
              <Trans>
                It is under consideration already: a change makes a new wording, and the earlier one stays readable.
              </Trans>
            </p>
          )}
          <section className="section">
            <FormNotices problems={invalid} />
            <SuggestionForm
              key={conflict ? `conflict-${conflict.version}` : version}
              kind={kind}
              about={about}
              choices={choices}
              submitted={back ? { ...submitted, ...back.submitted } : submitted}
              problems={back?.problems ?? {}}
              similar={null}
              draft={null}
              version={conflict?.version ?? version}
              submit={<Trans>Save</Trans>}
              cancel={
                <Link className="button quiet" to={`/suggestions/${id}`}>
                  <Trans>Cancel</Trans>
                </Link>
              }
            >
              {conflict && <WordingConflict {...conflict} />}
            </SuggestionForm>
          </section>
        </>
      )}
    </main>
  );
}

const EDIT = msg`Edit`;

function rewordable(visit: SignedInVisit) {
  const { db, viewer, language } = visit;
  const { row } = findSuggestion(db, Number(visit.params.id)) ?? notFound(visit);
  // One that was answered meanwhile still has its page: what its author was typing must not be lost on the way.
  if (!mayReword(viewer, { ...row, state: "submitted" })) forbidden(visit);
  const ref = row.actionId && actionsNamed(db, [row.actionId], language).get(row.actionId)?.ref;
  return { row, action: (ref && findAction(db, ref)) || null };
}
