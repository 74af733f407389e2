import { desc, eq } from "drizzle-orm";
import type { Recurrence } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { plainFields } from "~/features/plan/actions/columns.server.ts";
import { aboutAction, workableAction } from "~/features/plan/actions/workable.server.ts";
import { isQuarter, type Quarter } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { recurrenceActions, recurrences } from "~db/schema/plan.ts";
import { recurrenceOf } from "./queries.server.ts";
import { firstQuarterAhead, quarterFor } from "./recurrence.ts";

export type RecurrenceSet = { status: "saved" | "unchanged" | "stale" | "quarter-missing" };

/**
 * Lets an action recur, in another rhythm, or no longer. What was made already stays.
 *
 * @param every null to stop
 * @param version of the series that the person had before them; 0 where there was none
 * @throws Refusal 404 for an unknown action, 403 when it is not the viewer's
 */
export function setRecurrence(
  db: Database,
  by: By,
  viewer: Viewer,
  { ref, every, version }: { ref: string; every: Recurrence | null; version: number },
): RecurrenceSet {
  return change(db, by, (tx, record): RecurrenceSet => {
    const action = workableAction(tx, viewer, { ref });
    const row = recurrenceOf(tx, action.id);
    if ((row?.version ?? 0) !== version) return { status: "stale" };
    if ((row?.every ?? null) === every) return { status: "unchanged" };
    const latest = row ? latestQuarter(tx, row.id) : quarterFor(plainFields(action));
    if (latest === null) return { status: "quarter-missing" };
    const next = every && firstQuarterAhead(latest, every, by.at);
    const id = row?.id ?? begin(tx, by, action.id, latest);
    tx.update(recurrences)
      .set({ every, version: version + 1, ...(next && { nextQuarter: next }) })
      .where(eq(recurrences.id, id))
      .run();
    record({
      kind: "action.recurrence-edited",
      ...aboutAction(action),
      before: { recurrenceId: id, every: row?.every ?? null, next: row?.every ? row.next : null },
      after: { recurrenceId: id, every, next },
    });
    return { status: "saved" };
  });
}

/** Begins a series with an action. Returns its id. */
function begin(tx: Transaction, by: By, actionId: number, quarter: Quarter): number {
  const { id } = tx
    .insert(recurrences)
    .values({ every: null, nextQuarter: quarter, createdAt: by.at })
    .returning({ id: recurrences.id })
    .get();
  tx.insert(recurrenceActions).values({ recurrenceId: id, quarter, actionId }).run();
  return id;
}

function latestQuarter(tx: Transaction, id: number): Quarter | null {
  const latest = tx
    .select({ quarter: recurrenceActions.quarter })
    .from(recurrenceActions)
    .where(eq(recurrenceActions.recurrenceId, id))
    .orderBy(desc(recurrenceActions.quarter))
    .limit(1)
    .get()?.quarter;
  return isQuarter(latest) ? latest : null;
}
