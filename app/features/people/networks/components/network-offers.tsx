import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Language } from "~/domain.ts";

interface OfferRow {
  id: number;
  title: string;
  /** Where it is not the reader's own. */
  lang: Language | null;
}

interface NetworkOffersProps {
  slug: string;
  offers: {
    total: number;
    rows: (OfferRow & {
      kind: "offer" | "ask";
      fitting: (OfferRow & { network: { name: string } })[];
      /** How many more fit than are shown. */
      more: number;
    })[];
  };
  /** Whether the viewer may offer and ask for this network. */
  mayOffer: boolean;
}

/** What a network offers and asks for, each brought together with what fits with it of others. */
export function NetworkOffers({ slug, offers: { total, rows }, mayOffer }: NetworkOffersProps) {
  if (total === 0 && !mayOffer) return null;
  return (
    <section id="offers" className="network-offers">
      <h2>
        <Trans>Offers and asks</Trans>
      </h2>
      {total === 0 && (
        <p className="soft">
          <Trans>This network offers and asks for nothing at present.</Trans>
        </p>
      )}
      <ul className="rows">
        {rows.map(({ id, kind, title, lang, fitting, more }) => (
          <li key={id} data-offer={id}>
            <small className="soft">
              {kind === "offer" ? <Trans context="offer">Offer</Trans> : <Trans context="offer">Ask</Trans>}
            </small>{" "}
            <Link to={`/offers/${id}`} lang={lang ?? undefined}>
              {title}
            </Link>
            {fitting.length > 0 && (
              <ul>
                {fitting.map((other) => (
                  <li key={other.id}>
                    <Trans>
                      fits with{" "}
                      <Link to={`/offers/${other.id}`} lang={other.lang ?? undefined}>
                        {other.title}
                      </Link>{" "}
                      ({other.network.name})
                    </Trans>
                  </li>
                ))}
                {more > 0 && (
                  <li>
                    <Link to={`/offers/${id}#fitting`}>
                      <Plural value={more} one="and # more" other="and # more" />
                    </Link>
                  </li>
                )}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="alone">
          <Link to={`/offers?network=${slug}&state=open`}>
            <Trans>All {total}</Trans>
          </Link>
        </p>
      )}
      {mayOffer && (
        <p>
          <Link className="button" to={`/offers/new?network=${slug}`}>
            <Trans>Offer or ask for something</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
