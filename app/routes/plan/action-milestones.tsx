import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayWorkOn } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { MilestoneConflict } from "~/features/plan/milestones/components/milestone-conflict.tsx";
import { MilestoneForm } from "~/features/plan/milestones/components/milestone-form.tsx";
import { MilestoneRows } from "~/features/plan/milestones/components/milestone-rows.tsx";
import { milestoneByForm } from "~/features/plan/milestones/form.server.ts";
import { formValuesOf } from "~/features/plan/milestones/milestone.ts";
import { milestonesOf } from "~/features/plan/milestones/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";
import { dayOf } from "~/lib/days.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, language, at, url } = visit;
  const action = findAction(db, visit.params.ref ?? "") ?? notFound(visit);
  const { title, language: lang } = readingOf(action.texts, language, action.sourceLanguage);
  const kept = loadFormDraft(visit);
  return {
    ref: action.ref,
    board: action.board,
    actionTitle: title,
    lang,
    language,
    milestones: milestonesOf(db, [action.id], language),
    today: dayOf(at),
    mayWork: mayWorkOn(viewer, action),
    editing: Number(url.searchParams.get("edit")) || null,
    kept: kept && submittedIn(kept),
    title: `${action.ref} ${title}`,
  };
});

/** Adds, changes, marks or removes a milestone. */
export const action = forViewer(async (visit) => {
  const action = workableAction(visit);
  const result = milestoneByForm(visit, action.ref, await visit.request.formData()) ?? badRequest(visit);
  if (!result.ok) return data(result, { status: result.status });
  return redirect(`/actions/${action.ref}/milestones`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** The days on an action's way: ahead, done, missed. */
export default function MilestonesPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = answer && "problems" in answer ? answer : null;
  const { ref, board, milestones, today, mayWork, language, kept } = page;
  const editing = milestones.find(({ id }) => id === (back ? back.id : Number(kept?.id) || page.editing));
  const submitted = typedFor(back, kept);
  const name = editing?.name ?? "";
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
      </p>
      <h1>
        <Trans>Milestones</Trans>
      </h1>
      <p className="lead" lang={page.lang}>
        {page.actionTitle}
      </p>
      {back?.status === 409 && <MilestoneConflict now={editing ?? null} today={today} />}
      <FormNotices problems={back?.status === 422} />
      <section className="section">
        {milestones.length > 0 ? (
          <MilestoneRows milestones={milestones} today={today} mayWork={mayWork} />
        ) : (
          <p className="empty">
            <Trans>No day is agreed yet on the way of this action.</Trans>
          </p>
        )}
      </section>
      {mayWork && (
        <section className="section">
          <h2>{editing ? <Trans>Change “{name}”</Trans> : <Trans>Add a milestone</Trans>}</h2>
          <MilestoneForm
            key={`${editing?.id} ${editing?.version} ${milestones.length} ${back?.status}`}
            {...(editing && { which: editing })}
            submitted={submitted ?? (editing ? formValuesOf(editing) : {})}
            problems={back?.problems ?? {}}
            language={language}
            cancel={
              editing && (
                <Link className="button quiet" to="." preventScrollReset>
                  <Trans>Cancel</Trans>
                </Link>
              )
            }
          />
        </section>
      )}
    </main>
  );
}

/** What was typed, sent back or kept; a button that only marked or removed had typed nothing. */
function typedFor(back: { submitted: Record<string, unknown> } | null, kept: Record<string, string | string[]> | null) {
  const submitted = (back?.submitted ?? kept) as Record<string, string | string[]> | null;
  return submitted && "day" in submitted ? submitted : null;
}
