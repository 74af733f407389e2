import { and, eq } from "drizzle-orm";
import type { Translated } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import type { Actor } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { aboutAction, workableAction } from "~/features/plan/actions/workable.server.ts";
import type { Database } from "~db/connection.ts";
import { keyResults } from "~db/schema/plan.ts";
import type { Cause } from "~db/stored/events.ts";
import { measure } from "./measure.server.ts";

/* Key results are entered, changed and retired by whoever works on their action. All throw Refusal: 404 for what is not
 * there, 403 when the action is not the actor's. */

export interface KeyResultInput {
  name: Translated;
  unit: string;
  start: number;
  target: number;
  due: string | null;
}

export type Row = typeof keyResults.$inferSelect;

/** Enters a key result of an action. */
export function addKeyResult(db: Database, by: By, actor: Actor, ref: string, input: KeyResultInput): { id: number } {
  return change(db, by, (tx, record) => {
    return enterKeyResult(tx, record, by, workableAction(tx, actor, { ref }), input);
  });
}

/** `addKeyResult` within a transaction that has asked who may, and has perhaps a cause. */
export function enterKeyResult(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  action: Parameters<typeof aboutAction>[0],
  input: KeyResultInput,
  cause: Cause | null = null,
): { id: number } {
  const { due, ...plain } = input;
  const row = tx
    .insert(keyResults)
    .values({ ...plain, dueQuarter: due, actionId: action.id, createdAt: by.at })
    .returning()
    .get();
  measure(tx, action.id);
  record({ kind: "key-result.created", ...aboutAction(action), before: null, after: fieldsOf(row), cause });
  return { id: row.id };
}

export type KeyResultEdited = { status: "saved" } | { status: "unchanged" } | { status: "stale" };

/**
 * Changes what a key result measures, from where to where.
 *
 * @param version the version that the person had before them: an older one, or one that is no longer followed, changes
 *   nothing and answers `stale`
 */
export function editKeyResult(
  db: Database,
  by: By,
  actor: Actor,
  { ref, id, version, input }: { ref: string; id: number; version: number; input: KeyResultInput },
): KeyResultEdited {
  return change(db, by, (tx, record): KeyResultEdited => {
    const action = workableAction(tx, actor, { ref });
    const row = keyResultOf(tx, action.id, id);
    if (row.version !== version || row.retiredAt) return { status: "stale" };
    const { due, ...plain } = input;
    const [before, after] = [fieldsOf(row), fieldsOf({ ...row, ...plain, dueQuarter: due })];
    if (JSON.stringify(before) === JSON.stringify(after)) return { status: "unchanged" };
    tx.update(keyResults)
      .set({ ...plain, dueQuarter: due, version: version + 1 })
      .where(eq(keyResults.id, id))
      .run();
    measure(tx, action.id);
    record({ kind: "key-result.edited", ...aboutAction(action), before, after });
    return { status: "saved" };
  });
}

/** Follows a key result no longer: it counts for no progress any more, and its check-ins stay. */
export function retireKeyResult(
  db: Database,
  by: By,
  actor: Actor,
  { ref, id, version }: { ref: string; id: number; version: number },
): KeyResultEdited {
  return change(db, by, (tx, record): KeyResultEdited => {
    const action = workableAction(tx, actor, { ref });
    const row = keyResultOf(tx, action.id, id);
    if (row.version !== version || row.retiredAt) return { status: "stale" };
    tx.update(keyResults)
      .set({ retiredAt: by.at, version: version + 1 })
      .where(eq(keyResults.id, id))
      .run();
    measure(tx, action.id);
    record({ kind: "key-result.retired", ...aboutAction(action), before: fieldsOf(row), after: null });
    return { status: "saved" };
  });
}

function keyResultOf(tx: Transaction, actionId: number, id: number): Row {
  const row = tx
    .select()
    .from(keyResults)
    .where(and(eq(keyResults.id, id), eq(keyResults.actionId, actionId)))
    .get();
  if (!row) throw new Refusal(404, `There is no key result ${id} of this action.`);
  return row;
}

/** A key result as history names it. */
export function fieldsOf({ id, name, unit, start, target, dueQuarter }: Row) {
  return { keyResultId: id, name, unit, from: start, target, due: dueQuarter };
}
