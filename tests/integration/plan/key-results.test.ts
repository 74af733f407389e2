import { describe, expect, test } from "vitest";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { checkIn, type NewCheckIn } from "~/features/plan/key-results/check-in.server.ts";
import {
  addKeyResult,
  editKeyResult,
  type KeyResultInput,
  retireKeyResult,
} from "~/features/plan/key-results/mutations.server.ts";
import { checkInsOf, keyResultsOf, latestCheckIn } from "~/features/plan/key-results/queries.server.ts";
import { actionsWithoutCheckIn, countWithoutCheckIn } from "~/features/plan/key-results/without-check-in.server.ts";
import type { Database } from "~db/connection.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticKeyResults } from "~seed/synthetic/key-results.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

const REF = "LRN-2";
const NETWORKS: KeyResultInput = { name: { en: "Networks" }, unit: "networks", start: 0, target: 10, due: "2027-Q4" };
const SAID: NewCheckIn = {
  health: "on-track",
  happened: "It went well.",
  evidence: "",
  obstacles: "",
  language: "en",
  values: [],
};
const later = (days: number) => new Date(+TODAY + days * 86_400_000);
const by = (viewer: Viewer, at = TODAY) => ({ personId: viewer.id, at });

function coordinated() {
  const db = seededDatabase();
  const viewer = someone(db, "coordinator", "asia", ["learning"]);
  const { id: actionId } = db.$client.prepare("select id from actions where ref = ?").get(REF) as { id: number };
  return { db, viewer, actionId };
}

function measured(db: Database): number | null {
  return (db.$client.prepare("select measured from actions where ref = ?").get(REF) as { measured: number | null })
    .measured;
}

function kinds(db: Database): string[] {
  const rows = db.$client.prepare("select kind from events where actor_id is not null order by id").all();
  return (rows as { kind: string }[]).map(({ kind }) => kind);
}

describe("a key result", () => {
  test("is entered, edited and retired, each with its event, and the action's measure follows", () => {
    const { db, viewer, actionId } = coordinated();
    const { id } = addKeyResult(db, by(viewer), viewer, REF, NETWORKS);
    expect(measured(db)).toBeNull();
    checkIn(db, by(viewer), viewer, REF, { ...SAID, values: [{ id, value: 4, health: null }] });
    expect(measured(db)).toBe(40);
    const edit = { ref: REF, id, version: 1, input: { ...NETWORKS, target: 8 } };
    expect(editKeyResult(db, by(viewer), viewer, edit)).toEqual({ status: "saved" });
    expect(measured(db)).toBe(50);
    expect(editKeyResult(db, by(viewer), viewer, { ...edit, version: 2 })).toEqual({ status: "unchanged" });
    expect(retireKeyResult(db, by(viewer), viewer, { ref: REF, id, version: 2 })).toEqual({ status: "saved" });
    expect(measured(db)).toBeNull();
    expect(checkInsOf(db, id, 1, "en")).toMatchObject({ total: 1, checkIns: [{ value: 4 }] });
    expect(keyResultsOf(db, actionId, "en", TODAY)).toMatchObject([{ id, retired: true, chart: null }]);
    expect(kinds(db)).toEqual(["key-result.created", "check-in.given", "key-result.edited", "key-result.retired"]);
  });

  test("is not changed on an older version, nor once it is retired", () => {
    const { db, viewer } = coordinated();
    const { id } = addKeyResult(db, by(viewer), viewer, REF, NETWORKS);
    const edit = (version: number, target: number) =>
      editKeyResult(db, by(viewer), viewer, { ref: REF, id, version, input: { ...NETWORKS, target } }).status;
    expect(edit(1, 20)).toBe("saved");
    expect(edit(1, 30)).toBe("stale");
    expect(retireKeyResult(db, by(viewer), viewer, { ref: REF, id, version: 1 }).status).toBe("stale");
    expect(retireKeyResult(db, by(viewer), viewer, { ref: REF, id, version: 2 }).status).toBe("saved");
    expect(edit(3, 30)).toBe("stale");
  });

  test("belongs to its action alone, and to those who work on it", () => {
    const { db, viewer } = coordinated();
    const { id } = addKeyResult(db, by(viewer), viewer, REF, NETWORKS);
    const member = someone(db, "member", "nepal");
    expect(() => addKeyResult(db, by(member), member, REF, NETWORKS)).toThrow(expect.objectContaining({ status: 403 }));
    expect(() => checkIn(db, by(member), member, REF, SAID)).toThrow(expect.objectContaining({ status: 403 }));
    const elsewhere = { ref: "LRN-3", id, version: 1, input: NETWORKS };
    expect(() => editKeyResult(db, by(viewer), viewer, elsewhere)).toThrow(expect.objectContaining({ status: 404 }));
  });
});

describe("a check-in", () => {
  test("is never edited nor removed, whoever tries", () => {
    const { db, viewer } = coordinated();
    checkIn(db, by(viewer), viewer, REF, SAID);
    expect(() => db.$client.prepare("update check_ins set happened = 'Other'").run()).toThrow("never edited");
    expect(() => db.$client.prepare("delete from check_ins").run()).toThrow("never edited");
    expect(() =>
      db.$client
        .prepare(
          "insert or replace into check_ins select id, action_id, key_result_id, value, 'off-track', happened, evidence, obstacles, language, author_id, at from check_ins",
        )
        .run(),
    ).toThrow("never edited");
  });

  test("of several key results in one sitting gives one each, with its own health, and tells followers once", () => {
    const { db, viewer, actionId } = coordinated();
    const reader = someone(db, "member", "nepal");
    follow(db, reader.id, actionSubject(actionId));
    const ids = ["One", "Two"].map((en) => addKeyResult(db, by(viewer), viewer, REF, { ...NETWORKS, name: { en } }).id);
    const [one = 0, two = 0] = ids;
    checkIn(db, by(viewer), viewer, REF, {
      ...SAID,
      values: [
        { id: one, value: 10, health: null },
        { id: two, value: 5, health: "at-risk" },
      ],
    });
    expect(measured(db)).toBe(75);
    expect(keyResultsOf(db, actionId, "en", TODAY)).toMatchObject([
      { latest: 10, health: "on-track", progress: 100 },
      { latest: 5, health: "at-risk", progress: 50 },
    ]);
    // One sitting: one line of history, and the latest check-in has both values.
    expect(kinds(db).filter((kind) => kind === "check-in.given")).toHaveLength(1);
    const [line] = latestLines(db, { actionId }, "en", 1);
    expect(line?.changes.flatMap(({ name }) => name ?? [])).toEqual(["One", "Two"]);
    expect(latestCheckIn(db, actionId, "en")).toMatchObject({
      health: "at-risk",
      values: [
        { name: "One", value: 10, health: "on-track" },
        { name: "Two", value: 5, health: "at-risk" },
      ],
    });
    const told = db.$client.prepare("select reason from notices where person_id = ?").all(reader.id);
    expect(told).toEqual([{ reason: "follower" }]);
  });

  test("of the whole action has no value and changes no measure; another only follows it", () => {
    const { db, viewer, actionId } = coordinated();
    checkIn(db, by(viewer), viewer, REF, SAID);
    checkIn(db, by(viewer, later(1)), viewer, REF, { ...SAID, health: "off-track", happened: "It stopped." });
    expect(measured(db)).toBeNull();
    expect(latestCheckIn(db, actionId, "en")).toMatchObject({ health: "off-track", values: [] });
  });

  test("writes nothing when one of its key results is no longer followed, or is another action's", () => {
    const { db, viewer, actionId } = coordinated();
    const { id } = addKeyResult(db, by(viewer), viewer, REF, NETWORKS);
    retireKeyResult(db, by(viewer), viewer, { ref: REF, id, version: 1 });
    const { id: other } = addKeyResult(db, by(viewer), viewer, "LRN-3", NETWORKS);
    for (const one of [id, other]) {
      const given = checkIn(db, by(viewer), viewer, REF, { ...SAID, values: [{ id: one, value: 1, health: null }] });
      expect(given.status).toBe("retired");
    }
    expect(latestCheckIn(db, actionId, "en")).toBeNull();
  });
});

describe("the list of what has had no check-in", () => {
  const refs = (db: Database, viewer: Viewer, at: Date) =>
    actionsWithoutCheckIn(
      db,
      { viewer, networks: allNetworks(db), language: "en", at },
      { board: null, mine: false },
      1,
    ).actions.map(({ ref }) => ref);

  test("leaves out an action for 30 days after its check-in, and what is not in hand", () => {
    const { db, viewer } = coordinated();
    const inHand = db.$client
      .prepare("select ref from actions where stage in ('under-way', 'under-review') and board = 'learning'")
      .pluck()
      .all() as string[];
    const [ref = ""] = inHand;
    expect(refs(db, viewer, TODAY)).toContain(ref);
    expect(refs(db, someone(db, "observer", "asia"), TODAY).sort()).toEqual(refs(db, viewer, TODAY).sort());
    checkIn(db, by(viewer), viewer, ref, SAID);
    expect(refs(db, viewer, later(29))).not.toContain(ref);
    expect(refs(db, viewer, later(31))).toContain(ref);
    const all = db.$client
      .prepare("select ref from actions where stage in ('under-way', 'under-review')")
      .pluck()
      .all();
    expect(refs(db, viewer, later(31)).sort()).toEqual((all as string[]).sort());
  });

  test("has the viewer's own first, counts them, and pages", () => {
    const { db, viewer } = coordinated();
    addSyntheticActions(db, 200, new Date(+TODAY - 90 * 86_400_000));
    const asked = { viewer, networks: allNetworks(db), language: "en" as const, at: TODAY };
    const mine = countWithoutCheckIn(db, asked);
    const first = actionsWithoutCheckIn(db, asked, { board: null, mine: false }, 1);
    expect(mine).toBeGreaterThan(0);
    expect(first.actions.slice(0, mine).every((one) => one.mine && one.board === "learning")).toBe(true);
    expect(first.actions.filter((one) => one.mine)).toHaveLength(Math.min(mine, first.actions.length));
    const pages = Array.from(
      { length: first.pages },
      (_, i) => actionsWithoutCheckIn(db, asked, { board: null, mine: false }, i + 1).actions,
    ).flat();
    expect(new Set(pages.map(({ ref }) => ref)).size).toBe(first.total);
    expect(
      actionsWithoutCheckIn(db, asked, { board: "financing", mine: false }, 1).actions.every(
        ({ board }) => board === "financing",
      ),
    ).toBe(true);
  });
});

test("synthetic key results measure what their check-ins say", () => {
  const db = seededDatabase();
  addSyntheticActions(db, 60, TODAY);
  addSyntheticKeyResults(db, TODAY);
  const count = db.$client.prepare("select count(*) from check_ins").pluck().get();
  expect(count).toBeGreaterThan(20);
  const wrong = db.$client
    .prepare(
      `select k.id from key_results k where k.latest is not (
        select value from check_ins c where c.key_result_id = k.id order by c.id desc limit 1)`,
    )
    .all();
  expect(wrong).toEqual([]);
});
