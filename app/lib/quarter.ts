import { DAY_MS, dayOf } from "./days.ts";
/*
 * The arithmetic of quarters, in UTC, the same for every continent. It reckons with whole numbers and brings no library: a
 * page of cards asks it for each of them, and the browser counts along while the end of a timeline's bar is dragged.
 */

/** A quarter of a year, written `2026-Q4`: it sorts as text. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

const SHAPE = /^\d{4}-Q[1-4]$/;

export function isQuarter(value: unknown): value is Quarter {
  return typeof value === "string" && SHAPE.test(value);
}

/** The quarter in which an instant falls. */
export function quarterOf(at: Date): Quarter {
  return quarterNumbered(numberOf(at));
}

/** The quarter `count` quarters later (earlier when negative). */
export function quarterAfter(quarter: Quarter, count: number): Quarter {
  return quarterNumbered(numberOfQuarter(quarter) + count);
}

/** How many quarters lie from one quarter to another: 1 from `2026-Q4` to `2027-Q1`, negative backwards. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return numberOfQuarter(to) - numberOfQuarter(from);
}

/** The instant at which a quarter begins. */
export function firstInstant(quarter: Quarter): Date {
  return new Date(beginning(numberOfQuarter(quarter)));
}

/**
 * How far into a quarter an instant lies, counted in quarters from the beginning of `from`: 0.5 in its middle, negative
 * before it. Quarters are equally wide, however many days they have.
 */
export function quartersInto(from: Quarter, at: Date): number {
  const number = numberOf(at);
  const begins = beginning(number);
  return number - numberOfQuarter(from) + (+at - begins) / (beginning(number + 1) - begins);
}

/**
 * By how many quarters an action is late: 0 when it is due now or later, has no due quarter, or is no longer open.
 * An action is late from the first day after its due quarter.
 */
export function quartersOverdue(due: string | null, open: boolean, now: Quarter): number {
  // Quarters sort as text: most actions are not late, and need no arithmetic to say so.
  return open && isQuarter(due) && due < now ? quartersBetween(due, now) : 0;
}

/** The last day of a quarter, written `2026-12-31`: until then an action is in time. */
export function lastDayOf(quarter: Quarter): string {
  return dayOf(new Date(+firstInstant(quarterAfter(quarter, 1)) - DAY_MS));
}

// ── Quarters in a row, as whole numbers ──────────────────────────────────────────────────────────────────────────

const numberOfQuarter = (quarter: Quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;

const numberOf = (at: Date) => at.getUTCFullYear() * 4 + Math.floor(at.getUTCMonth() / 3);

const quarterNumbered = (number: number) =>
  `${String(Math.floor(number / 4)).padStart(4, "0")}-Q${(number % 4) + 1}` as Quarter;

function beginning(number: number): number {
  // `Date.UTC` takes a year below 100 for one of the twentieth century.
  return new Date(0).setUTCFullYear(Math.floor(number / 4), (number % 4) * 3, 1);
}
