import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEALTHS } from "~/domain.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { addKeyResult, editKeyResult, retireKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";
import { events, keyResults } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

const measured = fc.record({
  // Few of each, so that two of an action often read alike.
  name: fc.constantFrom({ en: "Networks that take part" }, { en: "Members reached", fr: "Membres atteints" }),
  unit: fc.constant("networks"),
  start: fc.constant(0),
  target: fc.constantFrom(10, 19),
  due: fc.constant(null),
});
const which = fc.nat({ max: 5 });
const step = fc.oneof(
  fc.record({ do: fc.constant("add" as const), measured }),
  fc.record({ do: fc.constant("edit" as const), which, measured }),
  fc.record({ do: fc.constant("edit" as const), which, measured }),
  fc.record({ do: fc.constant("retire" as const), which }),
  fc.record({ do: fc.constant("check-in" as const), which: fc.uniqueArray(which, { maxLength: 3 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(db: Database, at: Date, one: Step): void {
  const worker = { ...someone(db, "coordinator", "asia", ["learning"]), role: "admin" as const };
  const by = { personId: worker.id, at };
  const ref = "LRN-2";
  const all = db.select().from(keyResults).orderBy(keyResults.id).all();
  if (one.do === "add") {
    addKeyResult(db, by, null, ref, one.measured);
  } else if (one.do === "check-in") {
    const rows = one.which.flatMap((index) => all[index] ?? []).filter(({ retiredAt }) => !retiredAt);
    const values = rows.map(({ id }) => ({ id, value: id % 2, health: HEALTHS[0] }));
    const said = { health: HEALTHS[1], happened: "Counted.", evidence: "", obstacles: "", language: "en" } as const;
    checkIn(db, by, worker, ref, { ...said, values });
  } else {
    const row = all[one.which % Math.max(1, all.length)];
    if (!row) return;
    const of = { ref, id: row.id, version: row.version };
    if (one.do === "edit") editKeyResult(db, by, null, { ...of, input: one.measured });
    else retireKeyResult(db, by, null, of);
  }
}

/** Leaves out of history what an earlier version of the program did not write, as a database of that version has it. */
function makeOld(db: Database): void {
  const { $client: client } = db;
  client.exec("DROP TRIGGER events_are_not_edited");
  client.exec(`UPDATE events SET
    before = json_remove(before, '$.keyResultId'),
    after = json_remove(after, '$.keyResultId', '$.checkInId', '$.values[0].keyResultId', '$.values[0].checkInId',
      '$.values[1].keyResultId', '$.values[1].checkInId', '$.values[2].keyResultId', '$.values[2].checkInId')
    WHERE kind LIKE 'key-result.%' OR kind = 'check-in.given'`);
  client.exec(`CREATE TRIGGER events_are_not_edited BEFORE UPDATE ON events BEGIN
    SELECT RAISE(ABORT, 'events are append-only'); END`);
  client.exec("UPDATE history_format SET version = 0");
}

const history = (db: Database) => db.select().from(events).orderBy(events.id).all();

describe("a database of an earlier version", () => {
  test("gets the ids of key results and check-ins into its events, those that read alike too", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 30 }), (steps) => {
        const db = seededDatabase();
        // Two steps fall on one instant, as two people's can.
        steps.forEach((one, index) => {
          take(db, new Date(+TODAY + Math.floor(index / 2) * 1000), one);
        });
        const written = history(db);
        makeOld(db);
        migrateDatabase(db);
        const upgraded = history(db);
        expect(upgraded.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
        const named = (all: typeof written) =>
          all.filter(({ kind }) => kind.startsWith("key-result.") || kind === "check-in.given");
        for (const { before, after } of named(upgraded)) {
          const payload = (after ?? before) as { keyResultId?: number; checkInId?: number; values?: object[] };
          expect(payload.keyResultId ?? payload.checkInId ?? payload.values).toBeDefined();
        }
        expect(replayed(named(upgraded))).toEqual(replayed(named(written)));
        expect(() => db.$client.exec("UPDATE events SET why = 'rewritten'")).toThrow(/append-only/);
      }),
      { numRuns: 20, seed: 20191130 },
    );
  });

  test("is upgraded once", () => {
    const db = seededDatabase();
    take(db, TODAY, { do: "check-in", which: [] });
    const before = history(db);
    migrateDatabase(db);
    expect(history(db)).toEqual(before);
  });
});

/** How often each key result was changed, and how it read at last: alike ones may have changed places in between. */
function replayed(all: ReturnType<typeof history>): unknown {
  const states = new Map<number, { changes: number; last: unknown }>();
  for (const { before, after } of all) {
    const id = ((after ?? before) as { keyResultId?: number }).keyResultId;
    if (id) states.set(id, { changes: (states.get(id)?.changes ?? -1) + 1, last: after ?? before });
  }
  return states;
}
