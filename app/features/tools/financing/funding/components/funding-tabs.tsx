import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

export type FundingView = "stages" | "list" | "totals" | "rates";

/** The ways to look at the streams, with the filters that hold. */
export function FundingTabs({ view, query }: { view: FundingView; query: string }) {
  const { t } = useLingui();
  const to = (path: string) => path + (query && `?${query}`);
  const current = (one: FundingView) => (one === view ? ("page" as const) : undefined);
  return (
    <nav className="shows" aria-label={t`Ways to look at the funding streams`}>
      <Link to={to("/funding")} aria-current={current("stages")}>
        <Trans context="funding">By stage</Trans>
      </Link>
      <Link to={to("/funding/list")} aria-current={current("list")}>
        <Trans context="funding">List</Trans>
      </Link>
      <Link to={to("/funding/totals")} aria-current={current("totals")}>
        <Trans context="funding">Totals</Trans>
      </Link>
      <Link to="/funding/rates" aria-current={current("rates")}>
        <Trans>Exchange rates</Trans>
      </Link>
    </nav>
  );
}
