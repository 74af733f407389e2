import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

/** The ways to look at the exchanges, with the filters that hold. */
export function ExchangeTabs({ view, query }: { view: "list" | "calendar"; query: string }) {
  const { t } = useLingui();
  const to = (path: string) => path + (query && `?${query}`);
  return (
    <nav className="shows" aria-label={t`Ways to look at the exchanges`}>
      <Link to={to("/exchanges")} aria-current={view === "list" ? "page" : undefined}>
        <Trans context="exchange">List</Trans>
      </Link>
      <Link to={to("/exchanges/calendar")} aria-current={view === "calendar" ? "page" : undefined}>
        <Trans context="exchange">Calendar</Trans>
      </Link>
    </nav>
  );
}
