import { and, asc, inArray, lte } from "drizzle-orm";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import { withDefaults } from "~/features/plan/actions/fields.ts";
import { readFields } from "~/features/plan/actions/row.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, events } from "~db/schema.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";

/*
 * The plan from history alone, laid from the beginning over each other: what the tests compare the tables with, and what the
 * program's own reader, which takes back from the tables (`core/history/as-of.server.ts`), must agree with.
 */

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

/** The plan as the tables hold it now, by reference: what `planAsOf(now)` must equal. */
export function planNow(db: Database): Map<string, ActionFields> {
  return new Map(
    db
      .select()
      .from(actions)
      .all()
      .map((row) => [row.ref, readFields(db, row)]),
  );
}
