import { Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { PublicationOverdue } from "~/features/tools/communication/publications/components/publication-overdue.tsx";
import { isOverdue, publications } from "~/features/tools/communication/publications/publications.ts";
import { CalendarTabs } from "~/features/tools/engine/components/calendar-tabs.tsx";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => ({
  list: listOf(visit, publications),
  today: dayOf(visit.at),
  title: visit.i18n._(REGISTER_NAMES.publications),
}));

export const meta = titled;
export const links = registerStyle;

/** What the network publishes, the latest first, with what should be out by now and is not. */
export default function PublicationsPage() {
  const { list, today } = useLoaderData<typeof loader>();
  return (
    <RegisterPage
      register={publications}
      list={list}
      tabs={
        <CalendarTabs
          register="publications"
          view="list"
          query={list.query}
          calendar={<Trans>Editorial calendar</Trans>}
        />
      }
      aside={({ values, removed }) =>
        isOverdue(values, today) && !removed && <PublicationOverdue day={String(values.day)} />
      }
    />
  );
}
