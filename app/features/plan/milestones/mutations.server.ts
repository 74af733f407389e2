import { and, eq } from "drizzle-orm";
import type { MilestoneState, Translated } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import type { Actor } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { aboutAction, workableAction } from "~/features/plan/actions/workable.server.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { milestones } from "~db/schema/plan.ts";
import type { Cause } from "~db/stored/events.ts";

/* All throw Refusal: 404 for an unknown action or milestone, 403 when the action is not the actor's. */

export interface MilestoneInput {
  name: Translated;
  /** `2026-11-24`. */
  day: string;
  state: MilestoneState;
}

/** Which milestone, and the version of it that the person had before them. */
export interface Which {
  /** The action's reference. */
  ref: string;
  id: number;
  version: number;
}

export type MilestoneChanged = { status: "saved" | "unchanged" | "removed" } | { status: "stale" };

/** Enters a milestone of an action. Returns its id. */
export function addMilestone(db: Database, by: By, actor: Actor, ref: string, input: MilestoneInput): number {
  return change(db, by, (tx, record) => enterMilestone(tx, record, by, workableAction(tx, actor, { ref }), input));
}

/** `addMilestone` within a transaction that has asked who may, and has perhaps a cause. */
export function enterMilestone(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  action: Parameters<typeof aboutAction>[0],
  input: MilestoneInput,
  cause: Cause | null = null,
): number {
  const { id } = tx
    .insert(milestones)
    .values({ ...input, actionId: action.id, createdAt: by.at })
    .returning({ id: milestones.id })
    .get();
  const { name, day, state } = input;
  const after = { milestoneId: id, name, day, state };
  record({ kind: "milestone.created", ...aboutAction(action), before: null, after, cause });
  return id;
}

/**
 * Changes a milestone: its name and day, or how it came out. What `changes` does not name stays.
 *
 * @returns `stale`, and changes nothing, when somebody changed it since that version
 */
export function editMilestone(
  db: Database,
  by: By,
  actor: Actor,
  { ref, id, version }: Which,
  changes: Partial<MilestoneInput>,
): MilestoneChanged {
  return change(db, by, (tx, record): MilestoneChanged => {
    const action = workableAction(tx, actor, { ref });
    const row = loadMilestone(tx, action.id, id);
    if (row.version !== version) return { status: "stale" };
    const before = { name: row.name, day: row.day, state: row.state };
    const after = { ...before, ...changes };
    if (sameValue(before, after)) return { status: "unchanged" };
    tx.update(milestones)
      .set({ ...after, version: version + 1 })
      .where(eq(milestones.id, id))
      .run();
    const named = (fields: typeof after) => ({ milestoneId: id, ...fields });
    record({
      kind: "milestone.edited",
      ...aboutAction(action),
      before: named(before),
      after: named(after),
    });
    return { status: "saved" };
  });
}

/** Removes a milestone; what it said stays in history. Returns `stale` as `editMilestone` does. */
export function removeMilestone(db: Database, by: By, actor: Actor, { ref, id, version }: Which): MilestoneChanged {
  return change(db, by, (tx, record): MilestoneChanged => {
    const action = workableAction(tx, actor, { ref });
    const { name, day, state, version: now } = loadMilestone(tx, action.id, id);
    if (now !== version) return { status: "stale" };
    tx.delete(milestones).where(eq(milestones.id, id)).run();
    record({
      kind: "milestone.removed",
      ...aboutAction(action),
      before: { milestoneId: id, name, day, state },
      after: null,
    });
    return { status: "removed" };
  });
}

function loadMilestone(tx: Transaction, actionId: number, id: number) {
  const row = tx
    .select()
    .from(milestones)
    .where(and(eq(milestones.id, id), eq(milestones.actionId, actionId)))
    .get();
  if (!row) throw new Refusal(404, `Action ${actionId} has no milestone ${id}.`);
  return row;
}
