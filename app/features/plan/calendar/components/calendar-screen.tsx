import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import { useLive } from "~/features/core/live/use-live.ts";
import type { BoardScope } from "~/features/plan/boards/scope.ts";
import { monthAfter, monthOf } from "~/lib/month.ts";
import { useFormat } from "~/ui/format.ts";
import { calendarWith, monthsShown, quarterOfMonth, withKind } from "../query.ts";
import type { CalendarScreenData } from "../screen.server.ts";
import { CalendarMonth } from "./calendar-month.tsx";
import { ItemLine } from "./item-line.tsx";

interface CalendarScreenProps {
  board: BoardScope;
  calendar: CalendarScreenData;
  /** The newest event that this answer shows. */
  version: number;
}

/** The dates of a board or of the whole plan, a month or a quarter of them. */
export function CalendarScreen({ board, calendar, version }: CalendarScreenProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [query] = useSearchParams();
  const { period, month, day, items, kindNames, kinds, actionsAlone, today } = calendar;
  useLive({ since: version, board: board === "plan" ? null : board, paused: false });

  const step = period === "quarter" ? 3 : 1;
  const name = period === "quarter" ? format.quarter(quarterOfMonth(month)) : format.month(month);
  const months = monthsShown(calendar);
  const isNow = months.includes(monthOf(today));
  const names = new Map(kindNames);
  const nameOf = (kind: string) => names.get(kind) ?? "";
  const ofDay = day ? items.filter(({ first, last }) => first <= day && day <= last) : [];
  return (
    <div className="plan-calendar">
      <div className="calendar-tools">
        <nav aria-label={t`Days shown`}>
          <Link
            className="button"
            to={calendarWith(query, "month", monthAfter(month, -step))}
            rel="prev"
            preventScrollReset
          >
            <span aria-hidden>‹</span> <Trans>Earlier</Trans>
          </Link>
          <Link
            className="button"
            to={calendarWith(query, "month", monthAfter(month, step))}
            rel="next"
            preventScrollReset
          >
            <Trans>Later</Trans> <span aria-hidden>›</span>
          </Link>
          <Link
            className="chip"
            to={calendarWith(query, "month", null)}
            data-on={isNow || undefined}
            aria-current={isNow ? "date" : undefined}
            preventScrollReset
          >
            <Trans>Today</Trans>
          </Link>
          <h2>{name}</h2>
        </nav>
        <nav aria-label={t`Length`}>
          <PeriodLink to={calendarWith(query, "period", null)} on={period === "month"}>
            <Trans>Month</Trans>
          </PeriodLink>
          <PeriodLink to={calendarWith(query, "period", "quarter")} on={period === "quarter"}>
            <Trans>Quarter</Trans>
          </PeriodLink>
        </nav>
        <nav aria-label={t`Kinds of dates`}>
          {kindNames.map(([kind, text]) => (
            <PeriodLink key={kind} to={withKind(query, kind)} on={kinds.includes(kind)}>
              {text}
            </PeriodLink>
          ))}
        </nav>
      </div>
      {actionsAlone && (
        <p className="soft calendar-note">
          <Trans>Only actions and their milestones are shown, because the filters are about actions.</Trans>
        </p>
      )}
      {items.length === 0 && (
        <p className="empty">
          <Trans>Nothing in {name}.</Trans>
        </p>
      )}
      {day && (
        <section className="calendar-day" id="day" aria-labelledby="day-name">
          <h2 id="day-name">
            {format.dayOfWeek(Date.parse(`${day}T00:00:00Z`))}{" "}
            <small>
              <Plural value={ofDay.length} _0="nothing" one="# date" other="# dates" />
            </small>
          </h2>
          <ul>
            {ofDay.map((item) => (
              <ItemLine key={`${item.kind} ${item.id}`} item={item} kind={nameOf(item.kind)} whole />
            ))}
          </ul>
          <Link className="button quiet" to={calendarWith(query, "day", null)} preventScrollReset>
            <Trans>Close the day</Trans>
          </Link>
        </section>
      )}
      {months.map((one) => (
        <CalendarMonth
          key={one}
          month={one}
          today={today}
          items={items}
          nameOf={nameOf}
          named={months.length > 1}
          moreHref={(of) => `${calendarWith(query, "day", of)}#day`}
        />
      ))}
    </div>
  );
}

function PeriodLink({ to, on, children }: { to: string; on: boolean; children: React.ReactNode }) {
  return (
    <Link className="chip" to={to} preventScrollReset data-on={on || undefined} aria-current={on ? "true" : undefined}>
      {children}
    </Link>
  );
}
