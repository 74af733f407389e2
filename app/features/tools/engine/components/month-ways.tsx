import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { type Month, monthAfter, monthOf } from "~/lib/month.ts";
import { useFormat } from "~/ui/format.ts";

interface MonthWaysProps {
  month: Month;
  /** The day that it is for the server, `2026-11-24`. */
  today: string;
  /** What else the address says. */
  query: string;
}

/** The name of the month that is shown, and the ways to those beside it and back to this one. */
export function MonthWays({ month, today, query }: MonthWaysProps) {
  const { t } = useLingui();
  const format = useFormat();
  const to = (other: Month) => {
    const asked = new URLSearchParams(query);
    asked.set("month", other);
    return `?${asked}`;
  };
  const before = monthAfter(month, -1);
  const after = monthAfter(month, 1);
  const [beforeName, afterName] = [format.month(before), format.month(after)];
  return (
    <nav className="month-ways" aria-label={t`Months`}>
      <h2>{format.month(month)}</h2>
      <Link to={to(before)} rel="prev" aria-label={t`The month before: ${beforeName}`} preventScrollReset>
        ‹
      </Link>
      <Link to={to(after)} rel="next" aria-label={t`The month after: ${afterName}`} preventScrollReset>
        ›
      </Link>
      {month !== monthOf(today) && (
        <Link to={to(monthOf(today))} preventScrollReset>
          <Trans>This month</Trans>
        </Link>
      )}
    </nav>
  );
}
