import fc from "fast-check";
import { expect, test } from "vitest";
import { PRIORITIES, STAGES } from "~/domain.ts";
import { change } from "~/features/core/history/change.server.ts";
import { moveAction, undoMove } from "~/features/plan/actions/moves.server.ts";
import { amendAction, createAction, editAction } from "~/features/plan/actions/mutations.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { actionsAt, boardsAt, compare, compareFully } from "~/features/plan/compare/compare.server.ts";
import { kindsOf, withChanges } from "~/features/plan/compare/compare.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import { enterResponsible, filedAction } from "../../support/action-fields.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { planAsOf, planNow } from "../../support/replay.ts";

const quarter = fc.option(fc.constantFrom("2026-Q3", "2026-Q4", "2027-Q1"), { nil: null });
// Few actions, so that changes meet, follow each other and cancel each other out.
const which = fc.nat({ max: 5 });
const step = fc.oneof(
  fc.record({
    do: fc.constant("create" as const),
    filed: filedAction,
    stage: fc.constantFrom("proposed" as const, "planned" as const),
  }),
  fc.record({ do: fc.constant("edit" as const), which, filed: filedAction }),
  fc.record({ do: fc.constant("amend" as const), which, priority: fc.constantFrom(...PRIORITIES), due: quarter }),
  fc.record({
    do: fc.constant("move" as const),
    which,
    stage: fc.constantFrom(...STAGES),
    outcome: fc.constantFrom("A", "B"),
  }),
  fc.record({ do: fc.constant("undo" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(db: Database, at: Date, one: Step): void {
  const by = { personId: null, at };
  const refs = [...planNow(db).keys()];
  const ref = "which" in one ? (refs[one.which] ?? "LOB-1") : "";
  const found = findAction(db, ref);
  const version = found?.version ?? 0;
  if (one.do === "create") createAction(db, by, null, { ...one.filed, lead: 1, stage: one.stage, origin: "direct" });
  else if (one.do === "edit") editAction(db, by, null, { ref, version, input: { ...one.filed, lead: 2 } });
  else if (one.do === "amend")
    change(db, by, (tx, record) =>
      amendAction(tx, record, by, found?.id ?? 0, { priority: one.priority, due: one.due }, { suggestion: 7 }),
    );
  else if (one.do === "move")
    moveAction(db, by, null, { ref, version, stage: one.stage, outcome: { en: one.outcome } });
  else {
    const last = db
      .select()
      .from(events)
      .all()
      .findLast(({ kind }) => kind === "action.moved");
    if (last) undoMove(db, by, null, { event: last.id });
  }
}

test("the plan at one instant with the changes to another is the plan at the other, for any pair", () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 15, maxLength: 40 }),
      // From before Geneva to after the last step, and often on a step's own instant.
      fc.array(
        fc.tuple(fc.double({ min: -0.2, max: 1.1, noNaN: true }), fc.double({ min: -0.2, max: 1.1, noNaN: true })),
        {
          minLength: 8,
          maxLength: 8,
        },
      ),
      (steps, pairs) => {
        const db = seededDatabase();
        enterResponsible(db);
        for (const [index, one] of steps.entries()) take(db, new Date(+TODAY + (index + 1) * 1000), one);
        const instants = db
          .select({ at: events.at })
          .from(events)
          .all()
          .map(({ at }) => +at);
        const pick = (share: number) =>
          share < 0 ? (instants[0] as number) - 1 : (instants[Math.floor(share * instants.length)] ?? +TODAY + 1e9);
        for (const pair of pairs) {
          const [from = 0, to = 0] = pair.map(pick).sort((a, b) => a - b);
          const [then, later] = [planAsOf(db, new Date(from)), planAsOf(db, new Date(to))];
          const changes = compare(db, { from, to });
          expect(withChanges(then, changes)).toEqual(later);
          // And nothing is named that is at the end as it was at the beginning.
          for (const { ref, entered, fields } of changes) {
            expect(entered).toBe(!then.has(ref));
            if (!entered)
              for (const { field, before } of fields) expect(before).toEqual(then.get(ref)?.[field] ?? null);
          }
          // Who and why stands beside the same changes.
          const full = compareFully(db, { from, to }, [...later.keys()]);
          expect(
            full.map(({ ref, entered, fields }) => ({
              ref,
              entered: entered !== null,
              fields: fields.map(({ made: _, causes: __, ...one }) => one),
            })),
          ).toEqual(changes);
          expectAsAt(db, later, to);
        }
      },
    ),
    { numRuns: 15, seed: 20191130 },
  );
});

/** What the screen names an action by is what it was at that instant. */
function expectAsAt(db: Database, plan: Map<string, ActionFields>, at: number): void {
  const boards = boardsAt(db, at);
  const some = [...plan.keys()].slice(0, 6);
  const read = actionsAt(db, some, at);
  for (const ref of some) {
    expect(boards.get(ref)).toBe(plan.get(ref)?.board);
    expect(read.get(ref)).toMatchObject(plan.get(ref) ?? {});
  }
}

test("since Geneva, what moved has moved, and by the hand and the cause that moved it", () => {
  const db = seededDatabase();
  const by = { personId: null, at: new Date("2026-11-25T10:00:00Z") };
  const found = findAction(db, "LRN-2");
  change(db, by, (tx, record) => amendAction(tx, record, by, found?.id ?? 0, { priority: "low" }, { suggestion: 12 }));
  const geneva = +new Date("2019-11-30T12:00:00Z");
  const window = { from: geneva, to: +by.at };
  expect(
    compare(db, window)
      .flatMap(kindsOf)
      .filter((kind) => kind === "moved"),
  ).toHaveLength(17);
  expect(compareFully(db, window, ["LRN-2"])[0]?.fields).toEqual([
    {
      field: "priority",
      before: "normal",
      after: "low",
      causes: [{ suggestion: 12 }],
      made: { id: expect.any(Number), at: +by.at, byId: null },
    },
  ]);
});

test("what came back to what it was, and what only changed its place, is not told", () => {
  const db = seededDatabase();
  const at = (minute: number) => ({ personId: null, at: new Date(+TODAY + minute * 60_000) });
  const version = () => findAction(db, "LRN-2")?.version ?? 0;
  moveAction(db, at(1), null, { ref: "LRN-2", version: version(), stage: "on-hold", outcome: { en: "No room." } });
  moveAction(db, at(2), null, { ref: "LRN-2", version: version(), stage: "planned" });
  const changes = compare(db, { from: +TODAY, to: +TODAY + 3 * 60_000 });
  expect(changes.flatMap(kindsOf)).toEqual([]);
  expect(compare(db, { from: +TODAY, to: +TODAY + 60_000 }).flatMap(kindsOf)).toEqual(["moved"]);
});
