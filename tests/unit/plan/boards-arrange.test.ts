import { describe, expect, test } from "vitest";
import type { Stage } from "~/domain.ts";
import { arrange, placeOf, step } from "~/features/plan/boards/arrange.ts";

function columns(layout: Partial<Record<Stage, string[]>>) {
  return (["planned", "under-way", "done"] as const).map((stage) => {
    const cards = (layout[stage] ?? []).map((ref) => ({ ref }));
    return { stage: stage as Stage, count: cards.length, cards };
  });
}

function layoutOf(all: ReturnType<typeof columns>) {
  return Object.fromEntries(all.map(({ stage, cards }) => [stage, cards.map(({ ref }) => ref)]));
}

describe("arranging cards", () => {
  const board = columns({ planned: ["A", "B", "C"], "under-way": ["D", "E"] });

  test("a card goes below the neighbour that is named", () => {
    const arranged = arrange(board, new Map([["A", { stage: "under-way", after: "D" }]]));
    expect(layoutOf(arranged)).toEqual({ planned: ["B", "C"], "under-way": ["D", "A", "E"], done: [] });
  });

  test("the counts follow the card, and stay whole when columns show only their first cards", () => {
    const long = board.map((column) => ({ ...column, count: column.count + 100 }));
    const arranged = arrange(long, new Map([["A", { stage: "done", after: null }]]));
    expect(arranged.map(({ count }) => count)).toEqual([102, 102, 101]);
  });

  test("no neighbour means the top", () => {
    const arranged = arrange(board, new Map([["C", { stage: "planned", after: null }]]));
    expect(layoutOf(arranged).planned).toEqual(["C", "A", "B"]);
  });

  test("a neighbour that is not shown means the end of what is", () => {
    const arranged = arrange(board, new Map([["A", { stage: "under-way", after: "Z" }]]));
    expect(layoutOf(arranged)["under-way"]).toEqual(["D", "E", "A"]);
  });

  test("a card that is not there changes nothing", () => {
    expect(arrange(board, new Map([["Z", { stage: "done", after: null }]]))).toEqual(board);
  });

  test("columns that no card leaves or enters stay the same objects, so that they are not drawn again", () => {
    const arranged = arrange(board, new Map([["B", { stage: "planned", after: null }]]));
    expect(arranged[1]).toBe(board[1]);
    expect(arranged[2]).toBe(board[2]);
  });
});

describe("stepping by keyboard", () => {
  const board = columns({ planned: ["A", "B", "C"], "under-way": ["D"] });
  const moved = (ref: string, direction: Parameters<typeof step>[2]) => {
    const place = step(board, ref, direction);
    return place && layoutOf(arrange(board, new Map([[ref, place]])));
  };

  test("down and up are one place", () => {
    expect(moved("A", "down")?.planned).toEqual(["B", "A", "C"]);
    expect(moved("C", "up")?.planned).toEqual(["A", "C", "B"]);
    expect(moved("B", "up")?.planned).toEqual(["B", "A", "C"]);
  });

  test("right and left go level with where the card was, or to the end of a shorter column", () => {
    expect(moved("A", "right")?.["under-way"]).toEqual(["A", "D"]);
    expect(moved("C", "right")?.["under-way"]).toEqual(["D", "C"]);
    expect(moved("D", "left")?.planned).toEqual(["D", "A", "B", "C"]);
  });

  test("the edges hold", () => {
    expect(step(board, "A", "up")).toBeNull();
    expect(step(board, "C", "down")).toBeNull();
    expect(step(board, "A", "left")).toBeNull();
  });

  test("stepping there and back is where it was", () => {
    const right = step(board, "B", "right");
    const moved = arrange(board, new Map([["B", right ?? { stage: "done", after: null }]]));
    const back = step(moved, "B", "left");
    expect(back).toEqual(placeOf(board, "B"));
  });
});
