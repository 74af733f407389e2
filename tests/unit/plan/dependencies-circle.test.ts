import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circleWith } from "~/features/plan/dependencies/circle.ts";

const waits = (pairs: readonly (readonly [number, number])[]) => {
  const found = new Map<number, number[]>();
  for (const [waiting, on] of pairs) found.set(waiting, [...(found.get(waiting) ?? []), on]);
  return found;
};

/** Whether no one waits for itself, over any way: those that wait for nothing are taken away until none is left. */
function isWithoutCircle(pairs: readonly (readonly [number, number])[]): boolean {
  let left = [...pairs];
  for (;;) {
    const waiting = new Set(left.map(([one]) => one));
    const next = left.filter(([, on]) => waiting.has(on));
    if (next.length === left.length) return left.length === 0;
    left = next;
  }
}

describe("a circle", () => {
  test("is named by its way, from the action back to itself", () => {
    expect(circleWith(waits([[2, 3]]), 3, 2)).toEqual([3, 2, 3]);
    expect(
      circleWith(
        waits([
          [1, 2],
          [2, 3],
          [3, 4],
        ]),
        4,
        1,
      ),
    ).toEqual([4, 1, 2, 3, 4]);
  });

  test("is told by the shortest of its ways", () => {
    expect(
      circleWith(
        waits([
          [1, 2],
          [2, 3],
          [3, 4],
          [1, 4],
        ]),
        4,
        1,
      ),
    ).toEqual([4, 1, 4]);
  });

  test("is an action that waits for itself", () => {
    expect(circleWith(waits([]), 1, 1)).toEqual([1, 1]);
  });

  test("is not two ways that meet", () => {
    expect(
      circleWith(
        waits([
          [1, 2],
          [1, 3],
          [2, 4],
        ]),
        3,
        4,
      ),
    ).toBeNull();
  });

  test("is refused in any series of additions, and nothing else is", () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), (asked) => {
        const taken: (readonly [number, number])[] = [];
        for (const [waiting, on] of asked) {
          const circle = circleWith(waits(taken), waiting, on);
          const with_ = [...taken, [waiting, on] as const];
          expect(circle === null).toBe(isWithoutCircle(with_));
          if (circle) for (let i = 1; i < circle.length; i++) expect(with_).toContainEqual([circle[i - 1], circle[i]]);
          else taken.push([waiting, on]);
        }
      }),
    );
  });
});
