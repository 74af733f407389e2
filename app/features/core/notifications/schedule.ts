import { TZDate } from "@date-fns/tz";
import type { MailFrequency } from "~/domain.ts";
import { DAY_MS } from "~/lib/days.ts";
import { DEFAULT_ZONE } from "~/lib/time-zones.ts";

/** The hour, where the reader is, at which a day's and a week's notices are gathered into a mail: before work. */
const HOUR = 6;
const MONDAY = 1;
/** What is older than this is no news any more: it stands in the app. */
const NEWS_DAYS = 8;

/**
 * Up to which instant a person's notices are due to be mailed now; null when none are.
 *
 * @param graceMs for how long notices are gathered before they go out at once, so that quick moves are one mail
 * @param timeZone where the reader is, an IANA name; UTC while it is not known
 */
export function dueUntil(
  mailFrequency: MailFrequency,
  now: Date,
  graceMs: number,
  timeZone: string | null = null,
): Date | null {
  if (mailFrequency === "never") return null;
  if (mailFrequency === "at-once") return new Date(+now - graceMs);
  const slot = new TZDate(now, timeZone ?? DEFAULT_ZONE);
  slot.setHours(HOUR, 0, 0, 0);
  // Days of the calendar, not of 24 hours: clocks change in between.
  if (+slot > +now) slot.setDate(slot.getDate() - 1);
  if (mailFrequency === "weekly") slot.setDate(slot.getDate() - ((slot.getDay() - MONDAY + 7) % 7));
  return new Date(+slot);
}

/** From which instant on notices are still news. */
export function newsSince(now: Date): Date {
  return new Date(+now - NEWS_DAYS * DAY_MS);
}

const MINUTE_MS = 60_000;
const WAITS = [1, 5, 15, 60, 180, 360, 720, 1440];

/** After how many milliseconds a mail that a mail server did not take is tried again; null when it has been tried enough. */
export function nextWait(tries: number): number | null {
  const minutes = WAITS[tries - 1];
  return minutes === undefined ? null : minutes * MINUTE_MS;
}
