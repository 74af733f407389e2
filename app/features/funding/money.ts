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
