import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statesAt } from "~/features/core/history/as-of.server.ts";
import { placeHistory, stood } from "~/features/tools/lobbying/stakeholders/map.server.ts";
import { arrowBetween, type Place, stepTo } from "~/features/tools/lobbying/stakeholders/place.ts";
import { type Stood, shiftBetween } from "~/features/tools/lobbying/stakeholders/since.ts";
import { INFLUENCES, STANCES } from "~/features/tools/lobbying/stakeholders/stakeholders.ts";

const NOWHERE: Place = { influence: null, stance: null };

describe("steps over the map", () => {
  test("go up to more influence and right to more favour, and end at the edges", () => {
    expect(stepTo({ influence: "some", stance: "open" }, "up")).toEqual({ influence: "high", stance: "open" });
    expect(stepTo({ influence: "some", stance: "open" }, "right")).toEqual({ influence: "some", stance: "supportive" });
    expect(stepTo({ influence: "decisive", stance: "open" }, "up")).toBeNull();
    expect(stepTo({ influence: "some", stance: "against" }, "left")).toBeNull();
    expect(stepTo(NOWHERE, "down")).toEqual({ influence: "some", stance: "open" });
  });

  test("are drawn as arrows the way the map is drawn", () => {
    const from: Place = { influence: "some", stance: "open" };
    expect(arrowBetween(from, { influence: "decisive", stance: "ally" })).toBe("↗");
    expect(arrowBetween(from, { influence: "low", stance: "open" })).toBe("↓");
    expect(arrowBetween(from, { influence: "some", stance: "against" })).toBe("←");
    expect(arrowBetween(NOWHERE, from)).toBe("");
  });
});

/** What can happen to an entry, and the event that it leaves. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ influence: fc.constantFrom(...INFLUENCES, null) }),
    fc.record({ stance: fc.constantFrom(...STANCES, null) }),
    fc.constant("removed" as const),
    fc.constant("restored" as const),
  ),
);

test("taking the steps back finds where somebody stood, whatever happened", () => {
  fc.assert(
    fc.property(happenings, fc.nat(), (all, at) => {
      let place: Place = NOWHERE;
      let listed = false;
      const places: Stood[] = [null];
      const events: { id: number; at: number; key: number; event: never }[] = [];
      const happen = (kind: string, before: object | null) => {
        const id = places.length;
        events.unshift({ id, at: id, key: 1, event: { kind, before } as never });
        places.push(listed ? place : null);
      };
      listed = true;
      happen("entry.created", null);
      for (const one of all) {
        if (one === "removed" || one === "restored") {
          if (listed === (one === "restored")) continue;
          listed = one === "restored";
          happen(`entry.${one}`, null);
        } else if (listed) {
          const before = Object.fromEntries(Object.keys(one).map((name) => [name, place[name as keyof Place]]));
          place = { ...place, ...one };
          happen("entry.edited", before);
        }
      }
      const afterEvent = at % places.length;
      const now = new Map([[1, { ...place, listed }]]);
      const [then] = statesAt(now, placeHistory, { moments: [{ afterEvent }], events });
      expect(stood(then?.get(1))).toEqual(places[afterEvent]);
    }),
  );
});

test("a change is told as what it is", () => {
  const [low, high]: Place[] = [
    { influence: "low", stance: "open" },
    { influence: "high", stance: "open" },
  ];
  if (!low || !high) throw new Error("unreachable");
  expect(shiftBetween(null, low)).toBe("entered");
  expect(shiftBetween(low, null)).toBe("removed");
  expect(shiftBetween(low, high)).toBe("moved");
  expect(shiftBetween(NOWHERE, high)).toBe("placed");
  expect(shiftBetween(low, { influence: "low", stance: null })).toBe("unplaced");
  expect(shiftBetween(low, { ...low })).toBeNull();
  expect(shiftBetween(null, null)).toBeNull();
});
