import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject, boardSubject } from "~/features/core/notifications/notice.ts";
import { readNotices } from "~/features/core/notifications/queries.server.ts";
import { sentenceOf } from "~/features/core/notifications/sentences.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { moveAction, undoMove } from "~/features/plan/actions/moves.server.ts";
import { dependencyByForm } from "~/features/plan/dependencies/form.server.ts";
import { addDependency, removeDependency } from "~/features/plan/dependencies/mutations.server.ts";
import { actionsToAwait, dependenciesOf } from "~/features/plan/dependencies/queries.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { dependencies, events, notices } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { toldTo } from "../../support/notices.ts";
import { actionOf, by, formOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const NOBODY = { personId: null, at: TODAY };
const REFS = ["LOB-1", "LOB-3", "LRN-1", "FIN-1", "FIN-2", "COM-2"];

const add = (db: Database, ref: string, on: string, worker: Viewer | null = null) =>
  addDependency(db, worker ? by(worker) : NOBODY, worker, { ref, on, why: "It has to be there first." });

const pairs = (db: Database) =>
  db.select({ waiting: dependencies.actionId, on: dependencies.onId }).from(dependencies).all();

/** Whether any action waits for itself in the end, asked of SQLite rather than of the code under test. */
const circles = (db: Database) =>
  db.$client
    .prepare(
      `with recursive reach(a, b) as (
        select action_id, on_id from dependencies union select a, on_id from reach join dependencies on action_id = b)
       select count(*) as n from reach where a = b`,
    )
    .get() as { n: number };

describe("waiting for another action", () => {
  test("goes across boards, is shown on both and kept in the history of the one that waits", () => {
    const db = seededDatabase();
    expect(add(db, "LOB-3", "FIN-2")).toEqual({ status: "added" });
    const waiting = dependenciesOf(db, actionOf(db, "LOB-3"), "en");
    expect(waiting.waitsFor).toMatchObject([
      { ref: "FIN-2", board: "financing", stage: "planned", status: "waiting", why: "It has to be there first." },
    ]);
    expect(waiting.awaitedBy).toEqual([]);
    expect(dependenciesOf(db, actionOf(db, "FIN-2"), "en").awaitedBy).toMatchObject([{ ref: "LOB-3" }]);
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "dependency.created",
      board: "lobbying",
      actionId: actionOf(db, "LOB-3").id,
      after: { on: "FIN-2" },
      why: "It has to be there first.",
    });
  });

  test("is refused for itself, for what is not there, and twice", () => {
    const db = seededDatabase();
    expect(add(db, "LOB-3", "LOB-3")).toEqual({ status: "invalid", problem: "not-itself" });
    expect(add(db, "LOB-3", "LOB-99")).toEqual({ status: "invalid", problem: "not-an-action" });
    add(db, "LOB-3", "FIN-2");
    expect(add(db, "LOB-3", "FIN-2")).toEqual({ status: "invalid", problem: "waits-already" });
    expect(pairs(db)).toHaveLength(1);
  });

  test("is refused in a circle, direct or through others, with its way in references", () => {
    const db = seededDatabase();
    add(db, "LOB-3", "FIN-2");
    expect(add(db, "FIN-2", "LOB-3")).toEqual({ status: "circle", way: ["FIN-2", "LOB-3", "FIN-2"] });
    add(db, "FIN-2", "COM-2");
    expect(add(db, "COM-2", "LOB-3")).toEqual({ status: "circle", way: ["COM-2", "LOB-3", "FIN-2", "COM-2"] });
    expect(pairs(db)).toHaveLength(2);
  });

  test("never makes a circle, whatever is added and removed in whatever order", () => {
    const ref = fc.constantFrom(...REFS);
    const step = fc.record({ ref, on: ref, remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const db = seededDatabase();
        for (const { ref, on, remove } of steps) {
          add(db, ref, on);
          const last = db.select().from(dependencies).all().at(-1);
          if (remove && last && steps.length % 3 === 0)
            removeDependency(db, NOBODY, null, { ref: refOf(db, last.actionId), id: last.id });
          expect(circles(db).n).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("never makes a circle when two processes close it from both ends at once", async () => {
    const db = seededDatabase();
    const both = [adding(db.$client.name, "LOB-3", "FIN-2"), adding(db.$client.name, "FIN-2", "LOB-3")];
    // Both are made to wait for the same moment: neither has seen what the other writes.
    db.$client.exec("begin immediate");
    for (const one of both) expect(await one.next()).toBe("ready");
    const answers = both.map((one) => one.next());
    db.$client.exec("commit");
    expect((await Promise.all(answers)).sort()).toEqual(["added", "circle"]);
    expect(circles(db).n).toBe(0);
    expect(pairs(db)).toHaveLength(1);
  });

  test("is for those who work on the action that waits, whoever works on the other", () => {
    const db = seededDatabase();
    const lobbyist = someone(db, "coordinator", "asia", ["lobbying"]);
    expect(add(db, "LOB-3", "FIN-2", lobbyist)).toEqual({ status: "added" });
    expect(() => add(db, "FIN-2", "COM-2", lobbyist)).toThrow(/may not work on FIN-2/);
    const id = db.select().from(dependencies).get()?.id ?? 0;
    const financier = someone(db, "coordinator", "asia", ["financing"]);
    expect(() => removeDependency(db, by(financier), financier, { ref: "LOB-3", id })).toThrow(/may not work/);
    removeDependency(db, by(lobbyist), lobbyist, { ref: "LOB-3", id });
    removeDependency(db, by(lobbyist), lobbyist, { ref: "LOB-3", id });
    expect(pairs(db)).toEqual([]);
    expect(db.select().from(events).where(eq(events.kind, "dependency.removed")).all()).toHaveLength(1);
  });
});

describe("the way is free", () => {
  function waited() {
    const db = seededDatabase();
    const people = {
      mover: someone(db, "coordinator", "asia", ["financing"]),
      coordinator: someone(db, "coordinator", "asia", ["lobbying"]),
      follower: someone(db, "member", "nepal"),
      ofBoard: someone(db, "member", "india"),
      elsewhere: someone(db, "member", "benin"),
    };
    add(db, "LOB-3", "FIN-2");
    follow(db, people.follower.id, actionSubject(actionOf(db, "LOB-3").id));
    follow(db, people.ofBoard.id, boardSubject("lobbying"));
    return { db, ...people };
  }
  const freed = (told: string[]) => told.filter((one) => one.startsWith("dependency.freed"));
  const finish = (db: Database, viewer: Viewer, ref = "FIN-2") => {
    const { version } = actionOf(db, ref);
    const moved = moveAction(db, by(viewer), viewer, { ref, version, stage: "done", outcome: { en: "Written." } });
    if (moved.status !== "moved") throw new Error(moved.status);
    return moved.event;
  };
  const sentence = (db: Database, { id }: Viewer) =>
    readNotices(db, eq(notices.personId, id), "en").map((row) => sentenceOf(i18nFor("en"), row).text)[0];

  test("is told once to who follows the waiting action or its board and to its coordinators, and to nobody else", () => {
    const { db, mover, coordinator, follower, ofBoard, elsewhere } = waited();
    finish(db, mover);
    expect(toldTo(db, follower)).toEqual(["dependency.freed as follower"]);
    expect(toldTo(db, ofBoard)).toEqual(["dependency.freed as follower"]);
    expect(toldTo(db, coordinator)).toEqual(["dependency.freed as coordinator"]);
    expect([...toldTo(db, elsewhere), ...freed(toldTo(db, mover))]).toEqual([]);
    expect(sentence(db, follower)).toBe("The way is free: FIN-2, for which it waited, is done.");
    expect(dependenciesOf(db, actionOf(db, "LOB-3"), "en").waitsFor).toMatchObject([{ status: "fulfilled" }]);
  });

  test("is said of what is still awaited too", () => {
    const { db, mover, follower } = waited();
    add(db, "LOB-3", "COM-2");
    finish(db, mover);
    expect(sentence(db, follower)).toBe("FIN-2, for which it waited, is done. It still waits for COM-2.");
  });

  test("is no news of any other move, nor for an action that is over itself", () => {
    const { db, mover, coordinator, follower } = waited();
    moveAction(db, by(mover), mover, { ref: "FIN-2", version: actionOf(db, "FIN-2").version, stage: "under-way" });
    expect(freed(toldTo(db, follower))).toEqual([]);
    finish(db, coordinator, "LOB-3");
    finish(db, mover);
    expect(freed(toldTo(db, follower))).toEqual([]);
  });

  test("is not told when the move fails", () => {
    const { db, mover, follower } = waited();
    expect(moveAction(db, by(mover), mover, { ref: "FIN-2", version: 1, stage: "done" }).status).toBe(
      "outcome-missing",
    );
    expect(toldTo(db, follower)).toEqual([]);
  });

  test("is withdrawn with the move that is undone, and corrected for those who have read it", () => {
    const { db, mover, coordinator, follower } = waited();
    const event = finish(db, mover);
    db.update(notices).set({ readAt: TODAY }).where(eq(notices.personId, follower.id)).run();
    undoMove(db, by(mover), mover, { event });
    expect(toldTo(db, coordinator)).toEqual([]);
    expect(freed(toldTo(db, follower))).toHaveLength(2);
    expect(sentence(db, follower)).toBe("The way is not free after all: FIN-2, for which it waits, is not done.");
  });

  test("is corrected too when the action is moved on from done, and told anew when it is done again", () => {
    const { db, mover, follower } = waited();
    finish(db, mover);
    const { version } = actionOf(db, "FIN-2");
    moveAction(db, by(mover), mover, { ref: "FIN-2", version, stage: "under-way" });
    expect(freed(toldTo(db, follower))).toEqual([]);
    finish(db, mover);
    expect(freed(toldTo(db, follower))).toHaveLength(1);
  });
});

describe("the form", () => {
  const asked = (db: Database, fields: Record<string, string>, ref = "LOB-3") => {
    const viewer = someone(db, "admin", "insp-r");
    return dependencyByForm({ db, by: by(viewer), viewer, language: "en" }, actionOf(db, ref), formOf(fields));
  };

  test("takes a reference as it is typed, with why", () => {
    const db = seededDatabase();
    expect(asked(db, { on: "fin-2", why: "" })).toMatchObject({ status: 422, problems: { why: "missing" } });
    expect(asked(db, { on: " fin-2 ", why: "The money first." })).toEqual({ ok: true, done: "added" });
    expect(asked(db, { on: "", why: "x" })).toMatchObject({ status: 422, problems: { on: "missing" } });
  });

  test("looks for words of a title in any language, never for the action itself or what is dropped", () => {
    const db = seededDatabase();
    const found = asked(db, { on: "strategienota inspr", intent: "find" });
    expect(found).toMatchObject({ ok: false });
    const { id } = actionOf(db, "LOB-3");
    const refs = (q: string) => actionsToAwait(db, id, q, "en").map(({ ref }) => ref);
    expect(refs("propuestas conjuntas")).toEqual(["FIN-2", "FIN-3"]);
    expect(refs("LOB-3")).toEqual([]);
    moveAction(db, NOBODY, null, { ref: "FIN-3", version: 1, stage: "dropped", outcome: { en: "No." } });
    expect(refs("joint proposals")).toEqual(["FIN-2"]);
  });

  test("adds what is chosen of those found, and keeps the choice while the reason is missing", () => {
    const db = seededDatabase();
    const words = { on: "joint proposals" };
    expect(asked(db, { ...words, why: "First.", intent: "" })).toMatchObject({ problems: { on: "choose-found" } });
    expect(asked(db, { ...words, why: "", pick: "FIN-2" })).toMatchObject({
      status: 422,
      problems: { why: "missing" },
      found: [{ ref: "FIN-2" }, { ref: "FIN-3" }],
    });
    expect(asked(db, { ...words, why: "First.", pick: "FIN-2" })).toEqual({ ok: true, done: "added" });
    expect(asked(db, { on: "?!", why: "First.", intent: "find" })).toMatchObject({ problems: { on: "nothing-found" } });
  });
});

function refOf(db: Database, id: number): string {
  return (db.$client.prepare("select ref from actions where id = ?").get(id) as { ref: string }).ref;
}

/** A process of its own that adds a dependency as soon as it gets the database to itself. */
function adding(file: string, ref: string, on: string) {
  const script = fileURLToPath(new URL("../../support/add-dependency.ts", import.meta.url));
  const child = fork(script, [file, ref, on], { execArgv: ["--import", "tsx"] });
  const next = async () => String((await once(child, "message"))[0]);
  return { next };
}
