import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { YearRows } from "~/features/committee/reports/components/year-rows.tsx";
import { reviewStates } from "~/features/committee/reports/queries.server.ts";
import { yearsOf } from "~/features/committee/reports/years.ts";
import { CommitteeNav } from "~/features/committee/reviews/components/committee-nav.tsx";
import { mayPrepareReviews } from "~/features/core/policy.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";

export const loader = forViewer(({ db, viewer, at, i18n }) => {
  const states = reviewStates(db);
  return {
    years: yearsOf(states, at),
    none: ![...states.values()].includes("closed"),
    mayWrite: mayPrepareReviews(viewer),
    title: i18n._(msg`Reports of the years`),
  };
});

export const meta = titled;
export const links = committeeStyle;

/** The years since the plan began, each with its four quarters. */
export default function ReportsPage() {
  const { years, none, mayWrite } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page narrow">
      <CommitteeNav />
      <h1>
        <Trans>Reports of the years</Trans>
      </h1>
      <p className="lead">
        <Trans>
          The activity report of a year is made from its four closed reviews; coordinators write the text around the
          figures.
        </Trans>
      </p>
      {none && (
        <p className="empty nothing-yet">
          {mayWrite ? (
            <Trans>
              No review is closed yet: what you write now stands in the report, and its figures join it as{" "}
              <Link to="/reviews">the reviews</Link> are closed.
            </Trans>
          ) : (
            <Trans>
              No review is closed yet: a report gets its figures as <Link to="/reviews">the reviews</Link> of its
              quarters are closed.
            </Trans>
          )}
        </p>
      )}
      <YearRows years={years} />
    </main>
  );
}
