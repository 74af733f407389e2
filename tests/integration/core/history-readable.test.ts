import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { overQuarters } from "~/features/committee/reviews/flow.server.ts";
import { readHistory } from "~/features/core/history/queries.server.ts";
import { unreadableEvents } from "~/features/core/history/readable.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { actionsAt, boardsAt, compare, compareFully } from "~/features/plan/compare/compare.server.ts";
import { addKeyResult, editKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { type Database, openDatabase } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { breakEvent, rewriteHistory } from "../../support/history.ts";

const NETWORKS = { name: { en: "Networks" }, unit: "networks", start: 0, target: 10, due: null };

/** A plan whose newest event, a change of a key result, no longer says what its target was. */
function damaged() {
  const db = seededDatabase();
  const by = { personId: null, at: TODAY };
  const { id } = addKeyResult(db, by, null, "LRN-2", NETWORKS);
  editKeyResult(db, by, null, { ref: "LRN-2", id, version: 1, input: { ...NETWORKS, target: 12 } });
  const { id: event } = db.$client.prepare("select max(id) as id from events").get() as { id: number };
  rewriteHistory(db, ({ id, before, after }) => ({
    before,
    after: id === event ? { ...after, target: "twelve" } : after,
  }));
  return { db: openDatabase(db.$client.name), event };
}

test("what the seed and the screens record can be read", () => {
  expect([...unreadableEvents(seededDatabase()).values()]).toEqual([]);
});

test("an event that cannot be read keeps no page from the others", () => {
  const { db, event } = damaged();
  expect([...unreadableEvents(db).values()]).toMatchObject([
    {
      name: "EventUnreadable",
      id: event,
      kind: "key-result.edited",
      issues: [expect.stringContaining("after.target")],
    },
  ]);
  const filters = { by: null, kind: null, page: 1 };
  const [newest, other] = readHistory(db, { board: "learning" }, filters, "en").lines;
  expect(newest).toMatchObject({ id: event, unreadable: true, changes: [] });
  expect(other).toMatchObject({ kind: "key-result.created", unreadable: false });
  db.$client.close();
});

test("an event that is no JSON keeps neither a review nor a comparison from the others", () => {
  const whole = seededDatabase();
  const by = { personId: null, at: TODAY };
  const move = (ref: string, version: number) => moveAction(whole, by, null, { ref, version, stage: "under-way" });
  const moved = [move("LRN-2", 1), move("LRN-3", 1)];
  const event = moved[0]?.status === "moved" ? moved[0].event : 0;
  const stages = (db: Database) => overQuarters(db, { until: "2026-Q4", at: TODAY, count: 1 }).flow[0]?.counts;
  const all = stages(whole)?.["under-way"] ?? 0;
  breakEvent(whole, event);
  const db = openDatabase(whole.$client.name);
  expect([...unreadableEvents(db).keys()]).toEqual([event]);
  const window = { from: +TODAY - 1, to: +TODAY };
  expect(compare(db, window).map(({ ref }) => ref)).toEqual(["LRN-3"]);
  expect(compareFully(db, window, ["LRN-2", "LRN-3"]).map(({ ref }) => ref)).toEqual(["LRN-3"]);
  expect(actionsAt(db, ["LRN-3"], +TODAY - 1).get("LRN-3")?.stage).toBe("planned");
  expect(boardsAt(db, +TODAY - 1).get("LRN-2")).toBe("learning");
  expect(stages(db)?.["under-way"]).toBe(all - 1);
  db.$client.close();
});

test("`npm run check:history` lists what cannot be read, and ends with 1", () => {
  const { db, event } = damaged();
  const run = (file: string) => {
    const env = { ...process.env, DATABASE: file };
    try {
      return {
        code: 0,
        said: execFileSync("node", ["--import", "tsx", "scripts/check-history.ts"], { env }).toString(),
      };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: Buffer };
      return { code: status, said: stdout.toString() };
    }
  };
  expect(run(db.$client.name)).toMatchObject({
    code: 1,
    said: expect.stringContaining(`Event ${event} (key-result.edited) cannot be read: after.target`),
  });
  db.$client.close();
  expect(run(seededDatabase().$client.name)).toMatchObject({ code: 0 });
});
