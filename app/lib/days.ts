/* Days of the calendar as browsers send them, `2026-11-24`: they belong to no time zone. */

export const DAY_MS = 86_400_000;

/** The day of an instant, in UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The years that a day which people type can have: what lies outside is a slip of the keyboard. */
export const FIRST_YEAR = 2000;
export const YEARS_AHEAD = 20;

/** Returns whether a text is a day that the calendar has. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(+at) && at.toISOString().startsWith(value);
}

/**
 * Returns what is wrong with a day that was typed; null where nothing is. Browsers make the year 27 of `01 03 27`, which
 * could be 2027 or a slip: it is asked for again and never guessed.
 */
export function dayFault(value: string, now = new Date()): "not-a-day" | "year-short" | "day-far-off" | null {
  if (!isDay(value)) return "not-a-day";
  const year = Number(value.slice(0, 4));
  if (year < 1000) return "year-short";
  return year < FIRST_YEAR || year > now.getUTCFullYear() + YEARS_AHEAD ? "day-far-off" : null;
}
