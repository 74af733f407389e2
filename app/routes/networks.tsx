import "~/i18n/people.client.ts";
import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { FiguresLine } from "~/features/networks/components/figures-line.tsx";
import { networkCounts, publishedFigures } from "~/features/networks/queries.server.ts";
import { inTreeOrder, openNetworks } from "~/features/networks/tree.ts";
import { mayEditNetworks } from "~/features/policy.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";

export const loader = forViewer(({ db, viewer, networks, language, i18n }) => {
  const { leads, people } = networkCounts(db);
  const count = (kind: string) => openNetworks(networks).filter((network) => network.kind === kind).length;
  return {
    networks: inTreeOrder(networks, language).map(({ id, slug, kind, names, depth, since, closedOn }) => ({
      ...{ id, slug, kind, depth, since, closed: Boolean(closedOn) },
      name: names[language],
      leads: leads.get(id) ?? 0,
      people: people.get(id) ?? 0,
    })),
    figures: publishedFigures(db),
    entered: { continental: count("continental"), national: count("national"), organisation: count("organisation") },
    mayEdit: mayEditNetworks(viewer),
    title: i18n._(msg`Networks`),
  };
});

export const meta = titled;

/** The tree of the network with its levels. */
export default function NetworksPage() {
  const { networks, figures, entered, mayEdit } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page">
      <header className="page-head">
        <div>
          <h1>
            <Trans>Networks</Trans>
          </h1>
          <FiguresLine figures={figures} entered={entered} />
        </div>
        <p className="buttons">
          <Link className="button quiet" to="/networks/voice">
            <Trans>Who is heard</Trans>
          </Link>
          {mayEdit && (
            <Link className="button solid" to="/networks/new">
              <Trans>Add a network</Trans>
            </Link>
          )}
        </p>
      </header>
      <ul className="tree">
        {networks.map(({ id, slug, kind, depth, name, since, leads, people, closed }) => (
          <li key={id} data-depth={depth} data-kind={kind}>
            <Link to={`/networks/${slug}`}>{name}</Link>
            {closed && (
              <span className="tag">
                <Trans>no longer active</Trans>
              </span>
            )}
            {since && (
              <small className="soft">
                <Trans>since {since}</Trans>
              </small>
            )}
            <small className="soft">
              {leads > 0 && <Plural value={leads} one="leads # action" other="leads # actions" />}
              {leads > 0 && people > 0 && " · "}
              {people > 0 && <Plural value={people} one="# person" other="# people" />}
            </small>
          </li>
        ))}
      </ul>
    </main>
  );
}
