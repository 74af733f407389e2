import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAGES } from "~/domain.ts";
import {
  type Measure,
  progressMeasured,
  progressOfAction,
  progressOfMany,
  progressOfMeasure,
  type StageTally,
} from "~/features/plan/actions/progress.ts";

const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const measure: fc.Arbitrary<Measure> = fc
  .record({ start: value, target: value, latest: fc.option(value) })
  .filter(({ start, target }) => start !== target);
const measured = fc.option(fc.integer({ min: 0, max: 100 }));
const plan = fc.array(fc.record({ stage: fc.constantFrom(...STAGES), measured }), { maxLength: 40 });

const isPercent = (percent: number) => Number.isInteger(percent) && percent >= 0 && percent <= 100;

/** What a statement with `group by stage` counts. */
function tallied(actions: { stage: (typeof STAGES)[number]; measured: number | null }[]): StageTally[] {
  return STAGES.flatMap((stage) => {
    const here = actions.filter((one) => one.stage === stage);
    const known = here.flatMap((one) => one.measured ?? []);
    const sum = known.reduce((total, one) => total + one, 0);
    return here.length === 0 ? [] : [{ stage, count: here.length, measured: known.length, sum }];
  });
}

describe("a measure", () => {
  test("has come as far as its value from its start to its target", () => {
    expect(progressOfMeasure({ start: 0, target: 10, latest: 4 })).toBe(40);
    expect(progressOfMeasure({ start: 3, target: 19, latest: 11 })).toBe(50);
  });

  test("may fall: a target below the start works the same way", () => {
    expect(progressOfMeasure({ start: 80, target: 20, latest: 65 })).toBe(25);
    expect(progressOfMeasure({ start: 80, target: 20, latest: 90 })).toBe(0);
    expect(progressOfMeasure({ start: 80, target: 20, latest: 10 })).toBe(100);
  });

  test("says 100 only where all of it is there, and nothing before its first value", () => {
    expect(progressOfMeasure({ start: 0, target: 1000, latest: 999 })).toBe(99);
    expect(progressOfMeasure({ start: 0, target: 0.3, latest: 0.1 + 0.2 })).toBe(100);
    expect(progressOfMeasure({ start: 0, target: 10, latest: null })).toBeNull();
  });

  test("is always a whole percentage within 0 and 100, alone and among others", () => {
    fc.assert(
      fc.property(fc.array(measure, { minLength: 1, maxLength: 6 }), (measures) => {
        for (const one of measures) expect(isPercent(progressOfMeasure(one) ?? 0)).toBe(true);
        const all = progressMeasured(measures);
        expect(all === null).toBe(measures.every(({ latest }) => latest === null));
        expect(isPercent(all ?? 0)).toBe(true);
      }),
    );
  });
});

describe("an action", () => {
  test("is measured once one of its key results has a value; the others stand at their start", () => {
    const half = { start: 0, target: 10, latest: 5 };
    expect(progressMeasured([])).toBeNull();
    expect(progressMeasured([{ ...half, latest: null }])).toBeNull();
    expect(progressMeasured([half, { ...half, latest: null }])).toBe(25);
  });

  test("gains nothing from a key result beyond its target, and loses nothing by one below its start", () => {
    const of = (latest: number) => ({ start: 0, target: 10, latest });
    expect(progressMeasured([of(30), of(0)])).toBe(50);
    expect(progressMeasured([of(-30), of(10)])).toBe(50);
  });

  test("is as far as its measures or its stage; done is 100, aside has none", () => {
    expect(progressOfAction("under-way", null)).toBe(50);
    expect(progressOfAction("under-way", 12)).toBe(12);
    expect(progressOfAction("proposed", 0)).toBe(0);
    expect(progressOfAction("done", 12)).toBe(100);
    expect(progressOfAction("on-hold", 12)).toBeNull();
    expect(progressOfAction("dropped", 12)).toBeNull();
  });
});

describe("a stage, a board, the plan", () => {
  test("are the mean of what is promised: on hold counts as 0, dropped not at all", () => {
    expect(progressOfMany([])).toBe(0);
    const tally = (stage: StageTally["stage"], count: number) => ({ stage, count, measured: 0, sum: 0 });
    expect(progressOfMany([tally("done", 1), tally("on-hold", 1), tally("dropped", 5)])).toBe(50);
    expect(progressOfMany([{ stage: "under-way", count: 2, measured: 1, sum: 10 }])).toBe(30);
  });

  test("are the mean of what each action says, within 0 and 100", () => {
    fc.assert(
      fc.property(plan, (actions) => {
        const percent = progressOfMany(tallied(actions));
        expect(isPercent(percent)).toBe(true);
        const kept = actions.filter(({ stage }) => stage !== "dropped");
        const each = kept.map((one) => progressOfAction(one.stage, one.measured) ?? 0);
        const mean = each.reduce((sum, one) => sum + one, 0) / Math.max(1, kept.length);
        expect(Math.abs(percent - mean)).toBeLessThan(1);
        expect(percent === 100).toBe(mean === 100);
      }),
    );
  });
});
