import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import type { Board } from "~/domain.ts";
import type { SavedView } from "~/features/plan/saved-views/queries.server.ts";
import { TableFiles } from "~/ui/table-files.tsx";
import { boardSearch, savedQuery, VIEWS, type View, withAllRows, withEverything, withView } from "../filters.ts";

interface ViewTabsProps {
  board: Board;
  view: View;
  /** The views kept by name that the viewer sees. */
  kept: SavedView[];
}

/** The ways to look at a board, each with the filters that are on; and those that were kept by name. */
export function ViewTabs({ board, view, kept }: ViewTabsProps) {
  const { t } = useLingui();
  const [query] = useSearchParams();
  const here = savedQuery(query);
  return (
    <div className="view-tabs">
      <nav aria-label={t`Ways to look`}>
        <ul>
          {VIEWS.map((one) => (
            <li key={one}>
              <Link to={withView(query, one)} aria-current={one === view ? "page" : undefined} preventScrollReset>
                {VIEW_NAMES[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t`Saved views`} className="saved-views">
        <ul>
          {kept.map(({ id, name, query: saved }) => (
            <li key={id}>
              <Link to={`?${saved}`} aria-current={saved === here ? "page" : undefined} preventScrollReset>
                {name}
              </Link>
            </li>
          ))}
        </ul>
        <Link className="quietly" to={`/boards/${board}/views${here ? `?${here}` : ""}`}>
          {kept.length > 0 ? <Trans>Save or manage views</Trans> : <Trans>Save this view</Trans>}
        </Link>
      </nav>
      {view === "board" && (
        <Link className="quietly" to={withEverything(query)} preventScrollReset>
          <Trans>Show all cards, to print the board</Trans>
        </Link>
      )}
      {view === "table" && (
        <Link className="quietly" to={withAllRows(query)} preventScrollReset>
          <Trans>Show all rows, to print the table</Trans>
        </Link>
      )}
      <TableFiles path={`/boards/${board}/actions`} query={boardSearch(query)}>
        <Trans>Download these actions</Trans>
      </TableFiles>
    </div>
  );
}

const VIEW_NAMES: Record<View, React.ReactNode> = {
  board: <Trans>Board</Trans>,
  table: <Trans>Table</Trans>,
  timeline: <Trans>Timeline</Trans>,
};
