import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { isOneOf, LANGUAGES } from "~/domain.ts";
import { Dossier } from "~/features/committee/reports/components/dossier.tsx";
import { DossierTools } from "~/features/committee/reports/components/dossier-tools.tsx";
import { documentPage } from "~/features/committee/reports/making.server.ts";
import { hasReview } from "~/features/committee/reports/queries.server.ts";
import { titled } from "~/http/title.ts";
import { askerOf, forViewer, notFound } from "~/http/visit.server.ts";
import { isQuarter } from "~/lib/quarter.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { useFormat } from "~/ui/format.ts";

export const loader = forViewer(async (visit) => {
  const { db, url, viewer, at, params } = visit;
  const quarter = isQuarter(params.quarter) ? params.quarter : notFound(visit);
  const wanted = url.searchParams.get("lang");
  const language = isOneOf(LANGUAGES, wanted) ? wanted : visit.language;
  if (!hasReview(db, quarter)) return notFound(visit);
  const { title, html } =
    (await documentPage({ kind: "pack", quarter, viewer, at }, language, askerOf(visit))) ?? notFound(visit);
  return { quarter, language, title, html };
});

export const meta = titled;
export const links = committeeStyle;

/** A review as a document: to read, to print, to take along in four languages. */
export default function PackPage() {
  const { quarter, language, html } = useLoaderData<typeof loader>();
  const format = useFormat();
  return (
    <main id="content" className="page dossier-page">
      <div className="screen-only">
        <p className="crumbs">
          <Link to="/reviews">
            <Trans>Reviews</Trans>
          </Link>
          <Link to={`/reviews/${quarter}`}>{format.quarter(quarter)}</Link>
          <span>
            <Trans>Pack</Trans>
          </span>
        </p>
        <DossierTools path={`/reviews/${quarter}/pack`} file="pack" language={language} />
      </div>
      <Dossier html={html} />
    </main>
  );
}
