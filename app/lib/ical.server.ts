import type { I18n } from "@lingui/core";
import ical, { type ICalCalendar, ICalEventBusyStatus, ICalEventTransparency } from "ical-generator";
import { wellFormed, wellFormedDeep } from "./text.ts";
import { dayAfter } from "./utc-days.ts";

/** How often a program may ask again. */
const EVERY_SECONDS = 6 * 3600;

/** An empty calendar (RFC 5545) for a calendar program; `url` is the page that shows the same. */
export function newCalendar({ locale }: I18n, name: string, url: string): ICalCalendar {
  return ical({
    name: wellFormed(name),
    url,
    ttl: EVERY_SECONDS,
    prodId: { company: "INSP!R", product: "Action plan", language: locale.toUpperCase() },
  });
}

interface WholeDays {
  /** Stable, so that a program changes the event that it has instead of adding another. */
  id: string;
  first: string;
  /** Absent for one day. */
  last?: string | null;
  /** When it was last said. */
  at: Date;
  summary: string;
  says: string;
  location?: string | null;
  /** Its page, `/actions/LOB-3`. */
  to: string;
}

/** Enters something that lasts whole days, which need no time zone. */
export function addWholeDays(calendar: ICalCalendar, what: WholeDays, origin: string): void {
  const { id, first, last, at, summary, says, location, to } = wellFormedDeep(what);
  calendar.createEvent({
    id: `${id}@${new URL(origin).host}`,
    start: new Date(first),
    // The day after the last: an event ends before its end.
    ...(last && last > first && { end: new Date(dayAfter(last)) }),
    allDay: true,
    timezone: null,
    stamp: at,
    summary,
    location: location ?? null,
    description: `${says}\n${origin}${to}`.trim(),
    url: origin + to,
    // A date of the plan keeps nobody from meeting.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  });
}

/** The text of a calendar: each line, the last too, ends as RFC 5545 (section 3.1) asks. */
export function textOfCalendar(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}
