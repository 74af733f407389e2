import { and, eq, inArray } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import type { Actor } from "~/features/core/policy.ts";
import { aboutAction, workableAction } from "~/features/plan/actions/workable.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, dependencies } from "~db/schema/plan.ts";
import { circleWith, type Waits } from "./circle.ts";

export interface NewDependency {
  /** The reference of the action that waits. */
  ref: string;
  /** The reference of the one that it waits for: on any board, whoever works on that one. */
  on: string;
  why: string;
}

export type Added =
  | { status: "added" }
  | { status: "invalid"; problem: "not-an-action" | "not-itself" | "waits-already" }
  /** The way of the circle, in references: from the action back to it. */
  | { status: "circle"; way: string[] };

/**
 * Says that an action waits for another. Never in a circle: what waits for what is read in the transaction that writes,
 * and only one writes at a time, so that two who add at once cannot close one together.
 *
 * @throws Refusal 404 for an unknown action, 403 when the one that waits is not the actor's
 */
export function addDependency(db: Database, by: By, actor: Actor, { ref, on, why }: NewDependency): Added {
  return change(db, by, (tx, record): Added => {
    const waiting = workableAction(tx, actor, { ref });
    const awaited = tx.select({ id: actions.id, ref: actions.ref }).from(actions).where(eq(actions.ref, on)).get();
    if (!awaited) return { status: "invalid", problem: "not-an-action" };
    if (awaited.id === waiting.id) return { status: "invalid", problem: "not-itself" };
    const waits = allWaits(tx);
    if (waits.get(waiting.id)?.includes(awaited.id)) return { status: "invalid", problem: "waits-already" };
    const circle = circleWith(waits, waiting.id, awaited.id);
    if (circle) return { status: "circle", way: refsOf(tx, circle) };
    tx.insert(dependencies).values({ actionId: waiting.id, onId: awaited.id, why, createdAt: by.at }).run();
    record({
      kind: "dependency.created",
      ...aboutAction(waiting),
      why,
      before: null,
      after: { on: awaited.ref },
    });
    return { status: "added" };
  });
}

/**
 * Says that an action no longer waits for another. Nothing happens where somebody else has removed it already.
 *
 * @throws Refusal 404 for an unknown action, 403 when the one that waits is not the actor's
 */
export function removeDependency(db: Database, by: By, actor: Actor, { ref, id }: { ref: string; id: number }): void {
  change(db, by, (tx, record) => {
    const waiting = workableAction(tx, actor, { ref });
    const one = and(eq(dependencies.id, id), eq(dependencies.actionId, waiting.id));
    const found = tx
      .select({ on: actions.ref })
      .from(dependencies)
      .innerJoin(actions, eq(actions.id, dependencies.onId))
      .where(one)
      .get();
    if (!found) return;
    tx.delete(dependencies).where(one).run();
    record({
      kind: "dependency.removed",
      ...aboutAction(waiting),
      before: { on: found.on },
      after: null,
    });
  });
}

/** All that waits: a few numbers for each dependency of the plan, read from one index. */
function allWaits(tx: Transaction): Waits {
  const waits = new Map<number, number[]>();
  const rows = tx.select({ waiting: dependencies.actionId, on: dependencies.onId }).from(dependencies).all();
  for (const { waiting, on } of rows) waits.set(waiting, [...(waits.get(waiting) ?? []), on]);
  return waits;
}

function refsOf(tx: Transaction, ids: number[]): string[] {
  const rows = tx.select({ id: actions.id, ref: actions.ref }).from(actions).where(inArray(actions.id, ids)).all();
  const refs = new Map(rows.map(({ id, ref }) => [id, ref]));
  return ids.map((id) => refs.get(id) ?? "");
}
