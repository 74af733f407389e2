import fc from "fast-check";
import { expect, test } from "vitest";
import { compareKeyResults } from "~/features/plan/compare/key-results.server.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import {
  addKeyResult,
  editKeyResult,
  fieldsOf,
  retireKeyResult,
} from "~/features/plan/key-results/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { keyResults } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

const measured = fc.record({
  // Few names, so that two of an action are often called alike.
  name: fc.constantFrom({ en: "Networks that take part" }, { en: "Members reached", fr: "Membres atteints" }),
  unit: fc.constantFrom("networks", "%"),
  start: fc.constantFrom(0, 5),
  target: fc.constantFrom(10, 19),
  due: fc.constantFrom("2026-Q4", null),
});
const ref = fc.constantFrom("LRN-2", "LRN-3");
const which = fc.nat({ max: 7 });
const step = fc.oneof(
  fc.record({ do: fc.constant("add" as const), ref, measured }),
  fc.record({ do: fc.constant("edit" as const), which, measured }),
  fc.record({ do: fc.constant("retire" as const), which }),
  fc.record({ do: fc.constant("check-in" as const), which, value: fc.integer({ min: 0, max: 20 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const rows = (db: Database) => db.select().from(keyResults).orderBy(keyResults.id).all();

function take(db: Database, at: Date, one: Step, refs: Map<number, string>): void {
  const worker = someone(db, "coordinator", "asia", ["learning"]);
  const by = { personId: worker.id, at };
  if (one.do === "add") {
    refs.set(addKeyResult(db, by, null, one.ref, one.measured).id, one.ref);
    return;
  }
  const all = rows(db);
  const row = all[one.which % Math.max(1, all.length)];
  if (!row) return;
  const of = { ref: refs.get(row.id) ?? "", id: row.id, version: row.version };
  if (one.do === "edit") editKeyResult(db, by, null, { ...of, input: one.measured });
  else if (one.do === "retire") retireKeyResult(db, by, null, of);
  else {
    const values = [{ id: row.id, value: one.value, health: null }];
    const said = { health: "on-track", happened: "Counted.", evidence: "", obstacles: "", language: "en" } as const;
    checkIn(db, by, { ...worker, role: "admin" }, of.ref, { ...said, values });
  }
}

/** What is followed at an instant: each by its id, with what it measures and its value. */
const stateOf = (db: Database) =>
  new Map(
    rows(db).flatMap((row) => (row.retiredAt ? [] : [[row.id, { ...fieldsOf(row), value: row.latest }] as const])),
  );

test("what is told of key results makes those of one instant into those of another", () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 5, maxLength: 25 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 6, maxLength: 6 }),
      (steps, pairs) => {
        const db = seededDatabase();
        const refs = new Map<number, string>();
        const at = (index: number) => +TODAY + index * 1000;
        const states = [stateOf(db)];
        steps.forEach((one, index) => {
          take(db, new Date(at(index + 1)), one, refs);
          states.push(stateOf(db));
        });
        for (const pair of pairs) {
          const [from = 0, to = 0] = pair.map((one) => one % states.length).sort((a, b) => a - b);
          const [then, now] = [states[from] as (typeof states)[0], states[to] as (typeof states)[0]];
          const told = compareKeyResults(db, { from: at(from), to: at(to) });
          const made = new Map(then);
          for (const { id, what, before, after, valueThen, valueNow } of told) {
            const was = then.get(id);
            if (before) expect({ value: valueThen, ...before }).toEqual(was);
            else expect(was).toBeUndefined();
            if (what === "retired") made.delete(id);
            else made.set(id, { ...after, value: valueNow } as never);
          }
          expect(made).toEqual(now);
        }
      },
    ),
    { numRuns: 20, seed: 20191130 },
  );
});
