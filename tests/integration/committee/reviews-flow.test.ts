import fc from "fast-check";
import { expect, test } from "vitest";
import { STAGES } from "~/domain.ts";
import { overQuarters } from "~/features/committee/reviews/flow.server.ts";
import { change } from "~/features/core/history/change.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { amendAction, editAction } from "~/features/plan/actions/mutations.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { readTexts } from "~/features/plan/actions/row.server.ts";
import { DAY_MS } from "~/lib/days.ts";
import { firstInstant, type Quarter, quarterAfter } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { planAsOf } from "../../support/replay.ts";

const until = "2026-Q4";
const endOf = (quarter: string) => new Date(Math.min(+firstInstant(quarterAfter(quarter as Quarter, 1)) - 1, +TODAY));

test("the flow since Geneva says at each quarter's end what the replayed plan says", () => {
  const db = seededDatabase();
  const flow = overQuarters(db, { until, at: TODAY, count: 30 }).flow;
  expect(flow).toHaveLength(30);
  for (const { quarter, counts } of flow) {
    const plan = [...planAsOf(db, endOf(quarter)).values()];
    for (const stage of STAGES) expect(counts[stage]).toBe(plan.filter((one) => one.stage === stage).length);
  }
  expect(flow.at(-1)?.counts.done).toBe(3);
});

test("what was due when a quarter began counts there, whatever was put off meanwhile; what happens later counts not", () => {
  const db = seededDatabase();
  const id = findAction(db, "LRN-2")?.id ?? 0;
  const action = planAsOf(db, TODAY).get("LRN-2");
  if (!action) throw new Error("The seed has no LRN-2.");
  const edit = (at: string, version: number, due: string) =>
    editAction(db, { personId: null, at: new Date(at) }, null, {
      ref: "LRN-2",
      version,
      input: { ...action, due, texts: readTexts(db, id) },
    });
  // Loaded on 24 November 2026 with its due quarter as of Geneva: it was due in 2027-Q1 from the first.
  edit("2026-11-25T00:00:00Z", 1, "2027-Q1");
  const now = new Date("2027-02-01T00:00:00Z");
  const due = () => overQuarters(db, { until: "2027-Q1", at: now, count: 1 }).dueAndDone[0];
  const before = due();
  edit("2027-01-10T00:00:00Z", findAction(db, "LRN-2")?.version ?? 0, "2027-Q2");
  expect(due()).toEqual(before);
  moveAction(db, { personId: null, at: new Date("2027-01-20T00:00:00Z") }, null, {
    ref: "LRN-2",
    version: findAction(db, "LRN-2")?.version ?? 0,
    stage: "done",
    outcome: { en: "It was done." },
  });
  expect(due()).toEqual({ ...before, done: (before?.done ?? 0) + 1 });
  const earlier = overQuarters(db, { until: "2027-Q1", at: new Date("2027-01-15T00:00:00Z"), count: 1 });
  expect(earlier.dueAndDone[0]).toEqual(before);
});

const BEGUN = +firstInstant("2026-Q4");
// Few actions and quarters, so that steps meet; each on any day of two years, whatever was written before it.
const some = {
  which: fc.integer({ min: 0, max: 4 }),
  at: fc.integer({ min: -640, max: 85 }).map((days) => new Date(BEGUN + days * DAY_MS)),
};
const step = fc.oneof(
  fc.record({ ...some, stage: fc.constantFrom(...STAGES) }),
  fc.record({ ...some, due: fc.constantFrom(null, "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4") }),
  fc.record({ ...some, priority: fc.constantFrom("high" as const, "low" as const) }),
);

function take(db: Database, { which, at, ...one }: typeof step extends fc.Arbitrary<infer S> ? S : never): void {
  const [by, ref] = [{ personId: null, at }, `LRN-${which + 1}`];
  const { id, version } = findAction(db, ref) ?? { id: 0, version: 0 };
  if ("stage" in one) moveAction(db, by, null, { ref, version, stage: one.stage, outcome: { en: "A test." } });
  else change(db, by, (tx, record) => amendAction(tx, record, by, id, one, { bulkEdit: "a test" }));
}

/** The same, said the slow way: the whole plan replayed at each quarter's beginning and end. */
function replayed(db: Database, quarter: Quarter, at: Date) {
  const begun = planAsOf(db, new Date(Math.min(+firstInstant(quarter) - 1, +at)));
  const ended = planAsOf(db, new Date(Math.min(+firstInstant(quarterAfter(quarter, 1)) - 1, +at)));
  const due = [...begun].filter(([, one]) => one.due === quarter && one.stage !== "dropped").map(([ref]) => ref);
  const count = (stage: string) => [...ended.values()].filter((one) => one.stage === stage).length;
  return {
    counts: Object.fromEntries(STAGES.map((stage) => [stage, count(stage)])),
    due: due.length,
    done: due.filter((ref) => ended.get(ref)?.stage === "done").length,
  };
}

test("one pass says of every quarter what replaying at its ends says, and says it again when more was written", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: -200, max: 120 }),
      (stories, days) => {
        const db = seededDatabase();
        const at = new Date(BEGUN + days * DAY_MS);
        for (const story of stories) {
          for (const one of story) take(db, one);
          const { flow, dueAndDone } = overQuarters(db, { until, at });
          for (const [index, { quarter, counts }] of flow.entries()) {
            const { due, done } = dueAndDone[index] ?? {};
            expect({ counts, due, done }).toEqual(replayed(db, quarter as Quarter, at));
          }
        }
      },
    ),
    { numRuns: 10, seed: 20191201 },
  );
});
