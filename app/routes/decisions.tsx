import "~/i18n/reviews.client.ts";
import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { DecisionFilters } from "~/features/decisions/components/decision-filters.tsx";
import { DecisionRows } from "~/features/decisions/components/decision-rows.tsx";
import { filterChoices, listDecisions, readDecisionFilters, type Show } from "~/features/decisions/list.server.ts";
import { proposableIn } from "~/features/decisions/screen.server.ts";
import { dayOf } from "~/features/milestones/milestone.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { Pages } from "~/ui/pages.tsx";

export const loader = forViewer(({ db, viewer, language, url, at, i18n }) => {
  const asked = readDecisionFilters(url.searchParams);
  const { page: _, ...filters } = asked;
  return {
    ...listDecisions(db, asked, language, at),
    ...{ filters, today: dayOf(at) },
    choices: filterChoices(db, language),
    proposeIn: proposableIn(db, viewer),
    title: i18n._(msg`Decisions`),
  };
});

export const meta = titled;
export const links = committeeStyle;

/** What the committee decides and has decided, and what is still owed of it. */
export default function DecisionsPage() {
  const { decisions, counts, filters, choices, page, pages, today, proposeIn } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page">
      <header className="page-head">
        <div>
          <h1>
            <Trans>Decisions</Trans>
          </h1>
          <p>
            <Trans>What the committee decides in its reviews, who does it, and when it is looked at again.</Trans>
          </p>
        </div>
        <p className="buttons">
          {proposeIn && (
            <Link className="button solid" to={`/reviews/${proposeIn}/decisions/new`}>
              <Trans>Propose a decision</Trans>
            </Link>
          )}
        </p>
      </header>
      <DecisionFilters key={JSON.stringify(filters)} filters={filters} counts={counts} choices={choices} />
      {decisions.length > 0 ? (
        <DecisionRows decisions={decisions} today={today} />
      ) : (
        <p className="empty">
          <Nothing show={filters.show} none={counts.all === 0} proposes={proposeIn !== null} />
        </p>
      )}
      <Pages page={page} pages={pages} />
    </main>
  );
}

function Nothing({ show, none, proposes }: { show: Show; none: boolean; proposes: boolean }) {
  if (none && proposes)
    return (
      <Trans>No decision has been proposed yet. Whoever sits in the committee proposes them in an open review.</Trans>
    );
  if (show === "open") return <Trans>No decision waits for what the seats say.</Trans>;
  if (show === "to-do") return <Trans>Everything that was decided is carried out.</Trans>;
  if (show === "again") return <Trans>No decision is due for another look.</Trans>;
  return <Trans>Nothing under these filters.</Trans>;
}
