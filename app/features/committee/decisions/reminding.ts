import { addDays } from "~/lib/utc-days.ts";

/** So many days before it is due, whoever is to do it is reminded for the first time. */
export const REMINDED_BEFORE = 7;

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * Whether whoever is to do something is reminded now: 7 days before it is due and on the day itself (UTC), once each; what
 * the program missed while it was down, once when it is up again.
 */
export function isToBeReminded(dueOn: string, remindedAt: Date | null, now: Date): boolean {
  const due = startOf(dueOn);
  if (now >= due) return remindedAt === null || remindedAt < due;
  return now >= addDays(due, -REMINDED_BEFORE) && remindedAt === null;
}
