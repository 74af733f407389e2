import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { progressMeasured } from "~/features/plan/actions/progress.ts";
import { actions, keyResults } from "~db/schema/plan.ts";

/**
 * Writes what an action's key results measure onto the action, so that boards need not ask for them. In the transaction of
 * whatever changes one: a check-in, an edit, a retirement. The action's version stays, since nobody edits this. 2 statements.
 */
export function measure(tx: Transaction, actionId: number): void {
  const measures = tx
    .select({ start: keyResults.start, target: keyResults.target, latest: keyResults.latest })
    .from(keyResults)
    .where(and(eq(keyResults.actionId, actionId), isNull(keyResults.retiredAt)))
    .all();
  tx.update(actions)
    .set({ measured: progressMeasured(measures) })
    .where(eq(actions.id, actionId))
    .run();
}
