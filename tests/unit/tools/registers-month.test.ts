import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgesOf, isMonth, type Month, monthAfter, readMonth, weeksOf } from "~/lib/month.ts";

describe("months", () => {
  it("follow one another over the turn of a year, both ways", () => {
    expect(monthAfter("2026-12", 1)).toBe("2027-01");
    expect(monthAfter("2026-01", -1)).toBe("2025-12");
  });

  it("know their last day, a leap year's too", () => {
    expect(edgesOf("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29" });
  });

  it("take today's where the address asks for none or for nonsense", () => {
    expect(readMonth(new URLSearchParams("month=2026-13"), "2026-11-24")).toBe("2026-11");
    expect(readMonth(new URLSearchParams("month=2027-02"), "2026-11-24")).toBe("2027-02");
    expect(isMonth("2026-1")).toBe(false);
  });

  it("lie whole in weeks that begin on a Monday, each day once", () => {
    const months = fc
      .tuple(fc.integer({ min: 1950, max: 2150 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}` as Month);
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month);
        const days = weeks.flat();
        const { first, last } = edgesOf(month);
        expect(new Set(days).size).toBe(days.length);
        expect(weeks.every((week) => week.length === 7 && new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1)).toBe(
          true,
        );
        expect(weeks[0]).toContain(first);
        expect(weeks.at(-1)).toContain(last);
      }),
    );
  });
});
