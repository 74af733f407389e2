import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { change } from "~/features/core/history/change.server.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { bulkEdit, bulkEditUndoable, type Changes, undoBulkEdit } from "~/features/plan/actions/bulk-edit.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { editAction } from "~/features/plan/actions/mutations.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { actions, events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { planAsOf, planNow } from "../../support/replay.ts";
import { networkId } from "../../support/routes.ts";
import { editOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const by = { personId: coordinator.id, at: TODAY };
  const version = (ref: string) => findAction(db, ref)?.version ?? 0;
  const choose = (...refs: string[]) => refs.map((ref) => ({ ref, version: version(ref) }));
  const together = (chosen: { ref: string; version: number }[], changes: Changes, outcome?: string) =>
    bulkEdit(db, by, coordinator, {
      board: "lobbying",
      chosen,
      changes,
      ...(outcome && { outcome: { en: outcome } }),
    });
  const newest = () => db.select().from(events).all();
  return { db, coordinator, by, choose, together, newest, version };
}

const THREE = ["LOB-1", "LOB-3", "LOB-4"];

describe("changing several at once", () => {
  test("gives each its own event, all of one cause, and history still tells the plan", () => {
    const { db, choose, together, newest } = setUp();
    const before = newest().length;
    const changed = together(choose(...THREE), { stage: "under-review", priority: "low", due: "2027-Q2" });
    expect(changed).toMatchObject({ status: "changed", refs: THREE });
    const made = newest().slice(before);
    expect(made.map(({ kind }) => kind)).toEqual(THREE.flatMap(() => ["action.moved", "action.edited"]));
    expect(new Set(made.map(({ cause }) => JSON.stringify(cause))).size).toBe(1);
    expect(made[0]?.cause).toHaveProperty("bulkEdit");
    for (const ref of THREE) {
      expect(findAction(db, ref)).toMatchObject({ stage: "under-review", priority: "low", dueQuarter: "2027-Q2" });
    }
    expect(planAsOf(db, new Date(+TODAY + 1))).toEqual(planNow(db));
  });

  test("sets both quarters, and never the due one before the start", () => {
    const { choose, together, db } = setUp();
    expect(together(choose("LOB-3"), { start: "2027-Q1", due: "2027-Q2" })).toMatchObject({ status: "changed" });
    expect(findAction(db, "LOB-3")).toMatchObject({ startQuarter: "2027-Q1", dueQuarter: "2027-Q2" });
    const hindered = { status: "hindered", by: [{ ref: "LOB-3", why: "due-before-start" }] };
    expect(together(choose("LOB-3"), { start: "2027-Q3" })).toEqual(hindered);
    expect(together(choose("LOB-3"), { due: "2026-Q4" })).toEqual(hindered);
    expect(together(choose("LOB-3"), { start: null, due: "2026-Q4" })).toMatchObject({ status: "changed" });
  });

  test("is taken back whole by one undo, to the exact place", () => {
    const { db, by, coordinator, choose, together } = setUp();
    const before = planNow(db);
    const changed = together(choose(...THREE), { stage: "under-review", lead: networkId(db, "nepal"), due: null });
    if (changed.status !== "changed") throw new Error(changed.status);
    expect(bulkEditUndoable(db, coordinator.id, changed.event)?.refs.sort()).toEqual(THREE);
    expect(undoBulkEdit(db, by, coordinator, changed)).toEqual({ refs: THREE, left: [] });
    expect(planNow(db)).toEqual(before);
    expect(planAsOf(db, new Date(+TODAY + 1))).toEqual(before);
    expect(bulkEditUndoable(db, coordinator.id, changed.event)).toBeNull();
    expect(undoBulkEdit(db, by, coordinator, changed)).toEqual({ refs: [], left: THREE });
  });

  test("the undo leaves what was changed since, and names it", () => {
    const { db, by, coordinator, choose, together, version } = setUp();
    const changed = together(choose(...THREE), { priority: "low" });
    if (changed.status !== "changed") throw new Error(changed.status);
    moveAction(db, by, null, { ref: "LOB-3", version: version("LOB-3"), stage: "planned" });
    expect(undoBulkEdit(db, by, coordinator, changed)).toEqual({ refs: ["LOB-1", "LOB-4"], left: ["LOB-3"] });
    expect(findAction(db, "LOB-3")).toMatchObject({ stage: "planned", priority: "low" });
  });

  test("the undo finds every event of its step by their cause, however many others stand between them", () => {
    const { db, by, coordinator, choose, together, newest } = setUp();
    const before = planNow(db);
    const changed = together(choose("LOB-1"), { priority: "low" });
    if (changed.status !== "changed") throw new Error(changed.status);
    const cause = newest().at(-1)?.cause ?? null;
    const other = { at: TODAY, actorId: coordinator.id, kind: "action.commented" as const, after: {} };
    db.insert(events)
      .values(Array.from({ length: 500 }, () => other))
      .run();
    const third = findAction(db, "LOB-3");
    change(db, by, (tx, record) => {
      const priority = third?.priority;
      tx.update(actions).set({ priority: "low" }).where(eq(actions.ref, "LOB-3")).run();
      const subject = { board: "lobbying", actionId: third?.id ?? 0 } as const;
      record({ kind: "action.edited", ...subject, before: { priority }, after: { priority: "low" }, cause } as never);
    });
    expect(bulkEditUndoable(db, coordinator.id, changed.event)?.refs.sort()).toEqual(["LOB-1", "LOB-3"]);
    expect(undoBulkEdit(db, by, coordinator, changed)).toEqual({ refs: ["LOB-1", "LOB-3"], left: [] });
    expect(planNow(db)).toEqual(before);
    const plan = db.$client
      .prepare(
        `explain query plan select id from events where cause ->> '$.bulkEdit' is not null
         and cause ->> '$.bulkEdit' = (select e.cause ->> '$.bulkEdit' from events as e where e.id = 1)`,
      )
      .all();
    expect(JSON.stringify(plan)).toContain("events_of_batch");
  });

  test("offers to take back what the undo takes back, where one changed before the step was whole", () => {
    const { db, by, coordinator, choose, together, newest, version } = setUp();
    const changed = together(choose("LOB-1"), { priority: "low" });
    if (changed.status !== "changed") throw new Error(changed.status);
    const cause = newest().at(-1)?.cause ?? null;
    moveAction(db, by, null, { ref: "LOB-1", version: version("LOB-1"), stage: "planned" });
    const other = findAction(db, "LOB-3");
    change(db, by, (tx, record) => {
      tx.update(actions).set({ priority: "low" }).where(eq(actions.ref, "LOB-3")).run();
      const subject = { board: "lobbying", actionId: other?.id ?? 0 } as const;
      const before = { priority: other?.priority };
      record({ kind: "action.edited", ...subject, before, after: { priority: "low" }, cause } as never);
    });
    expect(bulkEditUndoable(db, coordinator.id, changed.event)?.refs).toEqual(["LOB-3"]);
    expect(undoBulkEdit(db, by, coordinator, changed)).toEqual({ refs: ["LOB-3"], left: ["LOB-1"] });
  });

  test("one that was changed meanwhile keeps all of them as they are, and is named", () => {
    const { db, by, choose, together, newest } = setUp();
    const chosen = choose(...THREE);
    moveAction(db, by, null, { ref: "LOB-3", version: chosen[1]?.version ?? 0, stage: "planned" });
    const [before, events] = [planNow(db), newest().length];
    expect(together(chosen, { priority: "low" })).toEqual({
      status: "hindered",
      by: [{ ref: "LOB-3", why: "changed-meanwhile" }],
    });
    expect(planNow(db)).toEqual(before);
    expect(newest()).toHaveLength(events);
  });

  test("one that is not the worker's keeps all as they are; none that is theirs is refused", () => {
    const { db, choose, together } = setUp();
    const africa = someone(db, "coordinator", "west-africa", ["lobbying"]);
    const nepal = networkId(db, "nepal");
    together(choose("LOB-3"), { lead: nepal });
    const before = planNow(db);
    const change = (...refs: string[]) =>
      bulkEdit(db, { personId: africa.id, at: TODAY }, africa, {
        board: "lobbying",
        chosen: choose(...refs),
        changes: { priority: "low" },
      });
    expect(change("LOB-1", "LOB-3")).toEqual({ status: "hindered", by: [{ ref: "LOB-3", why: "not-yours" }] });
    expect(() => change("LOB-3")).toThrow(Refusal);
    expect(planNow(db)).toEqual(before);
    // Nor may it be handed to a network of somebody else's branch.
    expect(() =>
      bulkEdit(db, { personId: africa.id, at: TODAY }, africa, {
        board: "lobbying",
        chosen: choose("LOB-1"),
        changes: { lead: nepal },
      }),
    ).toThrow(Refusal);
  });

  test("a stage that asks for a result asks once, and each of them keeps it", () => {
    const { db, choose, together } = setUp();
    expect(together(choose(...THREE), { stage: "done" })).toEqual({ status: "outcome-missing", asked: "result" });
    expect(together(choose(...THREE), { stage: "done" }, "The platform stands.").status).toBe("changed");
    for (const ref of THREE) expect(findAction(db, ref)?.outcome).toEqual({ en: "The platform stands." });
  });

  test("what is so already is no change, and of another board there is none", () => {
    const { choose, together, newest } = setUp();
    together(choose(...THREE), { priority: "low" });
    const before = newest().length;
    expect(together(choose(...THREE), { priority: "low" })).toEqual({ status: "unchanged" });
    expect(together(choose("LRN-2", "LOB-1"), { priority: "high" })).toEqual({
      status: "hindered",
      by: [{ ref: "LRN-2", why: "gone" }],
    });
    expect(newest()).toHaveLength(before);
  });

  test("a due quarter before the start is named", () => {
    const { db, by, coordinator, choose, together, version } = setUp();
    const found = findAction(db, "LOB-1");
    if (!found) throw new Error("no LOB-1");
    const input = { ...editOf(found), start: "2027-Q1", due: "2027-Q4" };
    editAction(db, by, coordinator, { ref: "LOB-1", version: version("LOB-1"), input });
    expect(together(choose("LOB-1"), { due: "2026-Q4" })).toEqual({
      status: "hindered",
      by: [{ ref: "LOB-1", why: "due-before-start" }],
    });
  });
});
