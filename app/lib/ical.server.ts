import type { I18n } from "@lingui/core";
import ical, {
  ICalAlarmType,
  type ICalCalendar,
  type ICalEvent,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from "ical-generator";
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

interface CalendarEntry {
  /** Stable, so that a program changes the event that it has instead of adding another. */
  id: string;
  /** A number that grows whenever what it says may have changed: a program takes no older state for a newer one. */
  sequence?: number;
  /** When it was last said. */
  at: Date;
  summary: string;
  says: string;
  location?: string | null;
  /** Its page, `/actions/LOB-3`. */
  to: string;
}

interface WholeDays extends CalendarEntry {
  first: string;
  /** Absent for one day. */
  last?: string | null;
  /** So many days before the first a program reminds of it, in the morning. */
  remindDaysBefore?: number;
}

interface Appointment extends CalendarEntry {
  start: Date;
  /** So many minutes before it a program reminds of it. */
  remindMinutesBefore: number;
}

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 86_400;
/** At what hour of the reader's clock a reminder of a whole day comes. */
const REMINDER_SECONDS = 9 * 3600;

/** Enters something that lasts whole days, which need no time zone. */
export function addWholeDays(calendar: ICalCalendar, what: WholeDays, origin: string): void {
  const { first, last, remindDaysBefore, ...entry } = wellFormedDeep(what);
  const event = calendar.createEvent({
    ...entryOf(entry, origin),
    start: new Date(first),
    // The day after the last: an event ends before its end.
    ...(last && last > first && { end: new Date(dayAfter(last)) }),
    allDay: true,
    timezone: null,
    // A date of the plan keeps nobody from meeting.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  });
  if (remindDaysBefore) remind(event, entry.summary, remindDaysBefore * DAY_SECONDS - REMINDER_SECONDS);
}

/** Enters something that begins at an instant. */
export function addAppointment(calendar: ICalCalendar, what: Appointment, origin: string): void {
  const { start, remindMinutesBefore, ...entry } = what;
  const clean = wellFormedDeep(entry);
  const event = calendar.createEvent({ ...entryOf(clean, origin), start });
  remind(event, clean.summary, remindMinutesBefore * MINUTE_SECONDS);
}

function entryOf({ id, sequence = 0, at, summary, says, location, to }: CalendarEntry, origin: string) {
  return {
    id: `${id}@${new URL(origin).host}`,
    sequence,
    stamp: at,
    summary,
    location: location ?? null,
    description: `${says}\n${origin}${to}`.trim(),
    url: origin + to,
  };
}

function remind(event: ICalEvent, summary: string, seconds: number): void {
  event.createAlarm({ type: ICalAlarmType.display, trigger: seconds, description: summary });
}

/** The text of a calendar: each line, the last too, ends as RFC 5545 (section 3.1) asks. */
export function textOfCalendar(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}
