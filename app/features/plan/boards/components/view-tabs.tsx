import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import { VIEWS, type View, withView } from "../filters.ts";

/** The ways to look at a board, each with the filters that are on. */
export function ViewTabs({ view }: { view: View }) {
  const { t } = useLingui();
  const [query] = useSearchParams();
  return (
    <nav className="view-tabs" aria-label={t`Ways to look`}>
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
  );
}

const VIEW_NAMES: Record<View, React.ReactNode> = {
  board: <Trans>Board</Trans>,
  table: <Trans>Table</Trans>,
  timeline: <Trans>Timeline</Trans>,
  calendar: <Trans>Calendar</Trans>,
};
