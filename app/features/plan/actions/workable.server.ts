import { and, eq, gt, inArray } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import { type Actor, mayWorkOn, type NetworkNode } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import type { EventOf } from "~db/stored/events.ts";

export type ActionWithLead = typeof actions.$inferSelect & { lead: NetworkNode };

/**
 * Loads an action with its lead network. 1 statement.
 *
 * @throws Refusal 404 for an unknown one
 */
export function actionWithLead(tx: Database | Transaction, which: { ref: string } | { id: number }): ActionWithLead {
  const found = tx
    .select({ row: actions, lead: { id: networks.id, kind: networks.kind } })
    .from(actions)
    .innerJoin(networks, eq(networks.id, actions.leadId))
    .where("ref" in which ? eq(actions.ref, which.ref) : eq(actions.id, which.id))
    .get();
  if (!found) throw new Refusal(404, `There is no action ${"ref" in which ? which.ref : which.id}.`);
  return { ...found.row, lead: found.lead };
}

/**
 * Loads an action that somebody is about to change something of, with its lead network. 1 statement.
 *
 * @throws Refusal 404 for an unknown action, 403 when it is not the actor's
 */
export function workableAction(
  tx: Database | Transaction,
  actor: Actor,
  which: { ref: string } | { id: number },
): ActionWithLead {
  const action = actionWithLead(tx, which);
  if (actor && !mayWorkOn(actor, action)) throw new Refusal(403, `${actor.id} may not work on ${action.ref}.`);
  return action;
}

/**
 * Loads an action with the event of it that somebody wants to take back. 2 statements.
 *
 * @param kind what the event must be
 * @param name what the refusal calls it
 * @param readBefore what stood before it, as far as it is to be set back; null where it is not an event of the wanted sort
 * @throws Refusal 404 when there is no such event, 403 when its action is not the actor's
 */
export function actionOfEvent<Kind extends (typeof OF_THE_PLAN)[number], Before>(
  tx: Transaction,
  actor: Actor,
  event: number,
  { kind, name }: { kind: Kind; name: string },
  readBefore: (before: EventOf<Kind>["before"]) => Before | null,
): { action: ActionWithLead; before: Before } {
  const found = tx
    .select({ actionId: events.actionId, before: events.before })
    .from(events)
    .where(and(eq(events.id, event), eq(events.kind, kind)))
    .get();
  const before = found && readBefore(found.before as EventOf<Kind>["before"]);
  if (!found?.actionId || !before) throw new Refusal(404, `There is no ${name} ${event}.`);
  return { action: workableAction(tx, actor, { id: found.actionId }), before };
}

/** What the events of something that belongs to an action are about. */
export const aboutAction = ({ id, board }: Pick<ActionWithLead, "id" | "board">) => ({ board, actionId: id });

/** @throws Refusal 403 when the actor may not work on a board for a lead network */
export function mustWorkOn(actor: Actor, board: Board, lead: NetworkNode): void {
  if (actor && !mayWorkOn(actor, { board, lead })) {
    throw new Refusal(403, `${actor.role} may not work on ${board} for network ${lead.id}`);
  }
}

/** @throws Refusal 404 for an unknown network */
export function networkNode(tx: Transaction, id: number): NetworkNode {
  const node = tx.select({ id: networks.id, kind: networks.kind }).from(networks).where(eq(networks.id, id)).get();
  if (!node) throw new Refusal(404, `There is no network ${id}.`);
  return node;
}

/** Whether the action has been changed since an event of its own: what that event did can then not be taken back. 1 statement. */
export function isChangedSince(tx: Transaction, actionId: number, event: number): boolean {
  const later = tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.actionId, actionId), gt(events.id, event), inArray(events.kind, [...OF_THE_PLAN])))
    .limit(1)
    .get();
  return later !== undefined;
}
