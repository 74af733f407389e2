import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import type { NewestOfEach } from "../queries.server.ts";

/** The newest analysis of each continent, and which continent has none. */
export function NewestContexts({ each }: { each: NewestOfEach }) {
  const format = useFormat();
  return (
    <section className="newest-contexts" aria-labelledby="newest-heading">
      <h2 id="newest-heading">
        <Trans>The newest of each continent</Trans>
      </h2>
      <ul className="rows">
        {each.map(({ slug, name, newest, mayWrite }) => (
          <li key={slug} data-context-of={slug}>
            <span className="context-of">{name}</span>
            {newest ? (
              <span>
                <Link to={`/contexts/${newest.id}`} lang={newest.lang ?? undefined}>
                  {newest.title}
                </Link>{" "}
                <span className="soft">{format.day(Date.parse(`${newest.day}T00:00:00Z`))}</span>
              </span>
            ) : (
              <span className="soft">
                <Trans>none yet</Trans>
              </span>
            )}
            {mayWrite && (
              <Link className="button quiet" to={`/contexts/new?network=${slug}`}>
                {newest ? (
                  <Trans>
                    Write the next<span className="unseen">: {name}</span>
                  </Trans>
                ) : (
                  <Trans>
                    Write the first<span className="unseen">: {name}</span>
                  </Trans>
                )}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
