import { Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { CalendarTabs } from "~/features/tools/engine/components/calendar-tabs.tsx";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { PlacesTaken } from "~/features/tools/learning/exchanges/components/places-taken.tsx";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { takenIn } from "~/features/tools/learning/exchanges/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const list = listOf(visit, exchanges);
  return { list, taken: takenIn(visit.db, list.entries), title: visit.i18n._(REGISTER_NAMES.exchanges) };
});

export const meta = titled;
export const links = registerStyle;

/** The exchanges by their days, with how many have signed up; past ones apart. */
export default function ExchangesPage() {
  const { list, taken } = useLoaderData<typeof loader>();
  return (
    <RegisterPage
      register={exchanges}
      list={list}
      tabs={
        <CalendarTabs
          register="exchanges"
          view="list"
          query={list.query}
          calendar={<Trans context="exchange">Calendar</Trans>}
        />
      }
      aside={({ id }) => {
        const of = taken[id];
        return (
          of && (
            <p className="places-taken">
              <PlacesTaken {...of} />
            </p>
          )
        );
      }}
    />
  );
}
