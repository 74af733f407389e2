import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { isConfirmed, parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { mayEnterRates } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { FundingTabs } from "~/features/tools/financing/funding/components/funding-tabs.tsx";
import { RateForm } from "~/features/tools/financing/funding/components/rate-form.tsx";
import { RateList } from "~/features/tools/financing/funding/components/rate-list.tsx";
import { rateToConfirm, unlikeRate } from "~/features/tools/financing/funding/money.ts";
import { enterRate, ratesIn } from "~/features/tools/financing/funding/rates.server.ts";
import { rateSchema } from "~/features/tools/financing/funding/schemas.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer } from "~/http/visit.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const kept = loadFormDraft(visit);
  return {
    rates: ratesIn(visit.db),
    mayEnter: mayEnterRates(visit.viewer),
    submitted: kept ? submittedIn(kept) : {},
    title: visit.i18n._(msg`Exchange rates`),
  };
});

/** Enters a rate; the one before it stays in the financing board's history. */
export const action = forViewer(async (visit) => {
  const { db, by, viewer, language, today } = visit;
  if (!mayEnterRates(viewer)) return forbidden(visit);
  const form = await visit.request.formData();
  const parsed = parseForm(rateSchema(language, today), form);
  if (!parsed.ok) return data({ ...parsed, unusual: null }, { status: 422 });
  const submitted = submittedIn(form);
  const { currency, perEuro } = parsed.value;
  const known = unlikeRate(currency, perEuro, ratesIn(db));
  if (known !== null && !isConfirmed(submitted, "perEuro", rateToConfirm(submitted))) {
    const problems: Record<string, ProblemCode> = { perEuro: "rate-unusual" };
    return data({ problems, submitted, unusual: { perEuro, known } }, { status: 422 });
  }
  enterRate(db, by, viewer, parsed.value);
  return redirect("/funding/rates", { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = registerStyle;

/** The rates by which the funding streams are counted together. */
export default function RatesPage() {
  const { rates, mayEnter, submitted } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { _ } = useLingui();
  const invalid = answer && "problems" in answer ? answer : null;
  return (
    <main id="content" className="page narrow" data-board="financing">
      <p className="crumbs">
        <Link to="/funding">{_(REGISTER_NAMES.funding)}</Link>
      </p>
      <h1>
        <Trans>Exchange rates</Trans>
      </h1>
      <p className="lead">
        <Trans>The totals are counted in euros, by the rate of each currency that was entered last.</Trans>
      </p>
      <FundingTabs view="rates" query="" />
      <RateList rates={rates} />
      {mayEnter && (
        <section className="section">
          <h2>
            <Trans>Enter a rate</Trans>
          </h2>
          <FormNotices problems={invalid !== null} />
          <RateForm
            key={JSON.stringify(rates)}
            submitted={invalid?.submitted ?? submitted}
            problems={invalid?.problems ?? {}}
            unusual={invalid?.unusual ?? null}
          />
          <p className="hint">
            <Trans>
              Each rate stays in the <Link to="/boards/financing/history">history of the board</Link>.
            </Trans>
          </p>
        </section>
      )}
    </main>
  );
}
