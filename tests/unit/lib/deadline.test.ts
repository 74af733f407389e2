import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS } from "~/lib/days.ts";
import { daysTo } from "~/lib/deadline.ts";

test("a deadline that passed an hour ago is a day past, never -0 days left", () => {
  expect(daysTo(0, DAY_MS / 24)).toEqual({ left: 0, past: 1 });
  expect(daysTo(0, 0)).toEqual({ left: 0, past: 0 });
  expect(daysTo(DAY_MS / 24, 0)).toEqual({ left: 1, past: 0 });
});

test("days are left or past, and neither is below zero", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: -1e12, max: 1e12 }), (deadline, now) => {
      const { left, past } = daysTo(deadline, now);
      expect(Object.is(left, -0) || Object.is(past, -0) || left < 0 || past < 0).toBe(false);
      expect(past > 0).toBe(deadline < now);
      expect(left > 0).toBe(deadline > now);
    }),
  );
});
