import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { inTreeOrder } from "~/features/core/network-tree.ts";
import { RegisterFilters } from "~/features/tools/engine/components/register-filters.tsx";
import { RegisterHead } from "~/features/tools/engine/components/register-head.tsx";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { frameOf } from "~/features/tools/engine/pages.server.ts";
import { FundingTabs } from "~/features/tools/financing/funding/components/funding-tabs.tsx";
import { TotalsTables } from "~/features/tools/financing/funding/components/totals-tables.tsx";
import { funding } from "~/features/tools/financing/funding/funding.ts";
import { ratesIn } from "~/features/tools/financing/funding/rates.server.ts";
import { streamsOf } from "~/features/tools/financing/funding/streams.server.ts";
import { inOrder, totalsOf } from "~/features/tools/financing/funding/totals.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { registerStyle } from "~/ui/register-style.ts";
import { TableFiles } from "~/ui/table-files.tsx";

export const loader = forViewer((visit) => {
  const { db, url, networks, language, i18n } = visit;
  const filters = readFilters(funding, url.searchParams, networks, dayOf(visit.at));
  const rates = ratesIn(db);
  const tree = inTreeOrder(networks, language);
  return {
    frame: frameOf(visit, funding, filters),
    rates,
    totals: inOrder(
      totalsOf(streamsOf(db, filters, visit), rates),
      tree.map(({ id }) => id),
      language,
    ),
    continents: Object.fromEntries(tree.filter(({ depth }) => depth < 2).map(({ id, names }) => [id, names[language]])),
    title: i18n._(msg`Totals of the funding streams`),
  };
});

export const meta = titled;
export const links = registerStyle;

/** What the funding streams come to. */
export default function FundingTotalsPage() {
  const { frame, totals, rates, continents } = useLoaderData<typeof loader>();
  const { query, mayAdd, filters, networks, years } = frame;
  return (
    <main id="content" className="page" data-board={funding.board} data-register="funding">
      <RegisterHead
        register={funding}
        mayAdd={mayAdd}
        query={query}
        ways={
          <TableFiles path="/funding/sums" query={query}>
            <Trans>Download each sum</Trans>
          </TableFiles>
        }
      />
      <FundingTabs view="totals" query={query} />
      <RegisterFilters key={query} register={funding} filters={filters} networks={networks} years={years} />
      {totals.streams + totals.refused.streams > 0 ? (
        <TotalsTables totals={totals} rates={rates} continents={continents} />
      ) : (
        <p className="empty">
          <Trans>There is nothing to count here yet.</Trans>
        </p>
      )}
    </main>
  );
}
