import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import type { CalendarShown } from "../calendar.server.ts";

interface YearMonthsProps extends Pick<CalendarShown, "month" | "months"> {
  query: string;
}

/** The months of the year: how much each has, and how many places and languages it leaves out. */
export function YearMonths({ month, months, query }: YearMonthsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const year = month.slice(0, 4);
  return (
    <nav aria-label={t`The months of ${year}`}>
      <ol className="pub-months">
        {months.map(({ month: one, published, planned, empty }) => {
          const to = new URLSearchParams(query);
          to.set("month", one);
          return (
            <li key={one} data-month={one}>
              <Link to={`?${to}`} aria-current={one === month ? "page" : undefined} preventScrollReset>
                <b>{format.shortMonth(one)}</b>
                <span>
                  <Plural value={published + planned} one="# publication" other="# publications" />
                </span>
                {empty > 0 && (
                  <span className="soft">
                    <Plural value={empty} one="# missing" other="# missing" />
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
