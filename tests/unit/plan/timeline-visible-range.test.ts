import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  barOf,
  filledTo,
  overrunOf,
  type Plan,
  positionOf,
  quartersOf,
  quartersOffered,
  rangeShown,
  SHOWN,
  stepEnd,
  withEnd,
} from "~/features/plan/boards/timeline/visible-range.ts";
import type { Quarter } from "~/lib/quarter.ts";

const NOW = "2026-Q4";
const AROUND = rangeShown(null, NOW, { start: null, due: null });

const quarter = fc
  .record({ year: fc.integer({ min: 1990, max: 2070 }), number: fc.constantFrom(1, 2, 3, 4) })
  .map(({ year, number }) => `${year}-Q${number}` as Quarter);
const window = fc.record({ from: quarter, count: fc.integer({ min: 1, max: 80 }) });
/** Plans as the forms let them in: the start no later than the due quarter. */
const plan: fc.Arbitrary<Plan> = fc
  .tuple(fc.option(quarter), fc.option(quarter))
  .map(([a, b]) => (a && b && a > b ? { start: b, due: a } : { start: a, due: b }));

describe("the window", () => {
  test("stands around now, begins where it is told, or spans everything planned", () => {
    expect(quartersOf(AROUND)).toEqual([
      "2026-Q2",
      "2026-Q3",
      "2026-Q4",
      "2027-Q1",
      "2027-Q2",
      "2027-Q3",
      "2027-Q4",
      "2028-Q1",
    ]);
    expect(rangeShown("2020-Q3", NOW, { start: null, due: null })).toEqual({ from: "2020-Q3", count: SHOWN });
    const all = quartersOf(rangeShown("all", NOW, { start: "2020-Q2", due: "2027-Q3" }));
    expect([all[0], all.at(-1)]).toEqual(["2020-Q2", "2027-Q3"]);
  });

  test("of everything has now in it, at least eight quarters, and an end whatever was typed", () => {
    fc.assert(
      fc.property(plan, (extent) => {
        const all = rangeShown("all", NOW, extent);
        expect(quartersOf(all)).toContain(NOW);
        expect(all.count).toBeGreaterThanOrEqual(SHOWN);
        expect(all.count).toBeLessThanOrEqual(81);
      }),
    );
    expect(rangeShown("all", NOW, { start: "0001-Q1", due: "9999-Q4" }).count).toBe(81);
  });
});

describe("a bar", () => {
  test("lies from its start to the end of its due quarter", () => {
    expect(barOf({ start: "2026-Q3", due: "2027-Q1" }, AROUND)).toMatchObject({ from: 1, to: 4, missing: null });
    expect(barOf({ start: "2025-Q1", due: "2026-Q2" }, AROUND)).toMatchObject({ from: 0, to: 1, cut: { start: true } });
    expect(barOf({ start: null, due: "2026-Q4" }, AROUND)).toMatchObject({ from: 2, to: 3, missing: "start" });
    expect(barOf({ start: "2026-Q4", due: null }, AROUND)).toMatchObject({ from: 2, to: 3, missing: "due" });
    expect(barOf({ start: "2020-Q1", due: "2026-Q1" }, AROUND)).toEqual({ place: "before" });
    expect(barOf({ start: "2028-Q2", due: null }, AROUND)).toEqual({ place: "after" });
    expect(barOf({ start: null, due: null }, AROUND)).toBeNull();
  });

  test("never leaves the window, and neither does what is filled of it", () => {
    fc.assert(
      fc.property(plan, window, fc.integer({ min: 0, max: 100 }), (one, shown, percent) => {
        const bar = barOf(one, shown);
        if (bar?.place !== "within") return;
        expect(bar.from).toBeGreaterThanOrEqual(0);
        expect(bar.to).toBeLessThanOrEqual(shown.count);
        expect(bar.to).toBeGreaterThan(bar.from);
        expect(filledTo(bar, percent)).toBeGreaterThanOrEqual(bar.from);
        expect(filledTo(bar, percent)).toBeLessThanOrEqual(bar.to);
      }),
    );
  });

  test("that is late runs over to today, within the window", () => {
    const today = Date.UTC(2026, 10, 25);
    expect(overrunOf("2026-Q2", AROUND, today)).toMatchObject({ from: 1 });
    expect(overrunOf("2020-Q2", AROUND, today)?.from).toBe(0);
    expect(overrunOf("2026-Q4", AROUND, today)).toBeNull();
    fc.assert(
      fc.property(quarter, window, (due, shown) => {
        const over = overrunOf(due, shown, today);
        if (!over) return;
        expect(over.from).toBeGreaterThanOrEqual(0);
        expect(over.to).toBeLessThanOrEqual(shown.count);
      }),
    );
  });

  test("a day stands in its quarter, by its share of it", () => {
    expect(positionOf("2026-04-01", AROUND)).toBe(0);
    expect(positionOf("2026-11-15", AROUND)).toBeCloseTo(2.49, 1);
    expect(positionOf("2026-03-31", AROUND)).toBeNull();
    expect(positionOf("2028-04-01", AROUND)).toBeNull();
    expect(positionOf("no day", AROUND)).toBeNull();
  });
});

describe("an end in the hand", () => {
  test("that nobody has agreed on is not held back to where the window no longer reaches", () => {
    expect(stepEnd({ start: "1995-Q4", due: null }, "due", -1, { from: "1994-Q2", count: 6 })).toBeNull();
  });

  test("never goes past the other, nor out of the window, and leaves the other where it was", () => {
    fc.assert(
      fc.property(plan, window, fc.constantFrom("start" as const, "due" as const), quarter, (one, shown, end, to) => {
        const other = end === "start" ? "due" : "start";
        const moved = withEnd(one, end, to);
        expect(moved[other]).toBe(one[other]);
        if (moved.start && moved.due) expect(moved.start <= moved.due).toBe(true);
        for (const by of [-1, 1]) {
          const stepped = stepEnd(one, end, by, shown);
          if (!stepped) continue;
          expect(stepped[other]).toBe(one[other]);
          if (stepped.start && stepped.due) expect(stepped.start <= stepped.due).toBe(true);
          expect(barOf(stepped, shown)).toMatchObject({ place: "within" });
        }
      }),
    );
  });

  test("that nobody had agreed on begins at the other", () => {
    expect(stepEnd({ start: null, due: "2026-Q4" }, "start", -1, AROUND)).toEqual({ start: "2026-Q3", due: "2026-Q4" });
    expect(stepEnd({ start: "2026-Q4", due: null }, "due", 1, AROUND)).toEqual({ start: "2026-Q4", due: "2027-Q1" });
  });
});

test("a form offers the quarters around now, and those of the plan however old", () => {
  const offered = quartersOffered({ start: "2019-Q4", due: null }, NOW);
  expect(offered[0]).toBe("2019-Q4");
  expect(offered.slice(1, 3)).toEqual(["2025-Q4", "2026-Q1"]);
  expect(offered.at(-1)).toBe("2029-Q4");
});
