import type { Language } from "~/domain.ts";
import { FUNDING_STAGES, type FundingStage, type Step } from "./funding.ts";
import { type Currency, inEuro, type Rates, shared } from "./money.ts";

/** What is counted of a stream: what it aims at, and what its sums say. */
export type Figure = "aimed" | Step;
export const FIGURES = ["aimed", "asked", "granted", "paid", "reported"] as const satisfies readonly Figure[];

export interface Sum {
  figure: Figure;
  /** In hundredths of its currency. */
  amount: number;
  currency: Currency;
  /** The day on which it counts: its own, or that by which the stream is to be asked for. */
  day: string | null;
}

export interface Stream {
  id: number;
  title: string;
  donor: string;
  stage: FundingStage;
  /** The continents that it benefits, each once and one at least: the international network among them where it benefits. */
  continents: number[];
  sums: Sum[];
}

export type Figures = Record<Figure, number>;

/** What is counted together under one name: `null` where nothing is said. In hundredths of a euro. */
export interface Group<K> {
  key: K;
  figures: Figures;
}

/** What no rate is known for: counted apart, in hundredths of its own currency. */
export interface Apart {
  currency: Currency;
  sums: number;
  figures: Figures;
}

export interface Totals {
  /** How many streams the totals count: all that were not refused. */
  streams: number;
  whole: Figures;
  /** What was refused will not come: it is in no total and no group. */
  refused: { streams: number; figures: Figures };
  byStage: Group<FundingStage>[];
  byDonor: Group<string>[];
  byContinent: Group<number>[];
  byYear: Group<number | null>[];
  apart: Apart[];
}

const none = (): Figures => ({ aimed: 0, asked: 0, granted: 0, paid: 0, reported: 0 });

/**
 * The totals of these streams in the reporting currency, what was refused aside. Each sum is put into euros once, rounded to the hundredth, and only
 * then counted: in the whole once, and in every grouping once, so that the parts of each make up the whole exactly. What a stream of
 * several continents brings is parted among them equally; hundredths left over go to the first.
 */
export function totalsOf(streams: readonly Stream[], rates: Rates): Totals {
  const whole = none();
  const refused = { streams: 0, figures: none() };
  const apart = new Map<Currency, Apart>();
  const stages = grouping<FundingStage>();
  const donors = grouping<string>();
  const continents = grouping<number>();
  const years = grouping<number | null>();
  const spelled = new Map<string, string>();
  for (const { stage, donor, continents: benefiting, sums } of streams) {
    if (stage === "refused") refused.streams += 1;
    const known = spelled.get(folded(donor)) ?? donor;
    spelled.set(folded(donor), known);
    for (const { figure, amount, currency, day } of sums) {
      const euro = inEuro(amount, currency, rates);
      if (euro === null) {
        const of = apart.get(currency) ?? { currency, sums: 0, figures: none() };
        apart.set(currency, of);
        of.sums += 1;
        of.figures[figure] += amount;
        continue;
      }
      if (stage === "refused") {
        refused.figures[figure] += euro;
        continue;
      }
      whole[figure] += euro;
      stages.count(stage, figure, euro);
      donors.count(known, figure, euro);
      years.count(day === null ? null : Number(day.slice(0, 4)), figure, euro);
      const parts = shared(euro, benefiting.length);
      for (const [at, part] of parts.entries()) {
        const continent = benefiting[at];
        if (continent !== undefined) continents.count(continent, figure, part);
      }
    }
  }
  return {
    streams: streams.length - refused.streams,
    whole,
    refused,
    apart: [...apart.values()],
    byStage: stages.groups(),
    byDonor: donors.groups(),
    byContinent: continents.groups(),
    byYear: years.groups(),
  };
}

/** A donor that two people spell with other capitals or spaces is one. */
const folded = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

function grouping<K>() {
  const groups = new Map<K, Figures>();
  return {
    count(key: K, figure: Figure, amount: number): void {
      const figures = groups.get(key) ?? none();
      groups.set(key, figures);
      figures[figure] += amount;
    },
    groups: (): Group<K>[] => [...groups].map(([key, figures]) => ({ key, figures })),
  };
}

/** The same totals as people read them: stages in their order, the latest year first, donors by the alphabet, continents as in the tree. */
export function inOrder(totals: Totals, tree: readonly number[], language: Language): Totals {
  const { byStage, byDonor, byContinent, byYear } = totals;
  const { compare } = new Intl.Collator(language, { numeric: true });
  return {
    ...totals,
    byStage: byStage.toSorted((a, b) => FUNDING_STAGES.indexOf(a.key) - FUNDING_STAGES.indexOf(b.key)),
    byDonor: byDonor.toSorted((a, b) => compare(a.key, b.key)),
    byContinent: byContinent.toSorted((a, b) => tree.indexOf(a.key) - tree.indexOf(b.key)),
    byYear: byYear.toSorted((a, b) => (b.key ?? 0) - (a.key ?? 0)),
  };
}
