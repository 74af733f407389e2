import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { NetworkKind } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

interface NetworkHeadProps {
  slug: string;
  name: string;
  kind: NetworkKind;
  since: number | null;
  /** The networks above it, the highest first. */
  line: { slug: string; name: string }[];
  /** The day on which it closed, and why; null while it is open. */
  closedOn: number | null;
  closedWhy: string | null;
  mayEdit: boolean;
}

/** Where a network stands and what it is called, what can be done with it, and whether it is closed. */
export function NetworkHead(network: NetworkHeadProps) {
  const { name, kind, since, line, closedOn, closedWhy } = network;
  const labels = useLabels();
  const format = useFormat();
  const closedDay = closedOn ? format.day(closedOn) : "";
  return (
    <>
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
        <NetworkButtons {...network} />
      </header>
      {closedOn !== null && (
        <p className="notice">
          <Trans>This network closed on {closedDay}. What it did and said stays here.</Trans>
          {closedWhy && <> {closedWhy}</>}
        </p>
      )}
    </>
  );
}

function NetworkButtons({ slug, kind, closedOn, mayEdit }: NetworkHeadProps) {
  return (
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
  );
}
