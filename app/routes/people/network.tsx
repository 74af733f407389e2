import { Plural } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { ancestorsOf } from "~/features/core/network-tree.ts";
import { mayAnswerAs, mayEditEntry, mayEditNetworks, maySeeAddress } from "~/features/core/policy.ts";
import { LedActions } from "~/features/people/networks/components/led-actions.tsx";
import { NetworkHead } from "~/features/people/networks/components/network-head.tsx";
import { NetworkOffers } from "~/features/people/networks/components/network-offers.tsx";
import { NetworkPeople, NetworkSeats, NetworksBelow } from "~/features/people/networks/components/network-people.tsx";
import { committeeSeats, peopleIn } from "~/features/people/networks/queries.server.ts";
import { ledBy } from "~/features/plan/actions/led.server.ts";
import { NetworkLinks } from "~/features/plan/subsidiarity/components/network-links.tsx";
import { linksTo } from "~/features/plan/subsidiarity/queries.server.ts";
import { fitsKind } from "~/features/tools/engine/register.ts";
import { offers } from "~/features/tools/learning/offers/offers.ts";
import { offersOf } from "~/features/tools/learning/offers/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { Pages } from "~/ui/pages.tsx";

export const loader = forViewer((visit) => {
  const { db, viewer, networks, language, params, url } = visit;
  const network = networks.find(({ slug }) => slug === params.slug) ?? notFound(visit);
  const named = ({ slug, names }: (typeof networks)[number]) => ({ slug, name: names[language] });
  const { id, kind, since, slug, closedOn = null, closedWhy = null } = network;
  return {
    slug,
    kind,
    since,
    closedOn: closedOn ? Date.parse(`${closedOn}T00:00:00Z`) : null,
    closedWhy,
    name: network.names[language],
    line: ancestorsOf(networks, id).slice(1).reverse().map(named),
    below: networks
      .filter(({ parentId }) => parentId === id)
      .map(named)
      .sort((a, b) => a.name.localeCompare(b.name, language)),
    seats: committeeSeats(db).filter(({ networkId }) => networkId === id),
    people: peopleIn(db, id).map((person) => ({
      id: person.id,
      name: person.name,
      role: person.role,
      suspended: person.suspendedAt !== null,
      email: maySeeAddress(viewer, person) ? person.email : null,
    })),
    led: ledBy(db, id, language, Math.max(1, Number(url.searchParams.get("page")) || 1)),
    strengthened:
      kind === "national" || kind === "continental"
        ? linksTo(db, id, language, Math.max(1, Number(url.searchParams.get("links")) || 1))
        : null,
    offered: offersOf(db, id, language, dayOf(visit.at)),
    mayOffer: closedOn === null && fitsKind(offers, network) && mayEditEntry(viewer, { ...offers, network }),
    mayAnswer: closedOn === null && mayAnswerAs(viewer, network),
    mayEdit: mayEditNetworks(viewer),
    title: network.names[language],
  };
});

export const meta = titled;

export default function NetworkPage() {
  const { slug, below, seats, people, led, strengthened, offered, ...network } = useLoaderData<typeof loader>();
  const { total, actions, page, pages } = led;
  return (
    <main id="content" className="page">
      <NetworkHead slug={slug} {...network} />
      <div className="network-body">
        <section>
          <h2>
            <Plural value={total} one="Leads # action" other="Leads # actions" />
          </h2>
          <LedActions actions={actions} />
          <Pages page={page} pages={pages} />
          {strengthened && (
            <NetworkLinks
              slug={slug}
              strengthened={strengthened}
              mayAnswer={network.mayAnswer}
              closed={network.closedOn !== null}
            />
          )}
        </section>
        <div>
          <NetworkOffers slug={slug} mayOffer={network.mayOffer} offers={offered} />
          <NetworksBelow networks={below} />
          <NetworkSeats seats={seats} />
          <NetworkPeople people={people} />
        </div>
      </div>
    </main>
  );
}
