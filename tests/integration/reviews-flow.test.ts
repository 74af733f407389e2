import { expect, test } from "vitest";
import { editAction, moveAction } from "~/features/actions/mutations.server.ts";
import { firstInstant, type Quarter, quarterAfter } from "~/features/actions/quarter.ts";
import { findAction } from "~/features/actions/queries.server.ts";
import { readTexts } from "~/features/actions/row.server.ts";
import { planAsOf } from "~/features/history/replay.server.ts";
import { overQuarters } from "~/features/reviews/flow.server.ts";
import { STAGES } from "~/words.ts";
import { seededDatabase, TODAY } from "../support/database.ts";

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
      ...{ ref: "LRN-2", version },
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
    ...{ ref: "LRN-2", version: findAction(db, "LRN-2")?.version ?? 0, stage: "done", outcome: { en: "It was done." } },
  });
  expect(due()).toEqual({ ...before, done: (before?.done ?? 0) + 1 });
  const earlier = overQuarters(db, { until: "2027-Q1", at: new Date("2027-01-15T00:00:00Z"), count: 1 });
  expect(earlier.dueAndDone[0]).toEqual(before);
});
