import fc from "fast-check";
import { expect, test } from "vitest";
import { countEndorsements, type Endorsement } from "~/features/tools/lobbying/positions/endorsed.ts";
import { ENDORSEMENTS } from "~/features/tools/lobbying/positions/positions.ts";
import { countBack, nextOf, weeksBefore } from "~/features/tools/lobbying/windows/countdown.ts";
import { windows } from "~/features/tools/lobbying/windows/windows.ts";

test("every network that is asked is counted once: adopted, not adopted or not yet", () => {
  const networks = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map((ids) => ids.map((id) => ({ id })));
  const said = fc.uniqueArray(
    fc.record({ networkId: fc.integer({ min: 1, max: 40 }), answer: fc.constantFrom(...ENDORSEMENTS) }),
    { selector: ({ networkId }) => networkId },
  );
  fc.assert(
    fc.property(networks, said, (asked, answers) => {
      const { total, adopted, notAdopted, notYet, unanimous } = countEndorsements(asked, answers);
      const ids = [...adopted, ...notAdopted, ...notYet].map(({ id }) => id);
      expect(ids.toSorted((a, b) => a - b)).toEqual(asked.map(({ id }) => id).toSorted((a, b) => a - b));
      expect(total).toBe(ids.length);
      expect(unanimous).toBe(total > 0 && notAdopted.length === 0 && notYet.length === 0);
    }),
  );
});

test("with remarks is adopted; one that did not adopt it, or has not said, ends unanimity", () => {
  const count = (...answers: (Endorsement | null)[]) =>
    countEndorsements(
      answers.map((_, id) => ({ id })),
      answers.flatMap((answer, networkId) => (answer ? [{ networkId, answer }] : [])),
    );
  expect(count("adopted", "adopted-with-remarks").unanimous).toBe(true);
  expect(count("adopted", "not-adopted").unanimous).toBe(false);
  expect(count("adopted", null)).toMatchObject({ unanimous: false, notYet: [{ id: 1 }] });
  expect(count().unanimous).toBe(false);
});

test("milestones are reckoned back from the first day, over a month and a leap day, and stand in order", () => {
  expect(weeksBefore("2028-03-07", 1)).toBe("2028-02-29");
  expect(weeksBefore("2026-11-25", 0)).toBe("2026-11-25");
  const dated = countBack(
    "2026-12-01",
    [
      { id: 1, weeks: 0, done: false },
      { id: 2, weeks: 8, done: true },
      { id: 3, weeks: 2, done: false },
      { id: 4, weeks: 1, done: false },
    ],
    "2026-11-24",
  );
  expect(dated.map(({ id, day, late }) => [id, day, late])).toEqual([
    [2, "2026-10-06", false],
    [3, "2026-11-17", true],
    // On its own day it is not late yet.
    [4, "2026-11-24", false],
    [1, "2026-12-01", false],
  ]);
  expect(nextOf(dated)?.id).toBe(3);
});

test("a meeting does not end before it begins", () => {
  expect(windows.validate?.({ first: "2026-11-25", last: "2026-11-24" }, "2026-01-01")).toEqual({
    last: "last-before-first",
  });
  expect(windows.validate?.({ first: "2026-11-25", last: "2026-11-25" }, "2026-01-01")).toEqual({});
  expect(windows.validate?.({ first: "2026-11-25", last: null }, "2026-01-01")).toEqual({});
});
