import { eq } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayEnterRates, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { settings } from "~db/schema/people.ts";
import type { Currency, Rate, Rates } from "./money.ts";

const NAME = "rates";

/** The rates by which amounts are counted together. 1 statement. */
export function ratesIn(db: Database | Transaction): Rates {
  const stored = db.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME)).get()?.value;
  return (stored as Rates | undefined) ?? {};
}

/**
 * Enters the rate of a currency; the one before it stays in history.
 *
 * @throws Refusal 403 for all but those who work on the financing board
 */
export function enterRate(db: Database, by: By, viewer: Viewer, { currency, ...rate }: Rate & { currency: Currency }) {
  if (!mayEnterRates(viewer)) throw new Refusal(403, `${viewer.role} may not enter exchange rates`);
  change(db, by, (tx, record) => {
    const rates = ratesIn(tx);
    const was = rates[currency];
    if (was && was.perEuro === rate.perEuro && was.day === rate.day && was.source === rate.source) return;
    const value: Rates = { ...rates, [currency]: rate };
    tx.insert(settings)
      .values({ name: NAME, value })
      .onConflictDoUpdate({ target: settings.name, set: { value } })
      .run();
    record({
      kind: "rate.entered",
      board: "financing",
      // The currency is named in what stands after alone, so that the line says of which one it is.
      before: was ? { ...was } : null,
      after: { currency, ...rate },
    });
  });
}
