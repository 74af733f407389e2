import "~/i18n/reviews.client.ts";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { mayOpenReviews } from "~/features/policy.ts";
import { QuarterRows } from "~/features/reviews/components/quarter-rows.tsx";
import { listQuarters } from "~/features/reviews/list.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageAsked } from "~/ui/paging.ts";

export const loader = forViewer(({ db, viewer, url, at, i18n }) => ({
  ...listQuarters(db, at, pageAsked(url.searchParams)),
  mayOpen: mayOpenReviews(viewer),
  title: i18n._(msg`Reviews`),
}));

export const meta = titled;
export const links = committeeStyle;

/** The quarters since Geneva, each with the committee's review of it. */
export default function ReviewsPage() {
  const { quarters, page, pages, mayOpen } = useLoaderData<typeof loader>();
  const { t } = useLingui();
  return (
    <main id="content" className="page narrow">
      <header className="page-head">
        <div>
          <h1>
            <Trans>Reviews</Trans>
          </h1>
          <p>
            <Trans>
              Each quarter the <Link to="/committee">committee</Link> goes through what was promised, what moved and
              what is at risk.
            </Trans>
          </p>
        </div>
        <nav className="buttons" aria-label={t`More of the committee’s work`}>
          <Link className="button" to="/decisions">
            <Trans>Decisions</Trans>
          </Link>
          <Link className="button" to="/reports">
            <Trans>Reports of the years</Trans>
          </Link>
        </nav>
      </header>
      <QuarterRows quarters={quarters} mayOpen={mayOpen} />
      <Pages page={page} pages={pages} />
    </main>
  );
}
