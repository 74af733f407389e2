import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { isOneOf, LANGUAGES } from "~/domain.ts";
import { Dossier } from "~/features/committee/reports/components/dossier.tsx";
import { DossierTools } from "~/features/committee/reports/components/dossier-tools.tsx";
import { SectionsToWrite } from "~/features/committee/reports/components/sections-to-write.tsx";
import { documentPage } from "~/features/committee/reports/making.server.ts";
import { proseOf } from "~/features/committee/reports/queries.server.ts";
import { parseYear } from "~/features/committee/reports/schemas.ts";
import { REPORT_SECTIONS } from "~/features/committee/reports/sections.ts";
import { mayPrepareReviews } from "~/features/core/policy.ts";
import { titled } from "~/http/title.ts";
import { askerOf, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";

export const loader = forViewer(async (visit) => {
  const { db, viewer, url, at, params } = visit;
  const year = parseYear(params.year, at) ?? notFound(visit);
  const wanted = url.searchParams.get("lang");
  const language = isOneOf(LANGUAGES, wanted) ? wanted : visit.language;
  const { title, html } = (await documentPage({ kind: "report", year }, language, askerOf(visit))) ?? notFound(visit);
  const prose = proseOf(db, year);
  return {
    year,
    language,
    title,
    html,
    toWrite: mayPrepareReviews(viewer)
      ? REPORT_SECTIONS.map((section) => ({
          section,
          written: LANGUAGES.filter((one) => prose.get(section)?.prose[one]),
        }))
      : null,
    saved: url.searchParams.has("saved"),
  };
});

export const meta = titled;
export const links = committeeStyle;

/** The activity report of a year: its figures from the closed reviews, its prose from the coordinators. */
export default function ReportPage() {
  const { year, language, toWrite, saved, html } = useLoaderData<typeof loader>();
  const name = `${year}`;
  return (
    <main id="content" className="page dossier-page">
      <div className="screen-only">
        <p className="crumbs">
          <Link to="/reviews">
            <Trans>Reviews</Trans>
          </Link>
          <Link to="/reports">
            <Trans>Reports of the years</Trans>
          </Link>
          <span>{name}</span>
        </p>
        {saved && (
          <p className="notice" role="status">
            <Trans>Saved.</Trans>
          </p>
        )}
        <DossierTools path={`/reports/${year}`} file="report" language={language} />
        {toWrite && <SectionsToWrite year={year} language={language} sections={toWrite} />}
      </div>
      <Dossier html={html} />
    </main>
  );
}
