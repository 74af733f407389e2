import "~/i18n/reviews.client.ts";
import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { YearRows } from "~/features/reports/components/year-rows.tsx";
import { reviewStates } from "~/features/reports/queries.server.ts";
import { yearsOf } from "~/features/reports/years.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";

export const loader = forViewer(({ db, at, i18n }) => ({
  years: yearsOf(reviewStates(db), at),
  title: i18n._(msg`Reports of the years`),
}));

export const meta = titled;
export const links = committeeStyle;

/** The years since the plan began, each with its four quarters. */
export default function ReportsPage() {
  const { years } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Reports of the years</Trans>
      </h1>
      <p className="lead">
        <Trans>
          The activity report of a year is made from its four closed reviews; coordinators write the text around the
          figures.
        </Trans>
      </p>
      <YearRows years={years} />
    </main>
  );
}
