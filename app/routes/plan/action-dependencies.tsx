import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayWorkOn } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { AddDependency } from "~/features/plan/dependencies/components/add-dependency.tsx";
import { DependencyRows } from "~/features/plan/dependencies/components/dependency-rows.tsx";
import { dependencyByForm } from "~/features/plan/dependencies/form.server.ts";
import { dependenciesOf } from "~/features/plan/dependencies/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, language } = visit;
  const action = findAction(db, visit.params.ref ?? "") ?? notFound(visit);
  const { title, language: lang } = readingOf(action.texts, language, action.sourceLanguage);
  const kept = loadFormDraft(visit);
  return {
    ref: action.ref,
    board: action.board,
    actionTitle: title,
    lang,
    ...dependenciesOf(db, action, language),
    mayWork: mayWorkOn(viewer, action),
    kept: kept && submittedIn(kept),
    title: `${action.ref} ${title}`,
  };
});

/** Adds what the action waits for, looks for it, or removes it. */
export const action = forViewer(async (visit) => {
  const action = workableAction(visit);
  const result = dependencyByForm(visit, action, await visit.request.formData()) ?? badRequest(visit);
  if (!result.ok) return data(result, { status: result.status });
  return redirect(`/actions/${action.ref}/dependencies`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** What an action waits for, on whatever board, and what waits for it. */
export default function DependenciesPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = answer && "problems" in answer ? answer : null;
  const { ref, board, mayWork, waitsFor, awaitedBy, kept } = page;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
      </p>
      <h1>
        <Trans>What it waits for</Trans>
      </h1>
      <p className="lead" lang={page.lang}>
        {page.actionTitle}
      </p>
      <FormNotices problems={back?.status === 422} />
      <section className="section">
        <h2>
          <Trans>Waits for</Trans>
        </h2>
        {waitsFor.length > 0 ? (
          <DependencyRows of={waitsFor} removable={mayWork} />
        ) : (
          <p className="empty">
            <Trans>It waits for no other action: the way is free.</Trans>
          </p>
        )}
        {mayWork && (
          <AddDependency
            key={`${waitsFor.length}`}
            submitted={back?.submitted ?? kept ?? {}}
            problems={back?.problems ?? {}}
            way={back?.way ?? []}
            found={back?.found ?? null}
          />
        )}
      </section>
      {awaitedBy.length > 0 && (
        <section className="section">
          <h2>
            <Trans>Is awaited by</Trans>
          </h2>
          <DependencyRows of={awaitedBy} />
        </section>
      )}
    </main>
  );
}
