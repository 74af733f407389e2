import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftBetween, shiftParts } from "~/features/plan/new-action/parts.ts";
import { isQuarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";

const none = { start: null, due: null };

describe("by how much the parts of an action move", () => {
  it("follows the start quarter, then the due quarter, and stays where neither says it", () => {
    const before = { start: "2026-Q1", due: "2026-Q3" };
    expect(shiftBetween(before, { start: "2027-Q1", due: null })).toBe(4);
    expect(shiftBetween(before, { start: null, due: "2026-Q4" })).toBe(1);
    expect(shiftBetween(before, { start: "2025-Q4", due: "2030-Q1" })).toBe(-1);
    expect(shiftBetween(before, none)).toBe(0);
    expect(shiftBetween(none, before)).toBe(0);
  });
});

describe("parts that move", () => {
  it("keeps the number of a day, as far as its month has it", () => {
    const milestones = [{ name: { en: "One" }, day: "2026-01-31" }];
    const moved = (quarters: number) => shiftParts({ keyResults: [], milestones }, quarters).milestones[0]?.day;
    expect([moved(1), moved(-1), moved(4), moved(0)]).toEqual(["2026-04-30", "2025-10-31", "2027-01-31", "2026-01-31"]);
  });

  it("moves each day and each quarter by as many quarters, whatever they are", () => {
    const day = fc.date({ min: new Date("2001-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 20 }), (at, quarters) => {
        const parts = {
          keyResults: [{ name: {}, unit: "", start: 0, target: 1, due: quarterOf(at) }],
          milestones: [{ name: {}, day: at.toISOString().slice(0, 10) }],
        };
        const moved = shiftParts(parts, quarters);
        const due = moved.keyResults[0]?.due;
        expect(due).toBe(quarterAfter(quarterOf(at), quarters));
        expect(isQuarter(due) && quarterOf(new Date(moved.milestones[0]?.day ?? ""))).toBe(due);
      }),
      { numRuns: 200 },
    );
  });
});
