import { utc } from "@date-fns/utc";
import { addQuarters, getQuarter, getYear, startOfQuarter } from "date-fns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  firstInstant,
  isQuarter,
  type Quarter,
  quarterAfter,
  quarterOf,
  quartersBetween,
  quartersInto,
  quartersOverdue,
} from "~/lib/quarter.ts";

describe("quarters", () => {
  test("are counted in UTC, to the last millisecond", () => {
    expect(quarterOf(new Date("2026-12-31T23:59:59.999Z"))).toBe("2026-Q4");
    expect(quarterOf(new Date("2027-01-01T00:00:00.000Z"))).toBe("2027-Q1");
    expect(quarterOf(new Date("2026-09-30T23:59:59.999Z"))).toBe("2026-Q3");
  });

  test("are the calendar's: date-fns finds the same, for any instant and distance", () => {
    const instant = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: -400, max: 400 }), (at, count) => {
        const written = (one: Date) => `${getYear(one, { in: utc })}-Q${getQuarter(one, { in: utc })}`;
        expect(quarterOf(at)).toBe(written(at));
        expect(quarterAfter(quarterOf(at), count)).toBe(written(addQuarters(startOfQuarter(at, { in: utc }), count)));
        expect(+firstInstant(quarterOf(at))).toBe(+startOfQuarter(at, { in: utc }));
        expect(Math.floor(quartersInto("2026-Q4", at))).toBe(quartersBetween("2026-Q4", quarterOf(at)));
      }),
    );
  });

  test("cross the year in both directions", () => {
    expect(quarterAfter("2026-Q4", 1)).toBe("2027-Q1");
    expect(quarterAfter("2026-Q1", -1)).toBe("2025-Q4");
    expect(quarterAfter("2026-Q2", 7)).toBe("2028-Q1");
  });

  test("adding and counting agree, for any quarter and distance", () => {
    const quarter = fc.tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(quarter, fc.integer({ min: -60, max: 60 }), ([year, number], distance) => {
        const from = `${year}-Q${number}` as Quarter;
        const to = quarterAfter(from, distance);
        expect(isQuarter(to)).toBe(true);
        expect(quartersBetween(from, to)).toBe(distance);
        expect(Math.sign(to.localeCompare(from))).toBe(Math.sign(distance));
      }),
    );
  });

  test("an action is late from the first day after its due quarter, while it is open", () => {
    expect(quartersOverdue("2026-Q4", true, "2026-Q4")).toBe(0);
    expect(quartersOverdue("2026-Q4", true, "2027-Q1")).toBe(1);
    expect(quartersOverdue("2026-Q2", true, "2027-Q1")).toBe(3);
    expect(quartersOverdue("2026-Q2", false, "2027-Q1")).toBe(0);
    expect(quartersOverdue(null, true, "2027-Q1")).toBe(0);
  });

  test("other spellings are no quarters", () => {
    for (const wrong of ["2026-Q0", "2026-Q5", "2026Q1", "26-Q1", "", null, 2026]) expect(isQuarter(wrong)).toBe(false);
  });
});
