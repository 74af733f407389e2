import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { Recurrence } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, recurrenceActions, recurrences } from "~db/schema/plan.ts";

export interface RecurrenceRow {
  id: number;
  /** Null once it is stopped. */
  every: Recurrence | null;
  /** The quarter of the one that is made next. */
  next: string;
  version: number;
  /** The quarter that the action stands for. */
  quarter: string;
}

/** An action's place in its series, as its page shows it. */
export interface RecurrenceShown {
  every: Recurrence | null;
  /** The quarter of the one that will be made next; null where nothing will, or where a later one stands already. */
  next: string | null;
  /** The references of the one before and the one after it; null where there is none. */
  follows: string | null;
  followedBy: string | null;
}

/** The series to which an action belongs; undefined where it never recurred. 1 statement. */
export function recurrenceOf(db: Database | Transaction, actionId: number): RecurrenceRow | undefined {
  return db
    .select({
      id: recurrences.id,
      every: recurrences.every,
      next: recurrences.nextQuarter,
      version: recurrences.version,
      quarter: recurrenceActions.quarter,
    })
    .from(recurrenceActions)
    .innerJoin(recurrences, eq(recurrences.id, recurrenceActions.recurrenceId))
    .where(eq(recurrenceActions.actionId, actionId))
    .get();
}

/** An action's place in its series; null where it never recurred. 1 statement, and 2 where it did. */
export function recurrenceShown(db: Database, actionId: number): RecurrenceShown | null {
  const row = recurrenceOf(db, actionId);
  if (!row) return null;
  const neighbour = (later: boolean) =>
    db
      .select({ ref: actions.ref })
      .from(recurrenceActions)
      .innerJoin(actions, eq(actions.id, recurrenceActions.actionId))
      .where(and(eq(recurrenceActions.recurrenceId, row.id), (later ? gt : lt)(recurrenceActions.quarter, row.quarter)))
      .orderBy((later ? asc : desc)(recurrenceActions.quarter))
      .limit(1)
      .get()?.ref ?? null;
  const [follows, followedBy] = [neighbour(false), neighbour(true)];
  return { every: row.every, next: row.every && !followedBy ? row.next : null, follows, followedBy };
}
