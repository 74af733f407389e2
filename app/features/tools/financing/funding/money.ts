/*
 * Money is counted in whole hundredths of its currency, so that sums are exact; and in hundredths of a euro where several
 * currencies are counted together.
 */

/** ISO 4217: what donors pay in, and what is paid in where the plan names networks. The euro, in which all is counted, first. */
export const CURRENCIES = ["EUR", "USD", "CHF", "GBP", "XOF", "XAF", "CDF", "GNF", "GTQ", "INR", "NPR"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** What all amounts are counted together in. */
export const REPORTING = "EUR" satisfies Currency;

/** For one euro so much of a currency, as it stood on a day, and who says so. */
export interface Rate {
  perEuro: number;
  day: string;
  source: string;
}

/** By currency the rate that was entered last; the euro needs none. */
export type Rates = Partial<Record<Currency, Rate>>;

/** Currencies whose rate to the euro is fixed by treaty: https://www.bceao.int and https://www.beac.int publish it. */
const FIXED: Partial<Record<Currency, number>> = { XOF: 655.957, XAF: 655.957 };

/** Roughly what one euro is: enough to tell a slip of the decimal sign where no rate was entered yet. */
const ROUGHLY: Partial<Record<Currency, number>> = {
  USD: 1.1,
  CHF: 1,
  GBP: 0.85,
  CDF: 3000,
  GNF: 10_000,
  GTQ: 9,
  INR: 95,
  NPR: 150,
};

const FIXED_TOLERANCE = 0.01;
const UNUSUAL_FACTOR = 10;

/**
 * Returns the rate that a new one should be near to, where it is not: a fixed one that it misses by more than a hundredth,
 * or the last known that it differs from tenfold or more. Null for a rate that nobody needs to be asked about.
 */
export function unlikeRate(currency: Currency, perEuro: number, rates: Rates): number | null {
  const fixed = FIXED[currency];
  if (fixed !== undefined) return Math.abs(perEuro / fixed - 1) > FIXED_TOLERANCE ? fixed : null;
  const known = rates[currency]?.perEuro ?? ROUGHLY[currency];
  if (known === undefined) return null;
  const factor = perEuro / known;
  return factor >= UNUSUAL_FACTOR || factor <= 1 / UNUSUAL_FACTOR ? known : null;
}

/** Returns what somebody confirms of a rate that is far from the known one: its currency and the number as it was typed. */
export function rateToConfirm(submitted: Record<string, string | string[]>): string {
  return `${submitted.currency ?? ""} ${submitted.perEuro ?? ""}`;
}

/** An amount as fields hold it, in whole hundredths. */
export function hundredths(amount: number): number {
  return Math.round(amount * 100);
}

/** Rates have four decimals at most: kept whole, nothing is lost when we divide by them. */
const RATE_PARTS = 10_000;

/**
 * An amount in hundredths of a euro, rounded to the nearest once; null where no rate is known, since nothing is guessed.
 * In whole numbers of any length, which no large amount overflows.
 */
export function inEuro(amount: number, currency: Currency, rates: Rates): number | null {
  if (currency === REPORTING) return amount;
  const rate = rates[currency];
  if (!rate) return null;
  const per = BigInt(Math.round(rate.perEuro * RATE_PARTS));
  return Number((2n * BigInt(amount) * BigInt(RATE_PARTS) + per) / (2n * per));
}

/** Parts an amount among so many, as equally as whole hundredths can be; what is left over goes to the first. */
export function shared(amount: number, among: number): number[] {
  const [each, over] = [Math.floor(amount / among), amount % among];
  return Array.from({ length: among }, (_, at) => each + (at < over ? 1 : 0));
}
