import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { THEMES } from "~/features/tools/learning/library/themes.ts";
import { fitOf, fittingWith, type Offered } from "~/features/tools/learning/offers/matching.ts";
import { OFFER_KINDS, offers } from "~/features/tools/learning/offers/offers.ts";

const offer: Offered = { id: 1, kind: "offer", networkId: 1, open: true, theme: "health", refs: ["LRN-1", "LRN-2"] };
const ask: Offered = { id: 2, kind: "ask", networkId: 2, open: true, theme: null, refs: ["LRN-2"] };

const offered: fc.Arbitrary<Offered> = fc.record({
  id: fc.integer({ min: 1, max: 1000 }),
  kind: fc.constantFrom(...OFFER_KINDS),
  networkId: fc.integer({ min: 1, max: 3 }),
  open: fc.boolean(),
  theme: fc.option(fc.constantFrom(...THEMES)),
  refs: fc.uniqueArray(fc.constantFrom("LRN-1", "LRN-2", "LOB-1"), { maxLength: 3 }),
});

describe("an offer and an ask", () => {
  test("fit on an action, on a theme, or on both", () => {
    expect(fitOf(offer, ask)).toEqual({ refs: ["LRN-2"], theme: null });
    expect(fitOf(offer, { ...ask, refs: [], theme: "health" })).toEqual({ refs: [], theme: "health" });
    expect(fitOf(offer, { ...ask, theme: "health" })).toEqual({ refs: ["LRN-2"], theme: "health" });
    expect(fitOf(offer, { ...ask, refs: ["LOB-1"], theme: "pensions" })).toBeNull();
  });

  test("do not fit on no theme, nor on something else", () => {
    const bare = { ...ask, refs: [] };
    expect(fitOf({ ...offer, theme: null }, bare)).toBeNull();
    expect(fitOf({ ...offer, theme: "other" }, { ...bare, theme: "other" })).toBeNull();
  });

  test("are of different networks, of both kinds, and both open", () => {
    expect(fitOf(offer, { ...ask, networkId: 1 })).toBeNull();
    expect(fitOf(offer, { ...ask, kind: "offer" })).toBeNull();
    expect(fitOf(offer, { ...ask, open: false })).toBeNull();
    expect(fitOf({ ...offer, open: false }, ask)).toBeNull();
  });

  test("fit with each other or not at all, whichever is asked", () => {
    fc.assert(
      fc.property(offered, offered, (one, other) => {
        const [there, back] = [fitOf(one, other), fitOf(other, one)];
        expect(there?.theme).toBe(back?.theme);
        expect(there?.refs.toSorted()).toEqual(back?.refs.toSorted());
      }),
    );
  });

  test("stand with those that share the most actions first, and never with themselves", () => {
    const far = { ...ask, id: 3, refs: [], theme: "health" as const };
    const near = { ...ask, id: 4, refs: ["LRN-1", "LRN-2"] };
    expect(fittingWith(offer, [offer, far, ask, near]).map(({ id }) => id)).toEqual([4, 2, 3]);
    fc.assert(fc.property(offered, (one) => fitOf(one, one) === null));
  });
});

test("an offer is on a theme or on actions", () => {
  expect(offers.validate?.({ theme: null, refs: [] }, "2026-11-24")).toEqual({ theme: "theme-or-action-missing" });
  expect(offers.validate?.({ theme: null, refs: ["LRN-2"] }, "2026-11-24")).toEqual({});
  expect(offers.validate?.({ theme: "health", refs: [] }, "2026-11-24")).toEqual({});
});
