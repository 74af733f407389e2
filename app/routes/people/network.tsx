import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { ancestorsOf } from "~/features/core/network-tree.ts";
import { mayAnswerAs, mayEditEntry, mayEditNetworks, maySeeAddress } from "~/features/core/policy.ts";
import { LedActions } from "~/features/people/networks/components/led-actions.tsx";
import { NetworkOffers } from "~/features/people/networks/components/network-offers.tsx";
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
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
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
    closedOn: closedOn && Date.parse(`${closedOn}T00:00:00Z`),
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
  const { slug, kind, since, name, line, below, seats, people, led, mayEdit, ...more } = useLoaderData<typeof loader>();
  const { strengthened, mayAnswer, offered, mayOffer, closedOn, closedWhy } = more;
  const format = useFormat();
  const closedDay = closedOn ? format.day(closedOn) : "";
  const labels = useLabels();
  const total = led.total;
  return (
    <main id="content" className="page">
      <p className="crumbs">
        <Link to="/networks">
          <Trans>Networks</Trans>
        </Link>
        {line.map((one) => (
          <Link key={one.slug} to={`/networks/${one.slug}`}>
            {one.name}
          </Link>
        ))}
      </p>
      <header className="page-head">
        <div>
          <h1>{name}</h1>
          <p>
            {labels.kind(kind)}
            {since && (
              <>
                {", "}
                <Trans>since {since}</Trans>
              </>
            )}
          </p>
        </div>
        <p className="buttons">
          {kind !== "organisation" && (
            <Link className="button quiet" to={`/suggestions${kind === "international" ? "" : `?network=${slug}`}`}>
              <Trans>Suggestions</Trans>
            </Link>
          )}
          <Link className="button quiet" to={`/networks/${slug}/history`}>
            <Trans>History</Trans>
          </Link>
          {mayEdit && (
            <Link className="button" to={`/networks/${slug}/edit`}>
              <Trans>Edit</Trans>
            </Link>
          )}
          {mayEdit && kind !== "international" && (
            <Link className="button" to={`/networks/${slug}/close`}>
              {closedOn === null ? <Trans>Close or remove</Trans> : <Trans>Reopen or remove</Trans>}
            </Link>
          )}
          {mayEdit && kind !== "organisation" && closedOn === null && (
            <Link className="button" to={`/networks/new?under=${slug}`}>
              <Trans>Add a network under it</Trans>
            </Link>
          )}
        </p>
      </header>
      {closedOn !== null && (
        <p className="notice">
          <Trans>This network closed on {closedDay}. What it did and said stays here.</Trans>
          {closedWhy && <> {closedWhy}</>}
        </p>
      )}
      <div className="network-body">
        <section>
          <h2>
            <Plural value={total} one="Leads # action" other="Leads # actions" />
          </h2>
          <LedActions actions={led.actions} />
          <Pages page={led.page} pages={led.pages} />
          {strengthened && (
            <NetworkLinks slug={slug} strengthened={strengthened} mayAnswer={mayAnswer} closed={closedOn !== null} />
          )}
        </section>
        <div>
          <NetworkOffers slug={slug} mayOffer={mayOffer} offers={offered} />
          {below.length > 0 && (
            <section>
              <h2>
                <Trans>Networks under it</Trans>
              </h2>
              <ul className="rows">
                {below.map((one) => (
                  <li key={one.slug}>
                    <Link to={`/networks/${one.slug}`}>{one.name}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {seats.length > 0 && (
            <section>
              <h2>
                <Trans>In the committee</Trans>
              </h2>
              <ul className="rows">
                {seats.map(({ id, holder, capacity }) => (
                  <li key={id}>
                    {holder} <small className="soft">{labels.capacity(capacity)}</small>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>
              <Trans>People</Trans>
            </h2>
            {people.length === 0 && (
              <p className="soft">
                <Trans>Nobody has an account for this network yet.</Trans>
              </p>
            )}
            <ul className="rows">
              {people.map((person) => (
                <li key={person.id}>
                  {person.name} <small className="soft">{labels.role(person.role)}</small>{" "}
                  {person.suspended && (
                    <span className="tag">
                      <Trans>suspended</Trans>
                    </span>
                  )}
                  {person.email && <small className="soft address">{person.email}</small>}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </main>
  );
}
