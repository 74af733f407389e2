import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { CalendarTabs } from "~/features/tools/engine/components/calendar-tabs.tsx";
import { MonthGrid } from "~/features/tools/engine/components/month-grid.tsx";
import { MonthWays } from "~/features/tools/engine/components/month-ways.tsx";
import { RegisterFilters } from "~/features/tools/engine/components/register-filters.tsx";
import { RegisterHead } from "~/features/tools/engine/components/register-head.tsx";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { frameOf } from "~/features/tools/engine/pages.server.ts";
import { exchangesIn, nextMonthWithSome } from "~/features/tools/learning/exchanges/calendar.server.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { exchangesLabels } from "~/features/tools/learning/exchanges/labels.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { readMonth } from "~/lib/month.ts";
import { useFormat } from "~/ui/format.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { db, url, networks, language, i18n } = visit;
  const today = dayOf(visit.at);
  // A calendar has months where a list has years, and shows what has passed where it lies.
  const filters = { ...readFilters(exchanges, url.searchParams, networks, today), past: null, year: null };
  const month = readMonth(url.searchParams, today);
  const items = exchangesIn(db, filters, month, language).map(({ id, title, lang, network, values }) => ({
    id,
    title,
    lang,
    to: `/exchanges/${id}`,
    network: network.name,
    first: String(values.first),
    last: String(values.last ?? values.first),
  }));
  return {
    month,
    today,
    items,
    frame: { ...frameOf(visit, exchanges, filters), years: [] },
    next: items.length === 0 ? nextMonthWithSome(db, filters, month, language) : null,
    title: i18n._(REGISTER_NAMES.exchanges),
  };
});

export const meta = titled;
export const links = registerStyle;

/** The exchanges of a month. */
export default function ExchangesCalendarPage() {
  const { month, today, items, frame, next } = useLoaderData<typeof loader>();
  const { _ } = useLingui();
  const format = useFormat();
  const { query, mayAdd, filters, networks, years } = frame;
  const [name, nextName] = [format.month(month), next && format.month(next)];
  const asked = new URLSearchParams(query);
  if (next) asked.set("month", next);
  return (
    <main id="content" className="page" data-board={exchanges.board} data-register={exchanges.name}>
      <RegisterHead register={exchanges} mayAdd={mayAdd} query={query} />
      <CalendarTabs
        register="exchanges"
        view="calendar"
        query={query}
        calendar={<Trans context="exchange">Calendar</Trans>}
      />
      <RegisterFilters
        key={query}
        register={exchanges}
        filters={filters}
        networks={networks}
        years={years}
        kept={{ month }}
      />
      <MonthWays month={month} today={today} query={query} />
      {items.length === 0 && (
        <p className="empty">
          <Trans>No exchange lies in {name}.</Trans>{" "}
          {nextName ? (
            <Link to={`?${asked}`}>
              <Trans>The next one begins in {nextName}.</Trans>
            </Link>
          ) : (
            <>
              {mayAdd && <Link to="/exchanges/new">{_(exchangesLabels.add)}</Link>}{" "}
              <Link to="/exchanges?past=1">
                <Trans>See what has passed</Trans>
              </Link>
            </>
          )}
        </p>
      )}
      <MonthGrid month={month} today={today} items={items} note={({ network }) => network} />
      <p className="soft calendar-foot">
        <Trans>
          They can stand in your own calendar program too: under <Link to="/my#calendar">My part</Link> you make an
          address of your own for it.
        </Trans>
      </p>
    </main>
  );
}
