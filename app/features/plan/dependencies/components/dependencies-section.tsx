import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Dependencies } from "../queries.server.ts";
import { DependencyRows } from "./dependency-rows.tsx";

interface DependenciesSectionProps {
  ref_: string;
  dependencies: Dependencies;
  mayWork: boolean;
}

/** What an action waits for and what waits for it, on its own page; nothing where there is neither and nothing to be done. */
export function DependenciesSection({ ref_: ref, dependencies, mayWork }: DependenciesSectionProps) {
  const { waitsFor, awaitedBy } = dependencies;
  if (waitsFor.length + awaitedBy.length === 0 && !mayWork) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Waits for</Trans>
      </h2>
      {waitsFor.length > 0 ? (
        <DependencyRows of={waitsFor} />
      ) : (
        <p className="soft">
          <Trans>It waits for no other action: the way is free.</Trans>
        </p>
      )}
      {mayWork && (
        <p className="section-more">
          <Link to={`/actions/${ref}/dependencies`}>
            {waitsFor.length > 0 ? <Trans>Change what it waits for</Trans> : <Trans>Add what it waits for</Trans>}
          </Link>
        </p>
      )}
      {awaitedBy.length > 0 && (
        <>
          <h2 className="second">
            <Trans>Is awaited by</Trans>
          </h2>
          <DependencyRows of={awaitedBy} />
        </>
      )}
    </section>
  );
}
