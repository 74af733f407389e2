import "~/i18n/reviews.client.ts";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { mayPrepareReviews } from "~/features/policy.ts";
import { publishedIn } from "~/features/publications/published.server.ts";
import { drawnCharts } from "~/features/reports/charts.server.tsx";
import { Dossier } from "~/features/reports/components/dossier.tsx";
import { DossierTools } from "~/features/reports/components/dossier-tools.tsx";
import { SectionsToWrite } from "~/features/reports/components/sections-to-write.tsx";
import { closedReviewsOf, proseOf } from "~/features/reports/queries.server.ts";
import { yearAsked } from "~/features/reports/schemas.ts";
import { REPORT_SECTIONS } from "~/features/reports/sections.ts";
import { paperMarkup } from "~/features/reports/writers/html.server.tsx";
import { NO_FIGURES, yearOf } from "~/features/reports/year.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { isOneOf, LANGUAGES } from "~/words.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, url, at, params, networks } = visit;
  const year = yearAsked(params.year, at) ?? notFound(visit);
  const wanted = url.searchParams.get("lang");
  const language = isOneOf(LANGUAGES, wanted) ? wanted : visit.language;
  const reviews = closedReviewsOf(db, year);
  const prose = proseOf(db, year);
  const paper = yearOf({ year, reviews, published: publishedIn(db, networks, year), prose }, language);
  return {
    ...{ year, language, title: paper.title },
    toWrite: mayPrepareReviews(viewer)
      ? REPORT_SECTIONS.map((section) => ({
          section,
          written: LANGUAGES.filter((one) => prose.get(section)?.prose[one]),
        }))
      : null,
    saved: url.searchParams.has("saved"),
    html: paperMarkup(paper, drawnCharts(reviews.at(-1)?.snapshot ?? NO_FIGURES, language)),
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
