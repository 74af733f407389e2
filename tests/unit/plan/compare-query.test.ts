import { describe, expect, test } from "vitest";
import { readCompareQuery, readMoment, readyPeriods } from "~/features/plan/compare/query.server.ts";

const at = new Date("2026-11-25T10:30:00Z");
const first = new Date("2019-11-30T12:00:00Z");
const asked = (query: string) => readCompareQuery(new URLSearchParams(query), { first, at });
const windowOf = (query: string) => {
  const window = asked(query).period?.window;
  return window && [new Date(window.from).toISOString(), new Date(window.to).toISOString()];
};

describe("a moment", () => {
  test.each([
    ["2026-10-01", "2026-09-30T23:59:59.999Z", "2026-10-01T23:59:59.999Z"],
    ["2026-Q4", "2026-09-30T23:59:59.999Z", "2026-12-31T23:59:59.999Z"],
    ["2026-11-24T12:00Z", "2026-11-24T12:00:00.000Z", "2026-11-24T12:00:00.000Z"],
    ["2026-11-24T12:00:00.250Z", "2026-11-24T12:00:00.250Z", "2026-11-24T12:00:00.250Z"],
    ["2026-11-24T12:00", "2026-11-24T12:00:00.000Z", "2026-11-24T12:00:00.000Z"],
    ["2026-11-24T12:00+05:30", "2026-11-24T06:30:00.000Z", "2026-11-24T06:30:00.000Z"],
    ["2026-11-24T12:00 05:30", "2026-11-24T06:30:00.000Z", "2026-11-24T06:30:00.000Z"],
  ])("%s", (text, before, end) => {
    const moment = readMoment(text);
    expect([moment?.before, moment?.end].map((one) => one && new Date(one).toISOString())).toEqual([before, end]);
  });

  test.each([
    "",
    "yesterday",
    "2026-02-30",
    "2026-13-01",
    "2026-Q5",
    "2026",
    "2026-02-30T10:00Z",
    "2026-11-24T25:00Z",
    "1e9",
  ])("%s is none", (text) => expect(readMoment(text)).toBeNull());
});

describe("what is asked for", () => {
  test("without anything, the quarter that is under way until now", () => {
    expect(windowOf("")).toEqual(["2026-09-30T23:59:59.999Z", at.toISOString()]);
    expect(asked("").submitted).toEqual({ from: "2026-10-01", to: "2026-11-25" });
  });

  test("days from the beginning of the first to the end of the last", () => {
    expect(windowOf("from=2026-10-02&to=2026-10-03")).toEqual(["2026-10-01T23:59:59.999Z", "2026-10-03T23:59:59.999Z"]);
    expect(windowOf("from=2026-10-02&to=2026-10-02")).toEqual(["2026-10-01T23:59:59.999Z", "2026-10-02T23:59:59.999Z"]);
  });

  test("a quarter or a day that has begun, until now", () => {
    expect(windowOf("from=2026-Q3&to=2026-Q4")?.[1]).toBe(at.toISOString());
    expect(windowOf("from=2026-11-25&to=2026-11-25")?.[1]).toBe(at.toISOString());
  });

  test("the other way round is put right", () => {
    const { period, submitted } = asked("from=2026-10-03&to=2026-10-02");
    expect(period?.swapped).toBe(true);
    expect(submitted).toEqual({ from: "2026-10-02", to: "2026-10-03" });
    expect(windowOf("from=2026-10-03&to=2026-10-02")).toEqual(windowOf("from=2026-10-02&to=2026-10-03"));
    expect(asked("from=2026-Q4&to=2026-11-01").period?.swapped).toBe(false);
  });

  test.each([
    ["from=soon&to=2026-10-02", { from: "not-a-moment" }],
    ["from=2026-10-02&to=2026-11-26", { to: "day-in-future" }],
    ["from=2026-10-02&to=2027-Q1", { to: "day-in-future" }],
    ["from=2026-11-25T10:31Z&to=2026-11-25", { from: "day-in-future" }],
    ["from=2019-11-29&to=2026-10-02", { from: "before-geneva" }],
    ["from=x&to=y", { from: "not-a-moment", to: "not-a-moment" }],
  ])("%s is told what is wrong, and keeps what was typed", (query, problems) => {
    const { period, ...rest } = asked(query);
    expect(period).toBeNull();
    expect(rest.problems).toEqual(problems);
    expect(rest.submitted).toEqual(Object.fromEntries(new URLSearchParams(query)));
  });

  test("Geneva's own day and quarter can be begun with", () => {
    expect(asked("from=2019-11-30&to=2020-01-01").problems).toEqual({});
    expect(asked("from=2019-Q4&to=2020-01-01").problems).toEqual({});
  });

  test("each ready choice is one that can be asked for", () => {
    const ready = readyPeriods({ first, at, reviewed: new Date("2026-10-12T09:00:00Z") });
    expect(ready.geneva).toEqual({ from: "2019-12-01", to: "2026-11-25" });
    expect(ready.last).toEqual({ from: "2026-07-01", to: "2026-09-30" });
    for (const one of Object.values(ready)) {
      const { problems, period } = asked(String(new URLSearchParams(one ?? {})));
      expect(problems).toEqual({});
      expect(period?.swapped).toBe(false);
    }
    expect(readyPeriods({ first, at, reviewed: null }).review).toBeNull();
  });
});
