import { asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { descendantsOf, type Network } from "~/features/core/network-tree.ts";
import { mayBeResponsible, type NetworkNode } from "~/features/core/policy.ts";
import { type Database, prepared } from "~db/connection.ts";
import { networks, people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import type { PlainFields } from "~db/stored/action-fields.ts";

/* Who is responsible for an action: whom a form offers, who may be named, and how they are called. */

type Assigned = Pick<PlainFields, "lead" | "responsible">;

/** Why somebody cannot be made responsible, as it is said beside the field. */
export type ResponsibleFault = "person-not-in-branch" | "person-gone";

/**
 * Returns why the person named cannot be responsible, or null. What stood so already is not asked about again: who has left,
 * or has gone to another network, stays named until the person or the lead network changes.
 *
 * @param before how it stood; null for a new action
 */
export function responsibleFault(
  db: Database | Transaction,
  { lead, responsible }: Assigned,
  before: Assigned | null,
): ResponsibleFault | null {
  if (responsible === null) return null;
  const same = before?.responsible === responsible;
  if (same && before.lead === lead) return null;
  const person = db
    .select({ networkId: people.networkId, suspendedAt: people.suspendedAt })
    .from(people)
    .where(eq(people.id, responsible))
    .get();
  if (!person || (person.suspendedAt && !same)) return "person-gone";
  const tree = db.select({ id: networks.id, kind: networks.kind, parentId: networks.parentId }).from(networks).all();
  const node = tree.find(({ id }) => id === lead);
  return node && mayBeResponsible(person, node, descendantsOf(tree, lead)) ? null : "person-not-in-branch";
}

/** Somebody whom a form offers. */
export interface PersonChoice {
  id: string;
  name: string;
  network: string;
  /** Whether they may be responsible where the lead network stays as it is. */
  fits: boolean;
  /** Whether they have no access any more: named already, and not to be chosen anew. */
  gone: boolean;
}

interface ResponsibleQuery {
  networks: readonly Network[];
  language: Language;
}

/**
 * Returns whom the form of an action offers: everybody with access, and whoever is named already. 1 statement.
 *
 * @param lead the lead network's id, by which `fits` is decided
 * @param named the person who is responsible now
 */
export function peopleChoices(
  db: Database,
  { networks, language }: ResponsibleQuery,
  lead: number | null,
  named: string | null = null,
): PersonChoice[] {
  const node: NetworkNode | undefined = networks.find(({ id }) => id === lead);
  const branch = lead === null ? new Set<number>() : descendantsOf(networks, lead);
  const names = new Map(networks.map((network) => [network.id, network.names[language]]));
  const byName = new Intl.Collator(language).compare;
  return openPeople(db, named)
    .map(({ id, name, networkId, suspendedAt }) => ({
      id,
      name,
      gone: suspendedAt !== null,
      network: names.get(networkId) ?? "",
      fits: node !== undefined && mayBeResponsible({ networkId }, node, branch),
    }))
    .sort((a, b) => byName(a.name, b.name) || byName(a.id, b.id));
}

function openPeople(db: Database, named: string | null) {
  return db
    .select({ id: people.id, name: people.name, networkId: people.networkId, suspendedAt: people.suspendedAt })
    .from(people)
    .where(or(isNull(people.suspendedAt), named === null ? undefined : eq(people.id, named)))
    .all();
}

/** Everybody with access, by name: whom a common change offers. 1 statement. */
export function peopleByName(db: Database): { id: string; name: string }[] {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(isNull(people.suspendedAt))
    .orderBy(sql`folded(${people.name})`, asc(people.id))
    .all();
}

/** Returns who is responsible for an action, by their name of today; null for nobody. 1 statement. */
export function responsibleOf(db: Database, id: string | null): { name: string; gone: boolean } | null {
  if (id === null) return null;
  const found = db
    .select({ name: people.name, suspendedAt: people.suspendedAt })
    .from(people)
    .where(eq(people.id, id))
    .get();
  return found ? { name: found.name, gone: found.suspendedAt !== null } : null;
}

/** Those who are responsible for an action of a board, or of any board, by name. 1 statement. */
export const responsibleOn = prepared((db) => {
  const board = sql.placeholder("board");
  const query = db
    .selectDistinct({ id: people.id, name: people.name })
    .from(actions)
    .innerJoin(people, eq(people.id, actions.responsibleId))
    .where(or(sql`${board} is null`, eq(actions.board, board)))
    .orderBy(people.name, people.id)
    .prepare();
  return (board: Board | null): { id: string; name: string }[] => query.all({ board });
});

/** How people are called today, each looked up once. */
export function nameOfPerson(db: Database): (id: string) => string | null {
  const names = new Map<string, string | null>();
  return (id) => {
    const name = names.has(id) ? names.get(id) : responsibleOf(db, id)?.name;
    names.set(id, name ?? null);
    return name ?? null;
  };
}
