import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import { ProseConflict } from "~/features/committee/reports/components/prose-conflict.tsx";
import { ProseForm } from "~/features/committee/reports/components/prose-form.tsx";
import { useSectionNames } from "~/features/committee/reports/components/use-section-names.ts";
import { proseByForm } from "~/features/committee/reports/form.server.ts";
import { proseOf } from "~/features/committee/reports/queries.server.ts";
import { parseYear } from "~/features/committee/reports/schemas.ts";
import { SECTION_NAMES } from "~/features/committee/reports/section-names.ts";
import { REPORT_SECTIONS } from "~/features/committee/reports/sections.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayPrepareReviews } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { Notice } from "~/ui/notice.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

/** Which section of which year; the page is there for those who write it. */
function asked(visit: SignedInVisit) {
  const year = parseYear(visit.params.year, visit.at) ?? notFound(visit);
  const { section } = visit.params;
  if (!isOneOf(REPORT_SECTIONS, section)) return notFound(visit);
  if (!mayPrepareReviews(visit.viewer)) return forbidden(visit);
  return { year, section };
}

export const loader = forViewer((visit) => {
  const { db, url, language, i18n } = visit;
  const { year, section } = asked(visit);
  const on = url.searchParams.get("lang");
  const draft = loadFormDraft(visit);
  const kept = draft && submittedIn(draft);
  const keptIn = kept && isOneOf(LANGUAGES, kept.language) ? kept.language : null;
  // The address names the language of the text: the page can then be shown in another one, and what is typed stays in its own.
  if (!isOneOf(LANGUAGES, on)) throw redirect(`${url.pathname.replace(/\.data$/, "")}?lang=${keptIn ?? language}`);
  const written = proseOf(db, year).get(section);
  return {
    year,
    section,
    on,
    prose: written?.prose ?? {},
    version: written?.version ?? 0,
    kept: keptIn === on ? kept : null,
    // What was typed in another language is not put under this one.
    keptIn: keptIn === on ? null : keptIn,
    title: `${i18n._(SECTION_NAMES[section])} ${year}`,
  };
});

/** Writes the section's text in one language. */
export const action = forViewer(async (visit) => {
  const { year, section } = asked(visit);
  const result = proseByForm(visit, { year, section }, await visit.request.formData());
  if (!result.ok) return data(result, { status: result.status });
  return redirect(`/reports/${year}?lang=${result.language}&saved`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = committeeStyle;

export default function ReportSectionPage() {
  const { year, section, on, prose, version, kept, keptIn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = answer && "problems" in answer ? answer : null;
  const names = useSectionNames();
  const submitted = back?.submitted ?? kept ?? {};
  const name = `${year}`;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/reports">
          <Trans>Reports of the years</Trans>
        </Link>
        <Link to={`/reports/${year}?lang=${on}`}>{name}</Link>
      </p>
      <h1>{names(section)}</h1>
      {back?.conflict && <ProseConflict conflict={back.conflict} />}
      {keptIn && <TextWaits language={keptIn} />}
      <FormNotices problems={back !== null && !back.conflict} />
      <ProseForm
        key={`${on} ${back?.conflict?.version ?? version}`}
        on={on}
        prose={prose}
        submitted={submitted}
        version={back?.conflict?.version ?? Number(submitted.version ?? version)}
        problems={back?.problems ?? {}}
        cancel={`/reports/${year}?lang=${on}`}
      />
    </main>
  );
}

/** What was typed for another language could not be saved, and waits there. */
function TextWaits({ language }: { language: Language }) {
  const name = LANGUAGE_NAMES[language];
  return (
    <Notice wrong>
      <p>
        <Trans>The text that you typed in {name} hasn’t been saved yet.</Trans>{" "}
        <Link to={`?lang=${language}`}>
          <Trans>Go to this text</Trans>
        </Link>
      </p>
    </Notice>
  );
}
