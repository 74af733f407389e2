import { eq } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayOpenReviews, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { settings } from "~db/schema/people.ts";
import type { Ruling } from "./rule.ts";

const NAME = "decisionRule";
const UNSET: Ruling = { rule: "continental-consent", quorum: 7 };

/** How the committee decides, unless a review has been opened under another rule. 1 statement. */
export function decisionRule(db: Database | Transaction): Ruling {
  const stored = db.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME)).get()?.value;
  return { ...UNSET, ...(stored as Partial<Ruling> | undefined) };
}

/**
 * Sets how the committee decides, for the reviews that are opened from now on.
 *
 * @throws Refusal 403 for all but administrators
 */
export function editDecisionRule(db: Database, by: By, viewer: Viewer, { rule, quorum }: Ruling): void {
  if (!mayOpenReviews(viewer)) throw new Refusal(403, `${viewer.role} may not set how the committee decides`);
  change(db, by, (tx, record) => {
    const before = decisionRule(tx);
    if (before.rule === rule && before.quorum === quorum) return;
    const after = { rule, quorum };
    tx.insert(settings)
      .values({ name: NAME, value: after })
      .onConflictDoUpdate({ target: settings.name, set: { value: after } })
      .run();
    record({ kind: "decision-rule.edited", before: { ...before }, after });
  });
}
