import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";

interface SilentProps {
  networks: { slug: string; name: string }[];
  quarter: string;
}

/** From whom nothing came this quarter: those to call. */
export function Silent({ networks, quarter }: SilentProps) {
  const when = useFormat().quarter(quarter);
  return (
    <section className="section">
      <h2>
        <Plural
          value={networks.length}
          _0="No network is silent"
          one="# network is silent"
          other="# networks are silent"
        />
      </h2>
      <p className="soft">
        {networks.length === 0 ? (
          <Trans>Something came from every network in {when}.</Trans>
        ) : (
          <Trans>Nothing came from them in {when}.</Trans>
        )}
      </p>
      <ul className="chips">
        {networks.map(({ slug, name }) => (
          <li key={slug}>
            <Link className="tag" to={`/networks/${slug}`}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
