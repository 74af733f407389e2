import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FUNDING_STAGES } from "~/features/tools/financing/funding/funding.ts";
import {
  CURRENCIES,
  type Currency,
  hundredths,
  inEuro,
  type Rates,
  shared,
} from "~/features/tools/financing/funding/money.ts";
import { FIGURES, type Figures, type Stream, type Sum, totalsOf } from "~/features/tools/financing/funding/totals.ts";

const rate = (perEuro: number) => ({ perEuro, day: "2026-11-20", source: "somebody" });

describe("an amount in euros", () => {
  test("is rounded to the nearest cent, half a cent up", () => {
    const rates: Rates = { USD: rate(1.25), XOF: rate(655.957), CHF: rate(2) };
    expect(inEuro(10_000, "USD", rates)).toBe(8000);
    expect(inEuro(65_595_700, "XOF", rates)).toBe(100_000);
    expect(inEuro(1, "CHF", rates)).toBe(1);
    expect(inEuro(99_999_999_999_999, "CHF", rates)).toBe(50_000_000_000_000);
  });

  test("is not guessed where no rate is known, and needs none in euros", () => {
    expect(inEuro(10_000, "NPR", {})).toBeNull();
    expect(inEuro(10_001, "EUR", {})).toBe(10_001);
  });

  test("loses nothing on its way from what was typed", () => {
    expect([19.99, 1.15, 0.29, 9_999_999_999.99].map(hundredths)).toEqual([1999, 115, 29, 999_999_999_999]);
  });
});

test("what is shared among continents is shared to the cent, the cents that are left over to the first", () => {
  expect(shared(100, 3)).toEqual([34, 33, 33]);
  expect(shared(2, 3)).toEqual([1, 1, 0]);
});

const day = fc.option(
  fc.integer({ min: 2019, max: 2031 }).map((year) => `${year}-03-01`),
  { nil: null },
);
const sum: fc.Arbitrary<Sum> = fc.record({
  figure: fc.constantFrom(...FIGURES),
  amount: fc.integer({ min: 0, max: 1_000_000_000_000 }),
  currency: fc.constantFrom(...CURRENCIES),
  day,
});
const stream: fc.Arbitrary<Stream> = fc.record({
  id: fc.integer({ min: 1, max: 10_000 }),
  title: fc.constant("Visits"),
  donor: fc.constantFrom("ILO", " ilo ", "UNICEF", "European  Union", "european union", "…"),
  stage: fc.constantFrom(...FUNDING_STAGES),
  continents: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
  sums: fc.array(sum, { maxLength: 8 }),
});
const rates: fc.Arbitrary<Rates> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...CURRENCIES.slice(1)), fc.integer({ min: 1000, max: 100_000_000 })), {
    selector: ([currency]) => currency,
  })
  .map((known) => Object.fromEntries(known.map(([currency, parts]) => [currency, rate(parts / 10_000)])));

/** What somebody may have filtered by: a stage, a currency, a donor, a continent, or nothing. */
const filter: fc.Arbitrary<(one: Stream) => boolean> = fc.oneof(
  fc.constant(() => true),
  fc.constantFrom(...FUNDING_STAGES).map((stage) => (one: Stream) => one.stage === stage),
  fc.constantFrom("ILO", "UNICEF").map((donor) => (one: Stream) => one.donor === donor),
  fc.integer({ min: 1, max: 6 }).map((id) => (one: Stream) => one.continents.includes(id)),
  fc.constantFrom(...CURRENCIES).map((code) => (one: Stream) => one.sums.some(({ currency }) => currency === code)),
);

const added = (all: readonly Figures[]): Figures =>
  Object.fromEntries(
    FIGURES.map((figure) => [figure, all.reduce((total, figures) => total + figures[figure], 0)]),
  ) as Figures;

describe("totals", () => {
  test("the parts of each grouping make up the whole, under any filter", () => {
    fc.assert(
      fc.property(fc.array(stream, { maxLength: 30 }), rates, filter, (streams, known, fits) => {
        const { whole, byStage, byDonor, byContinent, byYear } = totalsOf(streams.filter(fits), known);
        for (const groups of [byStage, byDonor, byContinent, byYear])
          expect(added(groups.map(({ figures }) => figures))).toEqual(whole);
      }),
    );
  });

  test("nothing is lost and nothing counted twice: each sum is in the whole once, or apart in its own currency", () => {
    fc.assert(
      fc.property(fc.array(stream, { maxLength: 30 }), rates, filter, (streams, known, fits) => {
        const counted = streams.filter(fits);
        const sums = counted.flatMap((one) => one.sums);
        const { whole, refused, apart } = totalsOf(counted, known);
        const [with_, without] = [
          sums.filter(({ currency }) => currency === "EUR" || known[currency]),
          sums.filter(({ currency }) => currency !== "EUR" && !known[currency]),
        ];
        for (const figure of FIGURES) {
          const of = (all: Sum[]) => all.filter((one) => one.figure === figure);
          expect(whole[figure] + refused.figures[figure]).toBe(
            of(with_).reduce(
              (total, { amount, currency }) => total + (inEuro(amount, currency, known) ?? Number.NaN),
              0,
            ),
          );
          for (const { currency, figures } of apart)
            expect(figures[figure]).toBe(
              of(without).reduce((total, one) => total + (one.currency === currency ? one.amount : 0), 0),
            );
        }
        expect(apart.reduce((total, one) => total + one.sums, 0)).toBe(without.length);
      }),
    );
  });

  test("what two filters part is together what there is without them", () => {
    fc.assert(
      fc.property(fc.array(stream, { maxLength: 30 }), rates, filter, (streams, known, fits) => {
        const wholeOf = (some: Stream[]) => totalsOf(some, known).whole;
        const both = [streams.filter(fits), streams.filter((one) => !fits(one))];
        expect(added(both.map(wholeOf))).toEqual(wholeOf(streams));
      }),
    );
  });

  test("what was refused is in no total and no group", () => {
    const of = (stage: Stream["stage"], amount: number): Stream => ({
      id: 1,
      title: "Visits",
      donor: "ILO",
      stage,
      continents: [2],
      sums: [{ figure: "asked", amount, currency: "EUR", day: "2026-05-01" }],
    });
    const { streams, whole, refused, byStage, byDonor } = totalsOf([of("asked", 100), of("refused", 7)], {});
    expect([streams, whole.asked]).toEqual([1, 100]);
    expect([refused.streams, refused.figures.asked]).toEqual([1, 7]);
    expect(byStage.map(({ key }) => key)).toEqual(["asked"]);
    expect(byDonor.map(({ figures }) => figures.asked)).toEqual([100]);
  });

  test("counted by hand: a donor spelled twice is one, two continents share, an unknown rate stands apart", () => {
    const of = (more: Partial<Stream>, amount: number, currency: Currency = "EUR"): Stream => ({
      id: 1,
      title: "Visits",
      donor: "ILO",
      stage: "asked",
      continents: [2],
      sums: [{ figure: "asked", amount, currency, day: "2026-05-01" }],
      ...more,
    });
    const totals = totalsOf(
      [of({}, 10_000), of({ donor: "ilo", continents: [2, 3] }, 101), of({ donor: "UNICEF" }, 500, "NPR")],
      {},
    );
    expect(totals.byDonor.map(({ key, figures }) => [key, figures.asked])).toEqual([["ILO", 10_101]]);
    expect(totals.byContinent.map(({ key, figures }) => [key, figures.asked])).toEqual([
      [2, 10_051],
      [3, 50],
    ]);
    expect(totals.byYear.map(({ key, figures }) => [key, figures.asked])).toEqual([[2026, 10_101]]);
    expect(totals.apart.map(({ currency, sums, figures }) => [currency, sums, figures.asked])).toEqual([
      ["NPR", 1, 500],
    ]);
  });
});
