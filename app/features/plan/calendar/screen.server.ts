import type { SignedInVisit } from "~/features/core/visit.ts";
import type { BoardQuery } from "~/features/plan/boards/where.server.ts";
import { DEFAULT_ZONE, dayIn } from "~/lib/time-zones.ts";
import { calendarItems } from "./items.server.ts";
import { daysShown, readCalendar } from "./query.ts";

/** What the calendar of a board or of the whole plan shows. 1 statement a kind. */
export function calendarScreen(visit: SignedInVisit, asked: BoardQuery) {
  const zone = visit.timeZone ?? DEFAULT_ZONE;
  const today = dayIn(zone, visit.at);
  const query = readCalendar(visit.url.searchParams, today);
  const { kinds, ...found } = calendarItems(visit.db, asked, { ...query, ...daysShown(query) }, zone);
  return {
    ...query,
    ...found,
    today,
    kindNames: kinds.map(({ kind, name }): [string, string] => [kind, visit.i18n._(name)]),
  };
}

export type CalendarScreenData = ReturnType<typeof calendarScreen>;
