import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { RegisterName } from "~/domain.ts";

interface CalendarTabsProps {
  register: RegisterName;
  view: "list" | "calendar";
  /** The filters that hold, as the address has them. */
  query: string;
  /** What its calendar is called. */
  calendar: ReactNode;
}

/** The two ways to look at a register whose entries have days: as a list, and by month. */
export function CalendarTabs({ register, view, query, calendar }: CalendarTabsProps) {
  const { t } = useLingui();
  const to = (path: string) => path + (query && `?${query}`);
  return (
    <nav className="shows" aria-label={t`Ways to look at it`}>
      <Link to={to(`/${register}`)} aria-current={view === "list" ? "page" : undefined}>
        <Trans context="register">List</Trans>
      </Link>
      <Link to={to(`/${register}/calendar`)} aria-current={view === "calendar" ? "page" : undefined}>
        {calendar}
      </Link>
    </nav>
  );
}
