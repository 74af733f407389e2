import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { DENSITIES, type Density } from "~/domain.ts";
import { type BoardScope, scopePath } from "~/features/plan/boards/scope.ts";
import type { SavedView } from "~/features/plan/saved-views/queries.server.ts";
import { FollowButton } from "~/ui/follow-button.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { TableFiles } from "~/ui/table-files.tsx";
import { savedQuery, withAllRows, withEverything } from "../addresses.ts";
import { boardSearch, type View } from "../filters.ts";

export interface BoardMenuProps {
  board: BoardScope;
  view: View;
  density: Density;
  following: boolean;
  /** The views kept by name that the viewer sees. */
  kept: SavedView[];
  mayEditTemplates: boolean;
  /** The ways to the board's own tools. */
  children: ReactNode;
}

/** What is wanted of a board now and then. */
export function BoardMenuContent({
  board,
  view,
  density,
  following,
  kept,
  mayEditTemplates,
  children,
}: BoardMenuProps) {
  const { t } = useLingui();
  const [query] = useSearchParams();
  const here = savedQuery(query);
  return (
    <>
      {board === "plan" ? (
        <Link to="/plan/compare">
          <Trans>Compare two moments</Trans>
        </Link>
      ) : (
        <Link to={`/boards/${board}/history`}>
          <Trans>History</Trans>
        </Link>
      )}
      <Link to={board === "plan" ? "/check-ins" : `/check-ins?board=${board}`}>
        <Trans context="several of them">Check-ins</Trans>
      </Link>
      {mayEditTemplates && (
        <Link to={`/boards/${board}/templates`}>
          <Trans>Templates</Trans>
        </Link>
      )}
      {board !== "plan" && <FollowButton following={following} />}
      <hr />
      {children && (
        <>
          {children}
          <hr />
        </>
      )}
      <nav aria-label={t`Saved views`} className="saved-views">
        {kept.map(({ id, name, query: saved }) => (
          <Link key={id} to={`?${saved}`} aria-current={saved === here ? "page" : undefined} preventScrollReset>
            {name}
          </Link>
        ))}
        <Link to={`${scopePath(board)}/views${here ? `?${here}` : ""}`}>
          {kept.length > 0 ? <Trans>Save or manage views</Trans> : <Trans>Save this view</Trans>}
        </Link>
      </nav>
      {view === "board" && (
        <Link to={withEverything(query)} preventScrollReset>
          <Trans>Show all cards, to print the board</Trans>
        </Link>
      )}
      {view === "table" && (
        <Link to={withAllRows(query)} preventScrollReset>
          <Trans>Show all rows, to print the table</Trans>
        </Link>
      )}
      <TableFiles path={`${scopePath(board)}/actions`} query={boardSearch(query)}>
        <Trans>Download these actions</Trans>
      </TableFiles>
      <hr />
      <DensityChoice density={density} />
    </>
  );
}

/** How closely the boards are set: kept for the viewer, who comes back to the board as it is. */
function DensityChoice({ density }: { density: Density }) {
  const { t } = useLingui();
  const domainLabels = useLabels();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  return (
    <Form method="post" action="/density" className="density-choice" aria-label={t`Density`} preventScrollReset>
      <HiddenField name="back" value={`${pathname}${boardSearch(query)}`} />
      {DENSITIES.map((one) => (
        <button key={one} name="density" value={one} aria-pressed={one === density}>
          {domainLabels.density(one)}
        </button>
      ))}
    </Form>
  );
}
