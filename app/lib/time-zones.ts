/* Time zones by their IANA names, as browsers tell them. */

/** What instants are shown in while nobody has said where they are. */
export const DEFAULT_ZONE = "UTC";

/** Returns whether a text names a time zone that this program can show. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== "string" || !/^[A-Za-z][\w+/-]{1,63}$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Returns the day, `2026-11-24`, that an instant falls on in a time zone. */
export function dayIn(timeZone: string, at: Date | number): string {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  dayFormats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** Names that browsers still give to places that are called otherwise today. */
const TODAY: Record<string, string> = {
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Asia/Rangoon": "Asia/Yangon",
};

/** Returns a time zone as people read it: `Asia/Katmandu` as "Asia / Kathmandu". */
export function zoneName(timeZone: string): string {
  return (TODAY[timeZone] ?? timeZone).replaceAll("/", " / ").replaceAll("_", " ");
}

/**
 * Returns the time zones that somebody can choose from, in the order of their names.
 *
 * @param chosen is among them, however browsers call it
 */
export function timeZones(chosen: string | null): string[] {
  const all = new Set([DEFAULT_ZONE, ...Intl.supportedValuesOf("timeZone"), ...(chosen ? [chosen] : [])]);
  return [...all].sort((a, b) => zoneName(a).localeCompare(zoneName(b), "en"));
}
