import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { CommitteeNav } from "~/features/committee/reviews/components/committee-nav.tsx";
import { NoReviews } from "~/features/committee/reviews/components/no-reviews.tsx";
import { QuarterRows } from "~/features/committee/reviews/components/quarter-rows.tsx";
import { listQuarters, nextStepOf } from "~/features/committee/reviews/list.server.ts";
import { mayOpenReviews } from "~/features/core/policy.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";

export const loader = forViewer(({ db, viewer, url, at, i18n }) => {
  const listed = listQuarters(db, at, pageFrom(url.searchParams));
  return {
    ...listed,
    mayOpen: mayOpenReviews(viewer),
    step: listed.any ? null : nextStepOf(db, viewer),
    now: quarterOf(at),
    title: i18n._(msg`Reviews`),
  };
});

export const meta = titled;
export const links = committeeStyle;

/** The quarters since Geneva, each with the committee's review of it. */
export default function ReviewsPage() {
  const { quarters, page, pages, mayOpen, step, now } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page narrow">
      <CommitteeNav />
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
      </header>
      {step && <NoReviews step={step} quarter={now} />}
      <QuarterRows quarters={quarters} mayOpen={mayOpen} />
      <Pages page={page} pages={pages} />
    </main>
  );
}
