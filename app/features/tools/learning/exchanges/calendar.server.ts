import type { I18n } from "@lingui/core";
import type { Language } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { type Filters, readFilters } from "~/features/tools/engine/filters.server.ts";
import { entriesTouching, type ListedEntry } from "~/features/tools/engine/queries.server.ts";
import { dayOf } from "~/lib/days.ts";
import { addWholeDays, newCalendar, textOfCalendar } from "~/lib/ical.server.ts";
import { edgesOf, type Month, monthOf } from "~/lib/month.ts";
import { subDays } from "~/lib/utc-days.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import type { Database } from "~db/connection.ts";
import { exchanges } from "./exchanges.ts";
import { exchangesLabels } from "./labels.ts";

/** What has passed stays in a calendar program for a year: one looks back for what was learnt. */
const PASSED_DAYS = 365;
/** Whoever travels to an exchange is reminded a week before. */
const REMIND_DAYS = 7;
const ALWAYS = "9999-12-31";
const LASTS = { from: "first", to: "last" };

/** The exchanges that touch a month under these filters, past ones too. 2 statements. */
export function exchangesIn(db: Database, filters: Filters, month: Month, language: Language): ListedEntry[] {
  return entriesTouching(db, exchanges, filters, language, { ...edgesOf(month), ...LASTS });
}

/** The month in which the next exchange begins after this one under these filters; null for none. 2 statements. */
export function nextMonthWithSome(db: Database, filters: Filters, month: Month, language: Language): Month | null {
  const after = { first: edgesOf(month).last, last: ALWAYS, ...LASTS, most: 1 };
  const [next] = entriesTouching(db, exchanges, filters, language, after);
  return next ? monthOf(String(next.values.first)) : null;
}

interface MonthQuery {
  networks: readonly Network[];
  language: Language;
  at: Date;
  i18n: I18n;
  /** The address of the product, without a trailing slash. */
  origin: string;
}

/** The exchanges as a calendar for a calendar program, all of them or a network's (`?network=`). 2 statements. */
export function exchangesCalendar(db: Database, query: URLSearchParams, asked: MonthQuery): string {
  const { networks, language, at } = asked;
  const filters = readFilters(exchanges, query, networks, dayOf(at));
  const days = { first: dayOf(subDays(at, PASSED_DAYS)), last: ALWAYS };
  return calendarWith(entriesTouching(db, exchanges, filters, language, { ...days, ...LASTS }), asked);
}

/** These exchanges as a calendar: each on its days, with its place, and the way to its page. */
export function calendarWith(
  some: readonly Pick<ListedEntry, "id" | "title" | "network" | "values" | "version">[],
  asked: MonthQuery,
) {
  const { i18n, origin, at } = asked;
  const calendar = newCalendar(i18n, `INSP!R: ${i18n._(REGISTER_NAMES.exchanges)}`, `${origin}/exchanges/calendar`);
  for (const { id, title, network, values, version } of some) {
    const { kind, first, last, place, link } = values as Record<string, string | undefined>;
    const word = exchangesLabels.fields.kind.options?.[kind ?? ""];
    addWholeDays(
      calendar,
      {
        id: `exchange-${id}`,
        sequence: version,
        remindDaysBefore: REMIND_DAYS,
        first: first ?? "",
        last: last ?? null,
        at,
        to: `/exchanges/${id}`,
        summary: word ? `${i18n._(word)}: ${title}` : title,
        says: [`${i18n._(exchangesLabels.network)}: ${network.name}`, link].filter(Boolean).join("\n"),
        location: place ?? link ?? null,
      },
      origin,
    );
  }
  return textOfCalendar(calendar);
}
