import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { strengthening } from "../queries.server.ts";
import { AdoptionMark } from "./adoption-mark.tsx";

/** On a network's own action: the wider actions that strengthen it, or of which it came. */
export function StrengthenedBy({ wider }: { wider: ReturnType<typeof strengthening> }) {
  if (wider.length === 0) return null;
  return (
    <section className="section strengthens" id="strengthened-by">
      <h2>
        <Trans>Part of a wider action</Trans>
      </h2>
      <ul className="rows">
        {wider.map(({ ref, title, lang, answer, network }) => (
          <li key={ref}>
            <p className="strengthened-head alone">
              <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
                {ref} {title}
              </Link>
            </p>
            <small className="soft">
              {network} <AdoptionMark answer={answer} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
