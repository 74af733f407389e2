import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { draftValues } from "~/features/plan/actions/form.server.ts";
import { readingOf } from "~/features/plan/actions/queries.server.ts";
import { checkInByForm } from "~/features/plan/key-results/check-in-form.server.ts";
import { CheckInForm } from "~/features/plan/key-results/components/check-in-form.tsx";
import { CheckInView } from "~/features/plan/key-results/components/check-in-view.tsx";
import { keyResultsOf, latestCheckIn } from "~/features/plan/key-results/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, safePath } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { isLineLost, keepOnLostLine, unlessLineLost } from "~/ui/lost-line.ts";
import { Notice } from "~/ui/notice.tsx";

export const loader = forViewer((visit) => {
  const { db, language, at, url } = visit;
  const action = workableAction(visit);
  const kept = draftValues(visit);
  const followed = keyResultsOf(db, action.id, language, at).filter(({ retired }) => !retired);
  const one = followed.find(({ id }) => id === Number(url.searchParams.get("of")));
  return {
    ref: action.ref,
    board: action.board,
    actionTitle: readingOf(action.texts, language, action.sourceLanguage),
    // The drawings belong to the action's page.
    keyResults: (one ? [one] : followed).map((keyResult) => ({ ...keyResult, chart: null })),
    more: one !== undefined && followed.length > 1,
    latest: latestCheckIn(db, action.id, language),
    values: kept ?? {},
    back: safePath(kept?.back as string | undefined, safePath(url.searchParams.get("back"), `/actions/${action.ref}`)),
    title: `${action.ref} ${visit.i18n._(msg`Check in`)}`,
  };
});

export const action = forViewer(async (visit) => {
  const { ref } = workableAction(visit);
  const form = await visit.request.formData();
  const given = checkInByForm(visit, ref, form);
  if (!given.ok) return data(given, { status: given.status });
  // Sent from the panel beside a list, which stays where it is.
  if (form.has("quick")) return data({ ok: true as const });
  return redirect(safePath(form.get("back"), `/actions/${ref}`), { headers: { "Set-Cookie": forgetting } });
});

export const clientAction = keepOnLostLine;
export const shouldRevalidate = unlessLineLost;
export const meta = titled;

export default function CheckInPage() {
  const { ref, board, actionTitle, keyResults, more, latest, values, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const retired = answer && "retired" in answer ? answer : null;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
        <span lang={actionTitle.language}>{actionTitle.title}</span>
      </p>
      <h1>
        <Trans>Check in</Trans>
      </h1>
      <section className="section">
        <FormNotices problems={invalid !== null} lineLost={isLineLost(answer)} />
        {retired && (
          <Notice wrong>
            <Trans>
              A key result for which you gave a value is no longer followed. Nothing was saved; the rest of what you
              typed is below.
            </Trans>
          </Notice>
        )}
        {latest && (
          <details className="texts latest" open>
            <summary>
              <Trans>The latest one before</Trans>
            </summary>
            <div className="form">
              <CheckInView checkIn={latest} />
            </div>
          </details>
        )}
        <CheckInForm
          keyResults={keyResults}
          values={retired?.submitted ?? invalid?.submitted ?? values}
          problems={invalid?.problems}
          back={back}
          cancel={
            <Link className="button quiet" to={back}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
        {more && (
          <p className="alone">
            <Link to={`/actions/${ref}/check-in`}>
              <Trans>Check in on all its key results at once</Trans>
            </Link>
          </p>
        )}
      </section>
    </main>
  );
}
