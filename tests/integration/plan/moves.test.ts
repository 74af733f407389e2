import { describe, expect, test } from "vitest";
import { STAGES } from "~/domain.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import { undoableMove } from "~/features/plan/actions/move-form.server.ts";
import { type Move, moveAction, undoMove } from "~/features/plan/actions/moves.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { actions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { columnsOf, someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const by = { personId: coordinator.id, at: TODAY };
  const version = (ref: string) => findAction(db, ref)?.version ?? 0;
  const move = (ref: string, to: Omit<Move, "ref" | "version">) =>
    moveAction(db, by, coordinator, { ref, version: version(ref), ...to });
  return { db, coordinator, by, version, move };
}

describe("a move names neighbours", () => {
  test("below a card, at the top, at the end", () => {
    const { db, move } = setUp();
    move("LOB-1", { stage: "planned" });
    move("LOB-2", { stage: "planned", after: null });
    move("LOB-3", { stage: "planned", after: "LOB-2" });
    move("LOB-4", { stage: "planned" });
    expect(columnsOf(db, "lobbying").planned).toEqual(["LOB-2", "LOB-3", "LOB-1", "LOB-4"]);
  });

  test("within a stage, and the place where it stands already changes nothing", () => {
    const { db, move, version } = setUp();
    const before = columnsOf(db, "lobbying")["under-way"] ?? [];
    const [first = "", second = "", ...rest] = before;
    expect(move(first, { stage: "under-way", after: second }).status).toBe("moved");
    expect(columnsOf(db, "lobbying")["under-way"]).toEqual([second, first, ...rest]);
    const stands = version(first);
    expect(move(first, { stage: "under-way", after: second }).status).toBe("unchanged");
    expect(version(first)).toBe(stands);
  });

  test("a neighbour that has left the stage means its end", () => {
    const { db, move } = setUp();
    move("LOB-1", { stage: "planned" });
    expect(move("LOB-2", { stage: "planned", after: "LOB-8" }).status).toBe("moved");
    expect(columnsOf(db, "lobbying").planned).toEqual(["LOB-1", "LOB-2"]);
  });

  test("nothing but the moved card changes: neither the order nor the version of any other", () => {
    const { db, move } = setUp();
    const others = () =>
      db
        .select()
        .from(actions)
        .all()
        .filter(({ ref }) => ref !== "LOB-3")
        .map(({ ref, stage, rank, version }) => ({ ref, stage, rank, version }));
    const before = others();
    move("LOB-3", { stage: "under-review", after: null });
    expect(others()).toEqual(before);
  });

  test("ranks stay unique and in order through hundreds of moves to the same place", () => {
    const { db, move } = setUp();
    const cards = columnsOf(db, "lobbying")["under-way"] ?? [];
    for (let round = 0; round < 40; round++) {
      for (const ref of cards)
        move(ref, { stage: round % 2 === 0 ? "planned" : "under-way", after: round % 3 === 0 ? null : undefined });
    }
    const ranks = db.select({ rank: actions.rank, board: actions.board, stage: actions.stage }).from(actions).all();
    expect(new Set(ranks.map(({ board, stage, rank }) => `${board} ${stage} ${rank}`)).size).toBe(ranks.length);
  });
});

describe("what a stage asks for", () => {
  test.each([
    ["done", "result"],
    ["on-hold", "reason"],
    ["dropped", "reason"],
  ] as const)("%s asks for a %s, and without it nothing moves", (stage, asked) => {
    const { db, move } = setUp();
    const before = columnsOf(db, "lobbying");
    expect(move("LOB-3", { stage })).toEqual({ status: "outcome-missing", asked });
    expect(columnsOf(db, "lobbying")).toEqual(before);
    expect(move("LOB-3", { stage, outcome: { en: "Because." } }).status).toBe("moved");
    expect(findAction(db, "LOB-3")?.outcome).toEqual({ en: "Because." });
  });

  test("ordering cards within Done asks for nothing again, and keeps the result", () => {
    const { db, move } = setUp();
    const result = findAction(db, "LOB-9")?.outcome;
    expect(move("LOB-9", { stage: "done", after: null }).status).toBe("moved");
    expect(findAction(db, "LOB-9")?.outcome).toEqual(result);
  });

  test("work taken up again leaves its result behind", () => {
    const { db, move } = setUp();
    move("LOB-8", { stage: "under-way" });
    expect(findAction(db, "LOB-8")?.outcome).toBeNull();
  });
});

describe("two people", () => {
  test("on the same card: the second is told that it is stale, and nothing is written", () => {
    const { db, coordinator, by } = setUp();
    const colleague = someone(db, "coordinator", "west-africa", ["lobbying"]);
    const version = findAction(db, "LOB-3")?.version ?? 0;
    expect(moveAction(db, by, coordinator, { ref: "LOB-3", version, stage: "planned" }).status).toBe("moved");
    const late = moveAction(db, { ...by, personId: colleague.id }, colleague, {
      ref: "LOB-3",
      version,
      stage: "under-review",
    });
    expect(late).toEqual({ status: "stale" });
    expect(findAction(db, "LOB-3")?.stage).toBe("planned");
  });

  test("on different cards: both moves stand", () => {
    const { db, coordinator, by } = setUp();
    const version = findAction(db, "LOB-3")?.version ?? 0;
    moveAction(db, by, coordinator, { ref: "LOB-3", version, stage: "planned" });
    moveAction(db, by, coordinator, { ref: "LOB-4", version, stage: "planned", after: null });
    expect(columnsOf(db, "lobbying").planned).toEqual(["LOB-4", "LOB-3"]);
  });
});

describe("undo", () => {
  test("brings back the exact place and what stood there before", () => {
    const { db, coordinator, by, move } = setUp();
    const before = columnsOf(db, "lobbying");
    const outcome = findAction(db, "LOB-9")?.outcome;
    const moved = move("LOB-9", { stage: "dropped", outcome: { fr: "Sans objet." } });
    if (moved.status !== "moved") throw new Error(moved.status);
    expect(undoMove(db, by, coordinator, { event: moved.event }).status).toBe("moved");
    expect(columnsOf(db, "lobbying")).toEqual(before);
    expect(findAction(db, "LOB-9")?.outcome).toEqual(outcome);
  });

  test("is refused once the action has changed again", () => {
    const { db, coordinator, by, move } = setUp();
    const first = move("LOB-3", { stage: "planned" });
    move("LOB-3", { stage: "under-review" });
    if (first.status !== "moved") throw new Error(first.status);
    expect(undoMove(db, by, coordinator, { event: first.event })).toEqual({ status: "stale", ref: "LOB-3" });
    expect(findAction(db, "LOB-3")?.stage).toBe("under-review");
  });

  test("finds its place when somebody else stands there now", () => {
    const { db, coordinator, by, move } = setUp();
    const rankOf = (ref: string) => findAction(db, ref)?.rank ?? "";
    const left = rankOf("LOB-3");
    const moved = move("LOB-3", { stage: "planned" });
    if (moved.status !== "moved") throw new Error(moved.status);
    const [first = "", second = ""] = columnsOf(db, "lobbying")["under-way"] ?? [];
    move("LOB-10", { stage: "under-way", after: first });
    expect(second).not.toBe("");
    expect(undoMove(db, by, coordinator, { event: moved.event }).status).toBe("moved");
    expect(columnsOf(db, "lobbying")["under-way"]).toContain("LOB-3");
    expect(rankOf("LOB-3") >= left).toBe(true);
  });
});

describe("who may not", () => {
  test.each([
    ["observer", "asia", []],
    ["member", "nepal", []],
    ["committee", "central-africa", []],
    ["coordinator", "asia", ["financing"]],
  ] as const)("%s of %s on %j: refused with 403, nothing moved", (role, network, boards) => {
    const { db } = setUp();
    const viewer = someone(db, role, network, [...boards]);
    const before = columnsOf(db, "lobbying");
    const attempt = () =>
      moveAction(db, { personId: viewer.id, at: TODAY }, viewer, { ref: "LOB-3", version: 2, stage: "planned" });
    expect(attempt).toThrow(expect.objectContaining({ status: 403 }) as Refusal);
    expect(columnsOf(db, "lobbying")).toEqual(before);
  });

  test("an unknown reference is 404", () => {
    const { db, coordinator, by } = setUp();
    expect(() => moveAction(db, by, coordinator, { ref: "LOB-99", version: 1, stage: STAGES[0] })).toThrow(
      expect.objectContaining({ status: 404 }) as Refusal,
    );
  });
});

test("the move that a page offers to take back says from where it came, and whether it took one back itself", () => {
  const { db, coordinator, by, move } = setUp();
  const moved = move("LOB-3", { stage: "planned" });
  if (moved.status !== "moved") throw new Error("It was not moved.");
  const { from } = moved;
  expect(from).not.toBe("planned");
  expect(undoableMove(db, coordinator, moved.event)).toMatchObject({ stage: "planned", from, undone: false });
  const back = undoMove(db, by, coordinator, { event: moved.event });
  if (back.status !== "moved") throw new Error("It was not taken back.");
  expect(undoableMove(db, coordinator, moved.event)).toBeNull();
  expect(undoableMove(db, coordinator, back.event)).toMatchObject({ stage: from, from: "planned", undone: true });
});
