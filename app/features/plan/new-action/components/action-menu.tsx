import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Board } from "~/domain.ts";

interface ActionMenuProps {
  ref_: string;
  board: Board;
  mayWork: boolean;
  mayEditTemplates: boolean;
}

/** What is made from an action now and then. It opens without a script. */
export function ActionMenu({ ref_: ref, board, mayWork, mayEditTemplates }: ActionMenuProps) {
  return (
    <details className="menu" name="menu" data-menu>
      <summary className="button">
        <Trans context="the rest of what can be done">More</Trans>
      </summary>
      <div>
        <Link to={`/actions/new?from=${ref}`}>
          <Trans context="an action">Duplicate</Trans>
        </Link>
        {mayEditTemplates && (
          <Link to={`/boards/${board}/templates/new?from=${ref}`}>
            <Trans>Make a template of it</Trans>
          </Link>
        )}
        {mayWork && (
          <Link to={`/actions/${ref}/recurrence`}>
            <Trans>Let it recur…</Trans>
          </Link>
        )}
      </div>
    </details>
  );
}
