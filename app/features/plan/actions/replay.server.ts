import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Database } from "~db/connection.ts";
import { actions, events } from "~db/schema.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import { withDefaults } from "./fields.ts";

/**
 * The plan as it stood at an instant, from history alone: by reference, the fields of each action that existed then.
 * Events carry only what changed, so that replaying is laying them over each other in the order in which they happened.
 */
export function planAsOf(db: Database, instant: Date): Map<string, ActionFields> {
  const refs = new Map(
    db
      .select({ id: actions.id, ref: actions.ref })
      .from(actions)
      .all()
      .map(({ id, ref }) => [id, ref]),
  );
  const plan = new Map<string, ActionFields>();
  const rows = db
    .select({ actionId: events.actionId, after: events.after })
    .from(events)
    .where(and(inArray(events.kind, [...OF_THE_PLAN]), lte(events.at, instant)))
    .orderBy(asc(events.id))
    .all();
  for (const { actionId, after } of rows) {
    const ref = refs.get(actionId ?? 0);
    if (ref) plan.set(ref, withDefaults({ ...plan.get(ref), ...after } as ActionFields));
  }
  return plan;
}

/**
 * One action as it was at a version of it: what somebody had before them who opened a form then. Each event of an action
 * makes its next version, and being created is the first. Undefined when it has not come that far.
 */
export function actionAtVersion(
  db: Database | Transaction,
  actionId: number,
  version: number,
): ActionFields | undefined {
  const rows = db
    .select({ after: events.after })
    .from(events)
    .where(and(eq(events.actionId, actionId), inArray(events.kind, [...OF_THE_PLAN])))
    .orderBy(asc(events.id))
    .limit(version)
    .all();
  if (rows.length < version) return undefined;
  return withDefaults(Object.assign({}, ...rows.map(({ after }) => after)) as ActionFields);
}
