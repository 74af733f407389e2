import { expect, test } from "vitest";
import type { MailFrequency } from "~/domain.ts";
import { dueUntil, newsSince, nextWait } from "~/features/core/notifications/schedule.ts";

const GRACE_MS = 60_000;
const due = (mailFrequency: MailFrequency, now: string, timeZone: string | null = null) =>
  dueUntil(mailFrequency, new Date(now), GRACE_MS, timeZone)?.toISOString() ?? null;

test("at once, what is older than the grace is due", () => {
  expect(due("at-once", "2026-11-24T12:00:00Z")).toBe("2026-11-24T11:59:00.000Z");
});

test.each([
  ["just before six", "2026-11-24T05:59:59Z", "2026-11-23T06:00:00.000Z"],
  ["at six", "2026-11-24T06:00:00Z", "2026-11-24T06:00:00.000Z"],
  ["late in the evening", "2026-11-24T23:59:59Z", "2026-11-24T06:00:00.000Z"],
  ["on the first morning of a year", "2027-01-01T03:00:00Z", "2026-12-31T06:00:00.000Z"],
])("daily, all until the last six o'clock in UTC is due: %s", (_when, now, until) => {
  expect(due("daily", now)).toBe(until);
});

test.each([
  ["on Monday just before six", "2026-11-23T05:59:59Z", "2026-11-16T06:00:00.000Z"],
  ["on Monday at six", "2026-11-23T06:00:00Z", "2026-11-23T06:00:00.000Z"],
  ["on Wednesday", "2026-11-25T12:00:00Z", "2026-11-23T06:00:00.000Z"],
  ["on Sunday evening", "2026-11-29T23:00:00Z", "2026-11-23T06:00:00.000Z"],
  ["across the end of a month", "2026-12-06T05:00:00Z", "2026-11-30T06:00:00.000Z"],
])("weekly, all until the last Monday at six is due: %s", (_when, now, until) => {
  expect(due("weekly", now)).toBe(until);
});

test.each([
  ["Asia/Kathmandu", "daily", "2026-11-24T00:14:59Z", "2026-11-23T00:15:00.000Z"],
  ["Asia/Kathmandu", "daily", "2026-11-24T00:15:00Z", "2026-11-24T00:15:00.000Z"],
  ["America/Guatemala", "daily", "2026-11-24T12:00:00Z", "2026-11-24T12:00:00.000Z"],
  // It is Sunday evening in Guatemala while it is Monday in UTC.
  ["America/Guatemala", "weekly", "2026-11-23T02:00:00Z", "2026-11-16T12:00:00.000Z"],
  // The clocks of Brussels went back on Sunday 25 October.
  ["Europe/Brussels", "daily", "2026-10-26T04:59:59Z", "2026-10-25T05:00:00.000Z"],
  ["Europe/Brussels", "weekly", "2026-10-25T12:00:00Z", "2026-10-19T04:00:00.000Z"],
] as const)("it is six o'clock where the reader is: %s, %s, %s", (timeZone, mailFrequency, now, until) => {
  expect(due(mailFrequency, now, timeZone)).toBe(until);
});

test("never, nothing is due", () => {
  expect(due("never", "2026-11-24T12:00:00Z")).toBeNull();
});

test("a week's mail still finds all of its week among the news, even when it goes out a day late", () => {
  const late = new Date("2026-11-24T05:00:00Z");
  const weekBefore = new Date("2026-11-16T06:00:00Z");
  expect(+newsSince(late)).toBeLessThan(+weekBefore);
  expect(newsSince(late).toISOString()).toBe("2026-11-16T05:00:00.000Z");
});

test("the waits between tries grow from a minute to a day, and then end", () => {
  const waits: number[] = [];
  for (let tries = 1; nextWait(tries) !== null; tries++) waits.push(nextWait(tries) as number);
  expect(waits[0]).toBe(60_000);
  expect(waits.at(-1)).toBe(86_400_000);
  expect(waits).toEqual([...new Set(waits)].sort((a, b) => a - b));
  // A mail server that is mended on the day after still gets the mail.
  expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(86_400_000);
});
