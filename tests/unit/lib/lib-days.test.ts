import { describe, expect, test } from "vitest";
import { day, requiredDay } from "~/features/core/schemas.ts";
import { dayFault, dayOf } from "~/lib/days.ts";

const now = new Date("2026-11-27T12:00:00Z");

describe("a day that somebody typed", () => {
  test.each([
    ["2027-03-01", null],
    ["2000-01-01", null],
    ["2046-12-31", null],
    // What a browser sends for `01 03 27`.
    ["0027-03-01", "year-short"],
    ["0202-03-01", "year-short"],
    ["1999-12-31", "day-far-off"],
    ["2047-01-01", "day-far-off"],
    ["9999-12-31", "day-far-off"],
    ["2027-02-29", "not-a-day"],
    ["01 03 27", "not-a-day"],
    ["01/03/2027", "not-a-day"],
    ["20270-03-01", "not-a-day"],
  ])("%s: %s", (submitted, fault) => {
    expect(dayFault(submitted, now)).toBe(fault);
  });

  test("is read by one schema, empty or required", () => {
    expect(day.parse(" 2027-03-01 ")).toBe("2027-03-01");
    expect(day.parse("")).toBeNull();
    expect(day.safeParse("0027-03-01").error?.issues[0]?.message).toBe("year-short");
    expect(requiredDay.safeParse("").error?.issues[0]?.message).toBe("not-a-day");
  });
});

test("the day of an instant is the day in UTC", () => {
  expect(dayOf(new Date("2026-11-24T23:59:59Z"))).toBe("2026-11-24");
  expect(dayOf(new Date("2026-11-25T00:30:00+02:00"))).toBe("2026-11-24");
});
