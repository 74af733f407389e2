import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { THEME } from "~/features/tools/learning/library/theme-labels.ts";
import type { Fit } from "../matching.ts";
import type { OpenOffer } from "../queries.server.ts";

/** What fits with an offer or an ask: of which network, and on what. */
export function Fitting({ fitting }: { fitting: (OpenOffer & { fit: Fit })[] }) {
  return (
    <section className="section" id="fitting">
      <h2>
        <Trans>These fit</Trans>
      </h2>
      {fitting.length === 0 ? (
        <p className="empty">
          <Trans>No other network has said anything that fits yet. It will stand here once one does.</Trans>
        </p>
      ) : (
        <ul className="rows">
          {fitting.map(({ id, title, lang, network, fit }) => (
            <li key={id} data-fits={id}>
              <p className="entry-title alone">
                <Link to={`/offers/${id}`} lang={lang ?? undefined}>
                  {title}
                </Link>
              </p>
              <p className="entry-foot">
                <Link to={`/networks/${network.slug}`}>{network.name}</Link>
                <OnWhat {...fit} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The actions and the theme that two share. */
function OnWhat({ refs, theme }: Fit) {
  const { _ } = useLingui();
  return (
    <>
      {refs.map((ref) => (
        <Link key={ref} to={`/actions/${ref}`} className="ref">
          {ref}
        </Link>
      ))}
      {theme && <span>{_(THEME[theme])}</span>}
    </>
  );
}
