import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayWorkOn } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { draftValues } from "~/features/plan/actions/form.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { CheckInView } from "~/features/plan/key-results/components/check-in-view.tsx";
import { KeyResultChart } from "~/features/plan/key-results/components/key-result-chart.tsx";
import { KeyResultConflictNotice } from "~/features/plan/key-results/components/key-result-conflict.tsx";
import { KeyResultForm } from "~/features/plan/key-results/components/key-result-form.tsx";
import { FromTo } from "~/features/plan/key-results/components/key-results-section.tsx";
import {
  dueChoices,
  keyResultConflict,
  parseKeyResult,
  valuesOf,
  valuesToEdit,
} from "~/features/plan/key-results/form.server.ts";
import { editKeyResult, retireKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { checkInsOf, findKeyResult, shownAlone } from "~/features/plan/key-results/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, language, at, url, viewer } = visit;
  const { action, row } = here(visit);
  const kept = draftValues(visit);
  const shown = shownAlone(db, row, language, at);
  return {
    ref: action.ref,
    board: action.board,
    keyResult: shown,
    retiredAt: row.retiredAt && +row.retiredAt,
    ...checkInsOf(db, row.id, pageFrom(url.searchParams), language),
    mayWork: mayWorkOn(viewer, action),
    version: Number(kept?.version) || row.version,
    values: kept ?? valuesToEdit(row, language),
    quarters: dueChoices(at, row.dueQuarter),
    title: `${action.ref} ${shown.name}`,
  };
});

/** Saves the key result (`intent=save`), or follows it no longer (`intent=retire`). */
export const action = forViewer(async (visit) => {
  const { db, by, viewer, language } = visit;
  const { action, row } = here(visit);
  if (!mayWorkOn(viewer, action)) return forbidden(visit);
  const of = { ref: action.ref, id: row.id };
  const form = await visit.request.formData();
  const submitted = submittedIn(form);
  const conflict = () =>
    data({ conflict: keyResultConflict(db, here(visit).row, submitted, language), submitted }, { status: 409 });
  const saved = (path: string) => redirect(path, { headers: { "Set-Cookie": forgetting } });
  if (form.get("intent") === "retire") {
    const retired = retireKeyResult(db, by, viewer, { ...of, version: Number(form.get("version")) });
    if (retired.status !== "stale") return saved(`/actions/${action.ref}#key-results`);
    // Nothing was typed in this form: what stands is all there is to look at.
    const { row: now } = here(visit);
    const conflict = keyResultConflict(db, now, valuesOf(now, language), language);
    return data({ conflict, submitted: valuesToEdit(now, language) }, { status: 409 });
  }
  const parsed = parseKeyResult(form, language);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { version, ...input } = parsed.value;
  if (version === undefined) return badRequest(visit);
  const edited = editKeyResult(db, by, viewer, { ...of, version, input });
  return edited.status === "stale" ? conflict() : saved(`/actions/${action.ref}/key-results/${row.id}`);
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function KeyResultPage() {
  const page = useLoaderData<typeof loader>();
  const { ref, board, keyResult, retiredAt, checkIns, version, values, quarters } = page;
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const stale = answer && "conflict" in answer ? answer : null;
  const format = useFormat();
  const retired = retiredAt && format.dayOf(retiredAt);
  const versionShown = stale?.conflict.version ?? (Number(invalid?.submitted.version) || version);
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}#key-results`}>{ref}</Link>
        <Trans>Key result</Trans>
      </p>
      <h1 lang={keyResult.lang ?? undefined}>{keyResult.name}</h1>
      <p className="lead">
        <FromTo {...keyResult} />
        {retired && (
          <>
            {" · "}
            <Trans>no longer followed since {retired}</Trans>
          </>
        )}
      </p>
      <FormNotices problems={invalid !== null} />
      {stale && <KeyResultConflictNotice conflict={stale.conflict} />}
      <KeyResultChart of={keyResult} />
      <section className="section">
        <h2>
          <Trans context="several of them">Check-ins</Trans>
        </h2>
        {checkIns.length === 0 && (
          <p className="soft">
            <Trans>Nobody has checked in yet.</Trans>
          </p>
        )}
        {checkIns.map((one) => (
          <CheckInView key={one.id} checkIn={one} />
        ))}
        <Pages page={page.page} pages={page.pages} />
        {page.mayWork && !retired && (
          <p className="buttons">
            <Link className="button" to={`/actions/${ref}/check-in?of=${keyResult.id}`}>
              <Trans>Check in</Trans>
            </Link>
          </p>
        )}
      </section>
      {page.mayWork && !retired && (
        <section className="section">
          <h2>
            <Trans>Change it</Trans>
          </h2>
          <KeyResultForm
            key={versionShown}
            values={stale?.submitted ?? invalid?.submitted ?? values}
            problems={invalid?.problems}
            quarters={quarters}
            version={versionShown}
            submitLabel={<Trans>Save</Trans>}
            cancel={
              <Link className="button quiet" to={`/actions/${ref}#key-results`}>
                <Trans>Cancel</Trans>
              </Link>
            }
          />
          <Retire version={versionShown} />
        </section>
      )}
    </main>
  );
}

function Retire({ version }: { version: number }) {
  return (
    <details className="retire">
      <summary>
        <Trans>Follow it no longer…</Trans>
      </summary>
      <Form method="post" className="form">
        <HiddenField name="version" value={version} />
        <p>
          <Trans>It counts for no progress any more. Its check-ins stay readable. This cannot be taken back.</Trans>
        </p>
        <div className="buttons">
          <button className="button" name="intent" value="retire">
            <Trans>Follow it no longer</Trans>
          </button>
        </div>
      </Form>
    </details>
  );
}

function here(visit: SignedInVisit) {
  const action = findAction(visit.db, visit.params.ref ?? "") ?? notFound(visit);
  return { action, row: findKeyResult(visit.db, action.id, Number(visit.params.id)) ?? notFound(visit) };
}
