import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { ViewSaid } from "~/features/committee/reviews/components/view-said.tsx";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { viewsOf } from "~/features/committee/reviews/views.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { formatOf } from "~/ui/format.ts";

export const loader = forViewer((visit) => {
  const { db, params, i18n } = visit;
  const review = findReview(db, params.quarter ?? "") ?? notFound(visit);
  const name = formatOf(i18n).quarter(review.quarter);
  return {
    quarter: review.quarter,
    name,
    closedAt: review.closedAt && +review.closedAt,
    views: viewsOf(db, review, visit),
    title: i18n._(msg`Views of the continents, ${name}`),
  };
});

export const meta = titled;
export const links = committeeStyle;

/** With what views the continental networks come to the committee, side by side. */
export default function ReviewAlignmentPage() {
  const { quarter, name, views, closedAt } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
        <Link to={`/reviews/${quarter}`}>{name}</Link>
      </p>
      <h1>
        <Trans>Views of the continents</Trans>
      </h1>
      <p className="lead">
        <Trans>
          Before the meeting the seats of each continent gather their network’s view; after it they report back.
        </Trans>
      </p>
      <ul className="views-beside">
        {views.map(({ slug, name: network, said, comments, mine, hidden }) => (
          <li key={slug} data-network={slug}>
            <h2>{hidden ? network : <Link to={`/reviews/${quarter}/alignment/${slug}`}>{network}</Link>}</h2>
            {said ? (
              <ViewSaid said={said} closedAt={closedAt} />
            ) : hidden ? (
              <p className="soft">
                <Trans>Its own networks and the committee read this view until the review is closed.</Trans>
              </p>
            ) : (
              <p className={mine ? "near" : "soft"}>
                {mine ? <Trans>Not written yet: it is yours to write.</Trans> : <Trans>not written yet</Trans>}
              </p>
            )}
            {comments > 0 && (
              <p className="soft">
                <Plural value={comments} one="# comment" other="# comments" />
              </p>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
