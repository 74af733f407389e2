import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { eventsOfOpenViews, hiddenViews } from "~/features/committee/reviews/views.server.ts";
import { HistoryPage } from "~/features/core/history/components/history-page.tsx";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { idsLedBy } from "~/features/plan/actions/led.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, language, networks, params, url } = visit;
  const network = networks.find(({ slug }) => slug === params.slug) ?? notFound(visit);
  const filters = readHistoryFilters(url.searchParams);
  const name = network.names[language];
  return {
    slug: network.slug,
    name,
    filters,
    history: readHistory(
      db,
      {
        networkId: network.id,
        actionIds: idsLedBy(network.id),
        except: hiddenViews(db, viewer, networks).includes(network.id) ? eventsOfOpenViews : undefined,
      },
      filters,
      language,
    ),
    title: name,
  };
});

export const meta = titled;

export default function NetworkHistoryPage() {
  const { slug, name, history, filters } = useLoaderData<typeof loader>();
  return (
    <HistoryPage
      history={history}
      filters={filters}
      crumb={<Link to={`/networks/${slug}`}>{name}</Link>}
      heading={<Trans>History of the network</Trans>}
    />
  );
}
