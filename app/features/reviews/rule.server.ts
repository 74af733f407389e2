import { eq } from "drizzle-orm";
import type { Transaction } from "~/features/history/change.server.ts";
import { DECISION_RULES, type DecisionRule, isOneOf } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { settings } from "~db/schema.ts";

/** How the committee decides: the rule, and how many seats must be there. */
export interface HowDecided {
  rule: DecisionRule;
  quorum: number;
}

/** Until an administrator sets something else: consent of the continental networks, and 7 of the 12 seats. */
const USUAL: HowDecided = { rule: "continental-consent", quorum: 7 };

/** How reviews that are opened now will decide. 1 statement. */
export function howDecided(db: Database | Transaction): HowDecided {
  const stored = db.select({ value: settings.value }).from(settings).where(eq(settings.name, "decisionRule")).get()
    ?.value as Partial<HowDecided> | undefined;
  return {
    rule: isOneOf(DECISION_RULES, stored?.rule) ? stored.rule : USUAL.rule,
    quorum: Number.isInteger(stored?.quorum) ? (stored?.quorum as number) : USUAL.quorum,
  };
}
