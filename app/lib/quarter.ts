import { utc } from "@date-fns/utc";
import { addQuarters, getQuarter, getYear, parse } from "date-fns";

/** A quarter of a year, written `2026-Q4`: it sorts as text. Quarters are counted in UTC, the same for every continent. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-Q[1-4]$/;

export function isQuarter(value: unknown): value is Quarter {
  return typeof value === "string" && SHAPE.test(value);
}

/** The quarter in which an instant falls, in UTC. */
export function quarterOf(at: Date): Quarter {
  return `${getYear(at, { in: utc })}-Q${getQuarter(at, { in: utc })}` as Quarter;
}

/** The quarter `count` quarters later (earlier when negative). */
export function quarterAfter(quarter: Quarter, count: number): Quarter {
  return quarterOf(addQuarters(firstInstant(quarter), count, { in: utc }));
}

/** How many quarters lie from one quarter to another: 1 from `2026-Q4` to `2027-Q1`, negative backwards. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return numberOf(to) - numberOf(from);
}

/** Quarters in a row: a page of cards reckons with each, which dates would make slow. */
const numberOf = (quarter: Quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));

/** The instant at which a quarter begins, in UTC. */
export function firstInstant(quarter: Quarter): Date {
  return parse(quarter, "yyyy-'Q'Q", new Date(0), { in: utc });
}

/**
 * By how many quarters an action is late: 0 when it is due now or later, has no due quarter, or is no longer open.
 * An action is late from the first day after its due quarter.
 */
export function quartersLate(due: string | null, open: boolean, now: Quarter): number {
  // Quarters sort as text: most actions are not late, and need no arithmetic to say so.
  return open && isQuarter(due) && due < now ? quartersBetween(due, now) : 0;
}

/** The last day of a quarter, written `2026-12-31`: until then an action is in time. */
export function lastDayOf(quarter: Quarter): string {
  return new Date(+firstInstant(quarterAfter(quarter, 1)) - DAY_MS).toISOString().slice(0, 10);
}
