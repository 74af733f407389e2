import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

/** The two ways to look at the publications, with the filters that hold. */
export function PublicationTabs({ view, query }: { view: "list" | "calendar"; query: string }) {
  const { t } = useLingui();
  const to = (path: string) => path + (query && `?${query}`);
  return (
    <nav className="shows" aria-label={t`Ways to look at the publications`}>
      <Link to={to("/publications")} aria-current={view === "list" ? "page" : undefined}>
        <Trans context="publications">List</Trans>
      </Link>
      <Link to={to("/publications/calendar")} aria-current={view === "calendar" ? "page" : undefined}>
        <Trans>Editorial calendar</Trans>
      </Link>
    </nav>
  );
}
