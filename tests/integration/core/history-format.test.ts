import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEALTHS } from "~/domain.ts";
import { signOff } from "~/features/committee/reviews/closing.server.ts";
import { openReview } from "~/features/committee/reviews/mutations.server.ts";
import { createSeat, editSeat, removeSeat } from "~/features/people/networks/seats.server.ts";
import { addLink, removeDocument } from "~/features/plan/documents/mutations.server.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { addKeyResult, editKeyResult, retireKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { addMilestone, editMilestone, removeMilestone } from "~/features/plan/milestones/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";
import { events, keyResults } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { rewriteHistory } from "../../support/history.ts";
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
  rewriteHistory(db, ({ kind, ...sides }) => {
    const old = (one: Record<string, unknown> | null) => {
      if (!one) return null;
      const { keyResultId: _, checkInId: __, milestoneId: ___, documentId: ____, values, ...rest } = one;
      if (values) rest.values = (values as object[]).map((value) => omitted(value, ["checkInId", "keyResultId"]));
      if (kind.startsWith("seat.")) return omitted(rest, ["seat"]);
      return kind.startsWith("review.sign") ? { seat: rest.holder } : rest;
    };
    return { before: old(sides.before), after: old(sides.after) };
  });
  db.$client.exec("UPDATE history_format SET version = 0");
}

const omitted = (of: object, names: string[]) =>
  Object.fromEntries(Object.entries(of).filter(([name]) => !names.includes(name)));

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

  test("gets the numbers of milestones, documents, seats and who signed off", () => {
    const db = seededDatabase();
    const admin = { ...someone(db, "coordinator", "asia", ["learning"]), role: "admin" as const };
    const by = (minutes: number) => ({ personId: admin.id, at: new Date(+TODAY + minutes * 60_000) });
    const own = { name: { en: "First draft" }, day: "2026-12-01", state: "ahead" as const };
    const twice = [1, 1].map((at) => addMilestone(db, by(at), admin, "LRN-2", own));
    const [first = 0, second = 0] = twice;
    editMilestone(db, by(2), admin, { ref: "LRN-2", id: first, version: 1 }, { state: "done" });
    removeMilestone(db, by(3), admin, { ref: "LRN-2", id: second, version: 1 });
    addMilestone(db, by(3), admin, "LRN-2", own);
    const { id: actionId } = db.$client.prepare("select id from actions where ref = 'LRN-2'").get() as { id: number };
    const link = { actionId, title: "Minutes", language: null, source: "", url: "https://example.org/" };
    const document = addLink(db, by(4), admin, link);
    addLink(db, by(4), admin, link);
    removeDocument(db, by(5), admin, { actionId, document });
    const { id: networkId } = db.$client.prepare("select id from networks where slug = 'asia'").get() as { id: number };
    const seat = { networkId, holder: "Asha Rai", capacity: "representative" as const, personId: admin.id };
    const seatId = createSeat(db, by(6), admin, seat);
    const opened = openReview(db, by(7), admin, "2026-Q3", { meetingAt: null, timeZone: "UTC", link: "", agenda: [] });
    if (opened.status !== "opened") throw new Error(opened.status);
    signOff(db, by(8), admin, { reviewId: opened.id, seatId, signs: true });
    editSeat(db, by(9), admin, seatId, { ...seat, holder: "Bina Rai" });
    removeSeat(db, by(10), admin, seatId);
    const written = history(db);
    makeOld(db);
    migrateDatabase(db);
    expect(history(db)).toEqual(written);
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
