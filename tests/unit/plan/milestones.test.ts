import { describe, expect, test } from "vitest";
import { isOverdue } from "~/features/plan/milestones/milestone.ts";

describe("a milestone", () => {
  test.each([
    ["ahead", "2026-11-23", true],
    ["ahead", "2026-11-24", false],
    ["ahead", "2026-11-25", false],
    ["done", "2026-11-23", false],
    ["missed", "2026-11-23", false],
  ] as const)("that is %s on %s is overdue on the 24th: %s", (state, day, overdue) => {
    expect(isOverdue({ state, day }, "2026-11-24")).toBe(overdue);
  });
});
