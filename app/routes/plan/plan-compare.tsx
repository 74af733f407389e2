import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { lastReviewed } from "~/features/committee/reviews/list.server.ts";
import { historyBegins } from "~/features/plan/compare/compare.server.ts";
import { CompareCounts } from "~/features/plan/compare/components/compare-counts.tsx";
import { CompareForm } from "~/features/plan/compare/components/compare-form.tsx";
import { ComparedRows } from "~/features/plan/compare/components/compared-rows.tsx";
import { useMomentNames } from "~/features/plan/compare/components/moment-names.ts";
import { readCompareQuery, readyPeriods } from "~/features/plan/compare/query.server.ts";
import { comparisonOf } from "~/features/plan/compare/screen.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { Notice } from "~/ui/notice.tsx";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";

export const loader = forViewer(async (visit) => {
  const { db, url, at, i18n } = visit;
  const first = historyBegins(db) ?? at;
  const { period, ...asked } = readCompareQuery(url.searchParams, { first, at });
  const page = {
    ...asked,
    period: period && { ...period, untilNow: period.window.to === +at },
    ready: readyPeriods({ first, at, reviewed: lastReviewed(db) }),
    comparison: period && (await comparisonOf(db, visit, asked, period.window, pageFrom(url.searchParams))),
    title: i18n._(msg`What changed in the plan`),
  };
  return data(page, { status: period ? 200 : 422 });
});

export const meta = titled;
export const links = committeeStyle;

/** The plan between any two instants: what was added, dropped, moved, reworded, and because of what. */
export default function PlanComparePage() {
  const { submitted, problems, board, what, period, ready, comparison } = useLoaderData<typeof loader>();
  const names = useMomentNames();
  return (
    <main id="content" className="page">
      <p className="crumbs">
        <Link to="/">
          <Trans>The plan</Trans>
        </Link>
      </p>
      <header className="page-head">
        <div>
          <h1>
            <Trans>What changed in the plan</Trans>
          </h1>
          {period && <p>{names(period)}</p>}
        </div>
      </header>
      {period?.swapped && (
        <Notice>
          <Trans>The later one came first. They are compared the other way round.</Trans>
        </Notice>
      )}
      <CompareForm
        key={JSON.stringify({ submitted, board, problems })}
        submitted={submitted}
        problems={problems}
        board={board}
        ready={ready}
      />
      {comparison && (
        <>
          {comparison.changed > 0 && (
            <CompareCounts counts={comparison.counts} changed={comparison.changed} what={what} />
          )}
          {comparison.actions.length > 0 ? (
            <ComparedRows actions={comparison.actions} />
          ) : (
            <p className="empty">
              {comparison.changed > 0 ? (
                <Trans>Nothing of this kind changed.</Trans>
              ) : (
                <Trans>Nothing changed between the two. Choose an earlier beginning, or another board.</Trans>
              )}
            </p>
          )}
          <Pages page={comparison.page} pages={comparison.pages} />
        </>
      )}
    </main>
  );
}
