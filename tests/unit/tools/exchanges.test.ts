import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onDay } from "~/features/tools/engine/calendar.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { freePlaces, takenOf } from "~/features/tools/learning/exchanges/places.ts";

describe("the places of an exchange", () => {
  const people = fc.array(fc.record({ people: fc.integer({ min: 1, max: 50 }) }));

  test("are taken by each who signed up, and free or taken all in all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), people, (places, signups) => {
        const { taken } = takenOf({ places }, signups);
        expect(taken).toBe(signups.reduce((sum, one) => sum + one.people, 0));
        expect(freePlaces({ places }, signups)).toBe(taken > places ? 0 : places - taken);
      }),
    );
  });

  test("are not counted where none are said", () => {
    expect(takenOf({}, [{ people: 3 }])).toEqual({ taken: 3, places: null });
    expect(freePlaces({}, [{ people: 3 }])).toBeNull();
  });

  test("can be taken to the last, and not one more", () => {
    const { objectionTo } = exchanges.parts.signups;
    const around = { entry: { places: 5 }, others: [{ people: 2 }] };
    expect(objectionTo?.({ people: 3 }, around)).toBeNull();
    expect(objectionTo?.({ people: 4 }, around)).toEqual({ field: "people", code: "places-taken", about: "3" });
    expect(objectionTo?.({ people: 900 }, { ...around, entry: {} })).toBeNull();
  });
});

test("one signs up until the first day, and says from then on who was there", () => {
  const on = (today: string) => {
    const { signups, participants } = exchanges.parts;
    return [signups, participants].map(({ closedBecause }) => closedBecause?.({ first: "2026-12-07" }, today) ?? null);
  };
  expect(on("2026-12-06")).toEqual([null, "not-begun-yet"]);
  expect(on("2026-12-07")).toEqual([null, null]);
  expect(on("2026-12-08")).toEqual(["sign-up-closed", null]);
});

test("an exchange has a place or a link, and does not end before it begins", () => {
  const wrong = (values: Record<string, unknown>) =>
    exchanges.validate?.({ first: "2026-12-07", last: null, place: null, link: null, ...values }, "2026-11-24");
  expect(wrong({})).toEqual({ place: "place-or-link-missing" });
  expect(wrong({ link: "https://example.org/" })).toEqual({});
  expect(wrong({ place: "Pokhara", last: "2026-12-06" })).toEqual({ last: "last-before-first" });
  expect(wrong({ place: "Pokhara", last: "2026-12-07" })).toEqual({});
});

test("what lasts lies on each of its days, the longest begun first", () => {
  const days = ["2026-12-07", "2026-12-08", "2026-12-09"];
  const items = [
    { id: 1, first: "2026-12-08", last: "2026-12-08" },
    { id: 2, first: "2026-11-30", last: "2026-12-08" },
  ];
  const lies = days.map((day) => onDay(day, items).map(({ id, begins, ends }) => [id, begins, ends]));
  expect(lies).toEqual([
    [[2, false, false]],
    [
      [2, false, true],
      [1, true, true],
    ],
    [],
  ]);
});
