import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAGES, type Stage } from "~/domain.ts";
import { flowOf, quartersUpTo, type Step } from "~/features/committee/reviews/flow.ts";
import { firstInstant, type Quarter, quarterAfter } from "~/lib/quarter.ts";

const FROM = "2026-Q1";
const step = fc.record({
  actionId: fc.integer({ min: 1, max: 6 }),
  // Some are written after what they are dated before: a clock that was put back, a request that took its time.
  after: fc.integer({ min: -60 * 86_400_000, max: 90 * 86_400_000 }),
  stage: fc.constantFrom(...STAGES),
  due: fc.option(fc.constantFrom("2026-Q1", "2026-Q2", "2026-Q3"), { nil: null }),
});
const story = fc.array(step, { maxLength: 40 }).map((steps) => {
  let at = +firstInstant(FROM) - 86_400_000 * 30;
  return steps.map(({ after, ...one }, index): Step => {
    at += after;
    return { ...one, at, id: index + 1 };
  });
});
const byDate = (steps: readonly Step[]) => steps.toSorted((a, b) => a.at - b.at);

/** The same, said the slow way: each action as its last step up to an instant left it. */
function standingAt(steps: readonly Step[], instant: number): Map<number, { stage: Stage; due: string | null }> {
  const now = new Map<number, { stage: Stage; due: string | null }>();
  for (const { actionId, at, stage, due } of steps)
    if (at <= instant) now.set(actionId, { stage: stage as Stage, due: due ?? null });
  return now;
}

const last = (quarter: Quarter) => +firstInstant(quarterAfter(quarter, 1)) - 1;

describe("the plan over quarters", () => {
  test("counts at each quarter's end, and now, what stood in each stage then", () => {
    fc.assert(
      fc.property(
        story,
        fc.date({ min: new Date("2026-01-01"), max: new Date("2027-06-01"), noInvalidDate: true }),
        (steps, at) => {
          for (const { quarter, counts } of flowOf(byDate(steps), quartersUpTo("2026-Q4", 5), at).flow) {
            const then = [...standingAt(steps, Math.min(last(quarter as Quarter), +at)).values()];
            for (const stage of STAGES) expect(counts[stage]).toBe(then.filter((one) => one.stage === stage).length);
          }
        },
      ),
    );
  });

  test("counts as due what was due when the quarter began, and as done what was by its end", () => {
    fc.assert(
      fc.property(story, (steps) => {
        const { dueAndDone } = flowOf(byDate(steps), quartersUpTo("2026-Q4", 5), new Date("2030-01-01"));
        for (const { quarter, due, done } of dueAndDone) {
          const begun = standingAt(steps, +firstInstant(quarter as Quarter) - 1);
          const ended = standingAt(steps, last(quarter as Quarter));
          const ids = [...begun].filter(([, one]) => one.due === quarter && one.stage !== "dropped").map(([id]) => id);
          expect(due).toBe(ids.length);
          expect(done).toBe(ids.filter((id) => ended.get(id)?.stage === "done").length);
        }
      }),
    );
  });

  test("what is put off within its quarter was due in it still, and is not done", () => {
    const steps: Step[] = [
      { id: 1, actionId: 1, at: +firstInstant("2026-Q1"), stage: "under-way", due: "2026-Q2" },
      { id: 2, actionId: 1, at: +firstInstant("2026-Q2"), due: "2026-Q3" },
      { id: 3, actionId: 1, at: +firstInstant("2026-Q3"), stage: "done" },
    ];
    expect(flowOf(steps, ["2026-Q2", "2026-Q3"], new Date("2026-12-31")).dueAndDone).toEqual([
      { quarter: "2026-Q2", due: 1, done: 0 },
      { quarter: "2026-Q3", due: 1, done: 1 },
    ]);
  });
});
