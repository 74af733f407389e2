import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { DecisionFilters } from "~/features/committee/decisions/components/decision-filters.tsx";
import { DecisionRows } from "~/features/committee/decisions/components/decision-rows.tsx";
import { NoDecisions } from "~/features/committee/decisions/components/no-decisions.tsx";
import {
  filterChoices,
  listDecisions,
  readDecisionFilters,
  type Show,
} from "~/features/committee/decisions/list.server.ts";
import { openReview, proposableIn } from "~/features/committee/decisions/screen.server.ts";
import { CommitteeNav } from "~/features/committee/reviews/components/committee-nav.tsx";
import { mayOpenReviews } from "~/features/core/policy.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { Pages } from "~/ui/pages.tsx";

export const loader = forViewer(({ db, viewer, language, url, at, i18n }) => {
  const asked = readDecisionFilters(url.searchParams);
  const { page: _, ...filters } = asked;
  return {
    ...listDecisions(db, asked, language, at),
    filters,
    today: dayOf(at),
    choices: filterChoices(db, language),
    proposeIn: proposableIn(db, viewer),
    openIn: openReview(db)?.quarter ?? null,
    mayOpen: mayOpenReviews(viewer),
    title: i18n._(msg`Decisions`),
  };
});

export const meta = titled;
export const links = committeeStyle;

/** What the committee decides and has decided, and what is still owed of it. */
export default function DecisionsPage() {
  const { decisions, counts, filters, choices, page, pages, today, proposeIn, openIn, mayOpen } =
    useLoaderData<typeof loader>();
  const { show: _, ...narrowed } = filters;
  const none = counts.all === 0 && !Object.values(narrowed).some(Boolean);
  return (
    <main id="content" className="page">
      <CommitteeNav />
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
      {!none && <DecisionFilters key={JSON.stringify(filters)} filters={filters} counts={counts} choices={choices} />}
      {decisions.length > 0 ? (
        <DecisionRows decisions={decisions} today={today} />
      ) : none ? (
        <NoDecisions proposes={proposeIn !== null} openIn={openIn} mayOpen={mayOpen} />
      ) : (
        <p className="empty">
          <Nothing show={filters.show} />
        </p>
      )}
      <Pages page={page} pages={pages} />
    </main>
  );
}

function Nothing({ show }: { show: Show }) {
  if (show === "open") return <Trans>No decision waits for what the seats say.</Trans>;
  if (show === "to-do") return <Trans>Everything that was decided is carried out.</Trans>;
  if (show === "again") return <Trans>No decision is due for another look.</Trans>;
  return <Trans>Nothing under these filters.</Trans>;
}
