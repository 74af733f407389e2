import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

/** What is made from an action now and then. It opens without a script. */
export function ActionMenu({ ref_: ref }: { ref_: string }) {
  return (
    <details className="menu" name="menu" data-menu>
      <summary className="button">
        <Trans context="the rest of what can be done">More</Trans>
      </summary>
      <div>
        <Link to={`/actions/new?from=${ref}`}>
          <Trans context="an action">Duplicate</Trans>
        </Link>
      </div>
    </details>
  );
}
