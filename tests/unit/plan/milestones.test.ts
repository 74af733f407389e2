import { describe, expect, test } from "vitest";
import { dayOf, isOverdue } from "~/features/plan/milestones/milestone.ts";

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

  test("counts its days in UTC", () => {
    expect(dayOf(new Date("2026-11-24T23:59:59Z"))).toBe("2026-11-24");
    expect(dayOf(new Date("2026-11-25T00:30:00+02:00"))).toBe("2026-11-24");
  });
});
