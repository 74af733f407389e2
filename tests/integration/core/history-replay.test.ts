import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES, STAGES } from "~/domain.ts";
import { change, onChange } from "~/features/core/history/change.server.ts";
import { actionAtVersion } from "~/features/plan/actions/as-of.server.ts";
import { moveAction, undoMove } from "~/features/plan/actions/moves.server.ts";
import { createAction, editAction } from "~/features/plan/actions/mutations.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { readTexts } from "~/features/plan/actions/row.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, events } from "~db/schema.ts";
import { enterResponsible, filedAction } from "../../support/action-fields.ts";
import { seededDatabase, TODAY, testDatabase } from "../../support/database.ts";
import { planAsOf, planNow } from "../../support/replay.ts";

const step = fc.oneof(
  fc.record({
    do: fc.constant("create" as const),
    filed: filedAction,
    stage: fc.constantFrom("proposed" as const, "planned" as const),
  }),
  fc.record({ do: fc.constant("edit" as const), which: fc.nat(), filed: filedAction }),
  fc.record({
    do: fc.constant("move" as const),
    which: fc.nat(),
    stage: fc.constantFrom(...STAGES),
    beside: fc.nat(),
    outcome: fc.string({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({ do: fc.constant("undo" as const) }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(db: Database, at: Date, one: Step): void {
  const by = { personId: null, at };
  const refs = [...planNow(db).keys()];
  const ref = "which" in one ? (refs[one.which % refs.length] ?? "LOB-1") : "";
  const version = findAction(db, ref)?.version ?? 0;
  if (one.do === "create") createAction(db, by, null, { ...one.filed, lead: 1, stage: one.stage, origin: "direct" });
  else if (one.do === "edit") editAction(db, by, null, { ref, version, input: { ...one.filed, lead: 2 } });
  else if (one.do === "move") {
    const after = one.beside % 3 === 0 ? null : one.beside % 3 === 1 ? undefined : refs[one.beside % refs.length];
    moveAction(db, by, null, { ref, version, stage: one.stage, after, outcome: { en: one.outcome } });
  } else {
    const last = db
      .select()
      .from(events)
      .all()
      .findLast(({ kind }) => kind === "action.moved");
    if (last) undoMove(db, by, null, { event: last.id });
  }
}

const versionsOf = (db: Database) =>
  db.select({ id: actions.id, version: actions.version }).from(actions).orderBy(actions.id).all();

describe("the plan of any day", () => {
  test("is rebuilt from history alone, after any series of changes", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), fc.nat(), (steps, stop) => {
        const db = seededDatabase();
        enterResponsible(db);
        const middle = stop % steps.length;
        let remembered = planNow(db);
        let versions = versionsOf(db);
        steps.forEach((one, index) => {
          take(db, new Date(+TODAY + (index + 1) * 1000), one);
          if (index === middle) [remembered, versions] = [planNow(db), versionsOf(db)];
        });
        expect(planAsOf(db, new Date(+TODAY + steps.length * 1000))).toEqual(planNow(db));
        expect(planAsOf(db, new Date(+TODAY + (middle + 1) * 1000))).toEqual(remembered);
        const known = [...remembered.values()].slice(-5);
        expect(versions.slice(-5).map(({ id, version }) => actionAtVersion(db, id, version))).toEqual(known);
      }),
      { numRuns: 25, seed: 20191130 },
    );
  });

  test("begins in Geneva with everything planned, and ends 2020 with what had moved and was done by then", () => {
    const db = seededDatabase();
    expect(planAsOf(db, new Date("2019-11-29T00:00:00Z")).size).toBe(0);
    const geneva = planAsOf(db, new Date("2019-11-30T23:59:59Z"));
    expect(geneva.size).toBe(24);
    expect([...geneva.values()].every(({ stage }) => stage === "planned")).toBe(true);
    const end = [...planAsOf(db, new Date("2020-12-31T23:59:59Z")).values()].map(({ stage }) => stage);
    expect(end.filter((stage) => stage === "done")).toHaveLength(3);
    expect(end.filter((stage) => stage === "under-way")).toHaveLength(14);
    expect(planAsOf(db, TODAY)).toEqual(planNow(db));
  });

  test("an action can be had as it was at each of its versions", () => {
    const db = seededDatabase();
    const id = findAction(db, "LOB-8")?.id ?? 0;
    expect([1, 2, 3].map((version) => actionAtVersion(db, id, version)?.stage)).toEqual([
      "planned",
      "under-way",
      "done",
    ]);
    expect(actionAtVersion(db, id, 4)).toBeUndefined();
  });
});

describe("history", () => {
  test.each([
    ["UPDATE events SET why = 'rewritten'"],
    ["DELETE FROM events"],
    ["INSERT OR REPLACE INTO events (id, at, kind) VALUES (1, 0, 'action.moved')"],
  ])("refuses %s", (statement) => {
    const db = seededDatabase();
    const before = db.select().from(events).all();
    expect(() => db.$client.exec(statement)).toThrow(/append-only/);
    expect(db.select().from(events).all()).toEqual(before);
  });

  test("a change that fails leaves neither its rows nor its event, and tells nobody", () => {
    const db = seededDatabase();
    const before = planNow(db);
    const count = db.select().from(events).all().length;
    let told = 0;
    const stop = onChange(() => {
      told += 1;
    });
    expect(() =>
      change(db, { personId: null, at: TODAY }, (tx, record) => {
        tx.run("update actions set priority = 'low'");
        record({ kind: "action.edited", board: "lobbying", actionId: 1, before: {}, after: {} });
        throw new Error("the disk is full");
      }),
    ).toThrow("the disk is full");
    stop();
    expect(planNow(db)).toEqual(before);
    expect(db.select().from(events).all()).toHaveLength(count);
    expect(told).toBe(0);
  });

  test("listeners hear of a change after it is on disk, as ids alone", () => {
    const db = seededDatabase();
    const heard: unknown[] = [];
    const stop = onChange((happened) => heard.push(...happened, findAction(db, "LRN-2")?.stage));
    moveAction(db, { personId: null, at: TODAY }, null, { ref: "LRN-2", version: 1, stage: "under-way" });
    stop();
    const id = db.select().from(events).all().at(-1)?.id;
    expect(heard).toEqual([
      { id, board: "learning", reviewId: null, actionId: findAction(db, "LRN-2")?.id, suggestionId: null },
      "under-way",
    ]);
  });
});

describe("the seed", () => {
  test("has each title, description and expected result in four languages", () => {
    const db = seededDatabase();
    for (const ref of planNow(db).keys()) {
      const texts = readTexts(db, findAction(db, ref)?.id ?? 0);
      expect(Object.keys(texts).sort()).toEqual([...LANGUAGES].sort());
      for (const one of Object.values(texts)) expect(Object.values(one).every((value) => value.length > 0)).toBe(true);
    }
  });

  test("leaves nothing late on the first day", () => {
    const db = seededDatabase();
    const late = [...planNow(db).values()].filter(
      ({ stage, due }) => stage !== "done" && due !== null && due < "2026-Q4",
    );
    expect(late).toEqual([]);
  });

  test("goes into an empty database alone, and once", async () => {
    const { seed } = await import("~seed/load.ts");
    const db = testDatabase();
    expect(seed(db, TODAY)).toBe(true);
    const first = db.select().from(events).all();
    expect(seed(db, new Date(+TODAY + 86_400_000))).toBe(false);
    expect(db.select().from(events).all()).toEqual(first);
  });
});
