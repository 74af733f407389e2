import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { Translated } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import { add, notify } from "~/features/core/notifications/notify.server.ts";
import type { Actor, NetworkNode } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { workableAction } from "~/features/plan/actions/workable.server.ts";
import { sameValue } from "~/lib/same-value.ts";
import { withTexts } from "~/lib/translations.ts";
import type { Database } from "~db/connection.ts";
import { networks, people } from "~db/schema/people.ts";
import { actions, subsidiarityLinks } from "~db/schema/plan.ts";
import { linkSubjectOf } from "./linked.server.ts";
import { isBound } from "./rule.ts";

export type LinkRow = typeof subsidiarityLinks.$inferSelect;

export interface Naming {
  ref: string;
  networkIds: number[];
  how: Translated;
  /** Actions that these networks lead, each strengthened as its network's own. */
  own: string[];
}

/**
 * Names networks that an action strengthens, and tells their people that an answer is asked for.
 *
 * @returns `already-named` when one of them is named by now, `not-their-action` when an own action is not national or
 *   continental, or is not led by one of them, or is the second of the same network
 * @throws Refusal 404 for an unknown action or network, 403 when the action is not the actor's
 */
export function nameNetworks(
  db: Database,
  by: By,
  actor: Actor,
  { ref, networkIds, how, own }: Naming,
): { status: "named" } | { status: "already-named" | "not-their-action" } {
  return change(db, by, (tx, record) => {
    const action = workableAction(tx, actor, { ref });
    const ids = [...new Set(networkIds)];
    for (const id of ids) strengthenable(tx, id);
    const named = and(eq(subsidiarityLinks.actionId, action.id), inArray(subsidiarityLinks.networkId, ids));
    if (tx.select({ id: subsidiarityLinks.id }).from(subsidiarityLinks).where(named).limit(1).get())
      return { status: "already-named" };

    const ownBy = new Map<number, { id: number; ref: string }>();
    for (const one of own) {
      const found = ownAction(tx, action.id, one, ids);
      if (!found || ownBy.has(found.leadId)) return { status: "not-their-action" };
      ownBy.set(found.leadId, found);
    }
    for (const networkId of ids) {
      const its = ownBy.get(networkId);
      tx.insert(subsidiarityLinks)
        .values({ actionId: action.id, networkId, ownActionId: its?.id ?? null, how, createdAt: by.at })
        .run();
      const event = record({
        kind: "link.created",
        board: action.board,
        actionId: action.id,
        networkId,
        before: null,
        after: { how, ...(its && { ownAction: its.ref }) },
      });
      tellNetwork(tx, by, event, action.id, networkId);
    }
    return { status: "named" };
  });
}

export interface LinkEdit {
  ref: string;
  networkId: number;
  version: number;
  /** What the form gave; the text's other languages stay. */
  how: Translated;
  /** The reference of the network's own action; null for none. */
  own: string | null;
}

/**
 * Changes how an action strengthens a network, and which of its actions. The network's answer stays as it is.
 *
 * @throws Refusal 404 for an unknown action or link, 403 when the action is not the actor's
 */
export function editLink(
  db: Database,
  by: By,
  actor: Actor,
  { ref, networkId, version, how, own }: LinkEdit,
): { status: "saved" | "unchanged" | "stale" | "not-their-action" } {
  return change(db, by, (tx, record) => {
    const action = workableAction(tx, actor, { ref });
    const link = loadLink(tx, action.id, networkId);
    if (link.version !== version) return { status: "stale" };
    const its = own ? ownAction(tx, action.id, own, [networkId]) : null;
    if (its === undefined) return { status: "not-their-action" };
    const before = { how: link.how, ownAction: refOf(tx, link.ownActionId) };
    const after = { how: withTexts(link.how, how) ?? {}, ownAction: its?.ref ?? null };
    if (sameValue(before, after)) return { status: "unchanged" };
    saveLink(tx, link, { how: after.how, ownActionId: its?.id ?? null });
    record({ kind: "link.edited", board: action.board, actionId: action.id, networkId, before, after });
    return { status: "saved" };
  });
}

/**
 * Takes back that an action strengthens a network; its own action stays where it is. Those who were asked for an answer are
 * told.
 *
 * @returns `last-link` when the action stands where the rule asks for one and has no other
 * @throws Refusal 404 for an unknown action or link, 403 when the action is not the actor's
 */
export function removeLink(
  db: Database,
  by: By,
  actor: Actor,
  { ref, networkId, version }: { ref: string; networkId: number; version: number },
): { status: "removed" | "stale" | "last-link" } {
  return change(db, by, (tx, record) => {
    const action = workableAction(tx, actor, { ref });
    const link = loadLink(tx, action.id, networkId);
    if (link.version !== version) return { status: "stale" };
    const other = tx
      .select({ id: subsidiarityLinks.id })
      .from(subsidiarityLinks)
      .where(and(eq(subsidiarityLinks.actionId, action.id), ne(subsidiarityLinks.id, link.id)))
      .limit(1)
      .get();
    if (!other && isBound(linkSubjectOf(tx, action))) return { status: "last-link" };
    tx.delete(subsidiarityLinks).where(eq(subsidiarityLinks.id, link.id)).run();
    const { how, answer, note } = link;
    const event = record({
      kind: "link.removed",
      board: action.board,
      actionId: action.id,
      networkId,
      after: null,
      before: { how, answer, note, ownAction: refOf(tx, link.ownActionId) },
    });
    tellNetwork(tx, by, event, action.id, networkId);
    return { status: "removed" };
  });
}

// ── Below: the steps of the mutations above and of an answer, in reading order ───────────────────────────────────

/** A national or a continental network: those that an action strengthens. */
export function strengthenable(tx: Transaction, id: number): NetworkNode {
  const node = tx.select({ id: networks.id, kind: networks.kind }).from(networks).where(eq(networks.id, id)).get();
  if (node?.kind !== "national" && node?.kind !== "continental")
    throw new Refusal(404, `There is no national or continental network ${id}.`);
  return node;
}

export function loadLink(tx: Transaction, actionId: number, networkId: number): LinkRow {
  const link = tx
    .select()
    .from(subsidiarityLinks)
    .where(and(eq(subsidiarityLinks.actionId, actionId), eq(subsidiarityLinks.networkId, networkId)))
    .get();
  if (!link) throw new Refusal(404, `Action ${actionId} does not strengthen network ${networkId}.`);
  return link;
}

/** A national or continental action that one of these networks leads; undefined for any other reference. */
export function ownAction(tx: Transaction, than: number, ref: string, leads: number[]) {
  return tx
    .select({ id: actions.id, ref: actions.ref, leadId: actions.leadId })
    .from(actions)
    .where(
      and(
        ...[eq(actions.ref, ref), ne(actions.id, than), inArray(actions.leadId, leads)],
        or(eq(actions.level, "national"), eq(actions.level, "continental")),
      ),
    )
    .get();
}

export function refOf(tx: Transaction, actionId: number | null): string | null {
  if (!actionId) return null;
  return tx.select({ ref: actions.ref }).from(actions).where(eq(actions.id, actionId)).get()?.ref ?? null;
}

export function saveLink(tx: Transaction, link: LinkRow, values: Partial<LinkRow>): void {
  tx.update(subsidiarityLinks)
    .set({ ...values, version: link.version + 1 })
    .where(eq(subsidiarityLinks.id, link.id))
    .run();
}

/** Tells the people of a network and of its organisations who may answer for it. */
function tellNetwork(tx: Transaction, by: By, event: number, actionId: number, networkId: number): void {
  const organisations = tx
    .select({ id: networks.id })
    .from(networks)
    .where(and(eq(networks.parentId, networkId), eq(networks.kind, "organisation")));
  const theirs = tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(or(eq(people.networkId, networkId), inArray(people.networkId, organisations)), ne(people.role, "observer")),
    )
    .all();
  const audience = add(
    new Map(),
    theirs.map(({ id }) => id),
    "mentioned",
  );
  notify(tx, by, event, actionSubject(actionId), audience);
}
