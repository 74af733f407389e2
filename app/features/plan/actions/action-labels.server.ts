import { sql } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { type Database, prepared } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { labelKey, sortedLabels } from "./action-labels.ts";

/**
 * Spells labels as the rest of the plan does: who writes `Covid-19` where others wrote `COVID-19` means the same label. The
 * action's own spelling does not count, so that what stands in it alone can be spelt otherwise. 1 statement, none for no labels.
 *
 * @param actionId whose labels they are; null for an action that is not entered yet
 */
export function asSpelt(tx: Transaction, labels: readonly string[], actionId: number | null): string[] {
  if (labels.length === 0) return [];
  const rows = tx.values<[string]>(sql`
    select l.value from ${actions} as a, json_each(a.labels) as l
    where a.id is not ${actionId} group by l.value order by min(a.id)`);
  const spelt = new Map<string, string>();
  for (const [label] of rows) if (!spelt.has(labelKey(label))) spelt.set(labelKey(label), label);
  return sortedLabels(labels.map((label) => spelt.get(labelKey(label)) ?? label));
}

/** How many labels a form offers while one types. */
const OFFERED_MOST = 300;

/** The plan's labels, the most used first: what a form offers. 1 statement. */
export function labelsOfPlan(db: Database): string[] {
  return db
    .values<[string]>(
      sql`select l.value from ${actions} as a, json_each(a.labels) as l
        group by l.value order by count(*) desc, l.value limit ${OFFERED_MOST}`,
    )
    .map(([label]) => label);
}

/** The labels that any action of a board, or of any board, has, in alphabetical order: what the filter offers. 1 statement. */
export const labelsOn = prepared((db) => {
  const query = db.$client
    .prepare("select distinct l.value from actions as a, json_each(a.labels) as l where a.board = coalesce(?, a.board)")
    .pluck();
  return (board: Board | null): string[] => sortedLabels(query.all(board) as string[]);
});
