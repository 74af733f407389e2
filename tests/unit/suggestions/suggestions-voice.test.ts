import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANSWER_OUTCOMES, type NetworkKind } from "~/domain.ts";
import { type Heard, median, voiceFigures } from "~/features/suggestions/voice.ts";

const DAY = 86_400_000;
const day = (number: number) => number * DAY;

/** A continent with two countries and an organisation of its own, and one with a single country. */
const ASIA = 2;
const NEPAL = 3;
const INDIA = 4;
const AFRICA = 5;
const BENIN = 6;
const node = (id: number, kind: NetworkKind, parentId: number | null) => ({ id, kind, parentId });
const networks = [
  node(1, "international", null),
  node(ASIA, "continental", 1),
  node(NEPAL, "national", ASIA),
  node(INDIA, "national", ASIA),
  node(AFRICA, "continental", 1),
  node(BENIN, "national", AFRICA),
  node(7, "organisation", NEPAL),
  node(8, "organisation", NEPAL),
  node(9, "organisation", ASIA),
  node(10, "organisation", BENIN),
];

/** Submitted on a day and promised an answer thirty days later; it waits unless a test says otherwise. */
function heard(originId: number, submitted: number, more: Partial<Heard> = {}): Heard {
  return {
    id: 0,
    originId,
    submittedAt: day(submitted),
    responseDue: day(submitted + 30),
    outcome: "submitted",
    answeredAt: null,
    voices: 0,
    actionId: null,
    ...more,
  };
}

const answered = (on: number, outcome: Heard["outcome"], more: Partial<Heard> = {}): Partial<Heard> => ({
  outcome,
  answeredAt: day(on),
  ...more,
});

/** The days 0 to 89, looked at on day 80; the quarter began on day 60. */
const counting = { networks, live: new Set([101, 102, 104, 105]), from: day(0), to: day(90), now: day(80) };
const count = (all: Heard[], more: object = {}) => {
  const { networks: counted, whole } = voiceFigures({ ...counting, heard: all, quarterFrom: day(60), ...more });
  const of = (id: number) => counted.find((one) => one.id === id);
  return { of, whole, ids: counted.map(({ id }) => id) };
};

/*
 * Counted by hand. Nepal, within the period:
 *   day  1: accepted on day 11 (10 days, kept), 3 voices, made action 101
 *   day  2: partly accepted on day 42 (40 days, promised for 32: broken), shaped action 102
 *   day  3: declined on day 33 (30 days, promised for that very instant: kept), 1 voice
 *   day  4: withdrawn on day 6: no answer, and no promise that came to its end
 *   day  5: waits; promised for day 35, which is over: broken
 *   day 70: under consideration; promised for day 100: not ended
 * Asia's own:
 *   day 10: merged into Nepal's first, accepted with it on day 11 (1 day, kept); its voices count there
 * India, outside of the period:
 *   day -1: accepted, shaped action 102, which is counted whenever it was said
 *   day 90: accepted, made action 103, which has been dropped
 */
const said = [
  heard(NEPAL, 1, answered(11, "accepted", { voices: 3, actionId: 101 })),
  heard(NEPAL, 2, answered(42, "partly-accepted", { actionId: 102 })),
  heard(NEPAL, 3, answered(33, "declined", { voices: 1 })),
  heard(NEPAL, 4, answered(6, "withdrawn")),
  heard(NEPAL, 5),
  heard(NEPAL, 70, { outcome: "under-consideration" }),
  heard(ASIA, 10, answered(11, "accepted", { actionId: 101 })),
  heard(INDIA, -1, answered(5, "accepted", { actionId: 102 })),
  heard(INDIA, 90, answered(91, "accepted", { actionId: 103 })),
];

describe("the figures of a period, counted by hand", () => {
  test("a country’s are what it said itself", () => {
    expect(count(said).of(NEPAL)).toEqual({
      id: NEPAL,
      kind: "national",
      silent: false,
      made: 6,
      supported: 2,
      accepted: 1,
      partly: 1,
      declined: 1,
      withdrawn: 1,
      waiting: 2,
      // 10, 30 and 40 days; answered in time: two of three, and one more promise is over.
      medianDays: 30,
      deadlinesMet: 2,
      deadlinesEnded: 4,
      // 101 and 102 of four live actions; two of four organisations.
      actions: 2,
      shareOfPlan: 50,
      organisations: 2,
      shareOfOrganisations: 50,
    });
  });

  test("a continent’s are its own and those of its countries", () => {
    expect(count(said).of(ASIA)).toEqual({
      id: ASIA,
      kind: "continental",
      silent: false,
      made: 7,
      supported: 2,
      accepted: 2,
      partly: 1,
      declined: 1,
      withdrawn: 1,
      waiting: 2,
      // 1, 10, 30 and 40 days: between 10 and 30.
      medianDays: 20,
      deadlinesMet: 3,
      deadlinesEnded: 5,
      // Two suggestions made action 101, which is one action; its own organisation is the third.
      actions: 2,
      shareOfPlan: 50,
      organisations: 3,
      shareOfOrganisations: 75,
    });
  });

  test("what was said outside of the period is not counted, but what shaped the live plan is", () => {
    expect(count(said).of(INDIA)).toMatchObject({ made: 0, accepted: 0, medianDays: null, deadlinesEnded: 0 });
    expect(count(said).of(INDIA)).toMatchObject({ actions: 1, shareOfPlan: 25, organisations: 0 });
  });

  test("the whole counts everything once, and all organisations", () => {
    expect(count(said).whole).toMatchObject({ made: 7, accepted: 2, waiting: 2, actions: 2, organisations: 4 });
    expect(count(said).whole.shareOfOrganisations).toBe(100);
  });

  test("organisations and the international network have no line of their own", () => {
    expect(count(said).ids).toEqual([ASIA, NEPAL, INDIA, AFRICA, BENIN]);
  });
});

describe("the bounds", () => {
  test("of a period: its first instant belongs to it, its last does not", () => {
    const at = [heard(NEPAL, 0), heard(NEPAL, 90), { ...heard(NEPAL, 90), submittedAt: day(90) - 1 }];
    expect(count(at).whole.made).toBe(2);
  });

  test("of a promise: kept by an answer at the very instant, broken a moment later", () => {
    const late = answered(0, "declined", { answeredAt: day(31) + 1 });
    const { whole } = count([heard(NEPAL, 1, answered(31, "declined")), heard(NEPAL, 1, late)]);
    expect(whole).toMatchObject({ deadlinesMet: 1, deadlinesEnded: 2 });
  });

  test("of one that waits: not broken until its day is over", () => {
    expect(count([heard(NEPAL, 50)]).whole.deadlinesEnded).toBe(0);
    expect(count([heard(NEPAL, 50)], { now: day(80) + 1 }).whole).toMatchObject({ deadlinesMet: 0, deadlinesEnded: 1 });
  });
});

describe("silence", () => {
  test("is of this quarter alone, whatever period is looked at", () => {
    const { of } = count([heard(NEPAL, 59), heard(BENIN, 60)], { from: day(0), to: day(10) });
    expect([of(NEPAL)?.silent, of(BENIN)?.silent, of(INDIA)?.silent]).toEqual([true, false, true]);
  });

  test("a continent is not silent while one of its countries speaks; its own word is no country’s", () => {
    const { of } = count([heard(BENIN, 61), heard(ASIA, 61)]);
    expect([of(AFRICA)?.silent, of(ASIA)?.silent, of(NEPAL)?.silent]).toEqual([false, false, true]);
  });
});

test("shares of nothing are not shown as nought", () => {
  const { whole } = count([], { live: new Set(), networks: networks.filter(({ kind }) => kind !== "organisation") });
  expect(whole).toMatchObject({ made: 0, shareOfPlan: null, shareOfOrganisations: null, medianDays: null });
});

test("the median is the middle one, or the mean of the two in the middle, to one decimal, and leaves the list alone", () => {
  expect([median([]), median([7]), median([9, 1, 100]), median([1, 2]), median([0.1, 0.2])]).toEqual([
    null,
    7,
    9,
    1.5,
    0.2,
  ]);
  // As numbers, not as text: 10 comes after 9.
  expect(median([10, 9, 2])).toBe(9);
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

const anyHeard = fc
  .record({
    originId: fc.constantFrom(ASIA, NEPAL, INDIA, AFRICA, BENIN),
    submitted: fc.integer({ min: -20, max: 110 }),
    outcome: fc.constantFrom(
      ...ANSWER_OUTCOMES,
      "withdrawn" as const,
      "submitted" as const,
      "under-consideration" as const,
    ),
    days: fc.integer({ min: 0, max: 60 }),
    voices: fc.nat(3),
    action: fc.option(fc.constantFrom(101, 102, 103, 104)),
  })
  .map(({ originId, submitted, outcome, days, voices, action }) => {
    const waits = outcome === "submitted" || outcome === "under-consideration";
    const became = waits ? { outcome } : answered(submitted + days, outcome, { actionId: action });
    return heard(originId, submitted, { ...became, voices });
  });

test("whatever was said: the outcomes add up, and so do the continents; no country exceeds its continent", () => {
  fc.assert(
    fc.property(fc.array(anyHeard, { maxLength: 40 }), (all) => {
      const { of, whole, ids } = count(all);
      for (const one of [whole, ...ids.map((id) => of(id))]) {
        if (!one) throw new Error("A network has no figures.");
        const { made, accepted, partly, declined, withdrawn, waiting, deadlinesMet, deadlinesEnded } = one;
        expect(made).toBe(accepted + partly + declined + withdrawn + waiting);
        expect(deadlinesMet).toBeLessThanOrEqual(deadlinesEnded);
        expect(deadlinesEnded).toBeLessThanOrEqual(made - withdrawn);
      }
      for (const figure of ["made", "supported", "waiting", "deadlinesMet", "organisations"] as const) {
        expect((of(ASIA)?.[figure] ?? 0) + (of(AFRICA)?.[figure] ?? 0)).toBe(whole[figure]);
        for (const country of [NEPAL, INDIA])
          expect(of(country)?.[figure] ?? 0).toBeLessThanOrEqual(of(ASIA)?.[figure] ?? 0);
      }
      expect(of(NEPAL)?.actions).toBeLessThanOrEqual(of(ASIA)?.actions ?? 0);
    }),
    { numRuns: 100, seed: 20261124 },
  );
});
