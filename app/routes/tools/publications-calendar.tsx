import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { calendarOf } from "~/features/tools/communication/publications/calendar.server.ts";
import { CoverageTable } from "~/features/tools/communication/publications/components/coverage-table.tsx";
import { GapsSaid } from "~/features/tools/communication/publications/components/gaps-said.tsx";
import { PublicationSaid } from "~/features/tools/communication/publications/components/publication-said.tsx";
import { YearMonths } from "~/features/tools/communication/publications/components/year-months.tsx";
import { publications } from "~/features/tools/communication/publications/publications.ts";
import { CalendarTabs } from "~/features/tools/engine/components/calendar-tabs.tsx";
import { MonthGrid } from "~/features/tools/engine/components/month-grid.tsx";
import { MonthWays } from "~/features/tools/engine/components/month-ways.tsx";
import { RegisterFilters } from "~/features/tools/engine/components/register-filters.tsx";
import { RegisterHead } from "~/features/tools/engine/components/register-head.tsx";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { frameOf } from "~/features/tools/engine/pages.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { readMonth } from "~/lib/month.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { url, networks, i18n, at } = visit;
  const today = dayOf(at);
  // Its own months are the calendar's years.
  const filters = { ...readFilters(publications, url.searchParams, networks, today), year: null };
  return {
    today,
    frame: frameOf(visit, publications, filters),
    calendar: calendarOf(visit, filters, readMonth(url.searchParams, today), today),
    title: i18n._(msg`Editorial calendar`),
  };
});

export const meta = titled;
export const links = registerStyle;

/** What is published and planned in a month, day by day, and where languages and continents are missing. */
export default function PublicationsCalendarPage() {
  const { frame, calendar, today } = useLoaderData<typeof loader>();
  const { query, mayAdd, filters, networks } = frame;
  const { month, items, coverage, gaps, places, total, months, dayToEnter } = calendar;
  return (
    <main id="content" className="page pub-calendar" data-board={publications.board} data-register="publications">
      <RegisterHead register={publications} mayAdd={mayAdd} query={query} />
      <CalendarTabs
        register="publications"
        view="calendar"
        query={query}
        calendar={<Trans>Editorial calendar</Trans>}
      />
      <RegisterFilters
        key={query}
        register={publications}
        filters={filters}
        networks={networks}
        years={[]}
        kept={{ month }}
      />
      <MonthWays month={month} today={today} query={query} />
      <YearMonths month={month} months={months} query={query} />
      <section className="section">
        <h2 id="missing">
          <Trans>Where something is missing</Trans>
        </h2>
        <GapsSaid gaps={gaps} places={places} total={total} />
        <CoverageTable coverage={coverage} places={places} dayToEnter={dayToEnter} labelledBy="missing" />
      </section>
      {total > 0 && (
        <section className="section">
          <h2 id="days">
            <Trans>Day by day</Trans>
          </h2>
          <MonthGrid month={month} today={today} items={items} said={PublicationSaid} />
        </section>
      )}
    </main>
  );
}
