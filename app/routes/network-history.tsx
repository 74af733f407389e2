import "~/i18n/work.client.ts";
import "~/i18n/people.client.ts";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { HistoryPage } from "~/features/history/components/history-page.tsx";
import { readHistory, readHistoryFilters } from "~/features/history/queries.server.ts";
import { hiddenViews } from "~/features/reviews/views.server.ts";
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
      { networkId: network.id, hidesView: hiddenViews(db, viewer, networks).includes(network.id) },
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
      {...{ history, filters }}
      crumb={<Link to={`/networks/${slug}`}>{name}</Link>}
      heading={<Trans>History of the network</Trans>}
    />
  );
}
