import { Column, is, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Network } from "~/features/core/network-tree.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { asOf, type SubjectHistory } from "./as-of.server.ts";
import type { Transaction } from "./change.server.ts";

/*
 * Names as they were when something happened. A row of people or networks holds today's name alone; the events of each
 * renaming hold the earlier ones, so that the first renaming after an instant says what the name was at that instant.
 * `kind` is written out: SQLite uses a partial index only for a literal.
 */

/**
 * A column with its table's name, always: where a query reads one table alone Drizzle leaves that out, and a name without
 * it means the subquery's own column.
 */
const qualified = (value: SQLWrapper | number): SQLWrapper | number =>
  is(value, Column) ? sql`${value.table}.${sql.identifier(value.name)}` : value;

/** SQL for the name that a person had when an event was recorded. */
export function personNameAtEvent(personId: SQLWrapper, eventId: SQLWrapper | number): SQL<string | null> {
  const [person, event] = [qualified(personId), qualified(eventId)];
  return sql<string | null>`coalesce((select renaming.before ->> '$.name' from events as renaming
    where renaming.person_id = ${person} and renaming.kind = 'person.edited' and renaming.id > ${event}
      and renaming.before ->> '$.name' is not null order by renaming.id limit 1),
    (select named.name from people as named where named.id = ${person}))`;
}

/** Returns the name that a person had when an event was recorded; null for an unknown id. 1 statement. */
export function personNamed(db: Database | Transaction, personId: string, eventId: number): string | null {
  const [found] = db.values<[string | null]>(sql`select ${personNameAtEvent(sql`${personId}`, eventId)}`);
  return found?.[0] ?? null;
}

/** SQL for the name that a person had at an instant, in milliseconds. */
export function personNameAt(personId: SQLWrapper, at: SQLWrapper | number): SQL<string | null> {
  const [person, instant] = [qualified(personId), qualified(at)];
  return sql<string | null>`coalesce((select renaming.before ->> '$.name' from events as renaming
    where renaming.person_id = ${person} and renaming.kind = 'person.edited' and renaming.at > ${instant}
      and renaming.before ->> '$.name' is not null order by renaming.id limit 1),
    (select named.name from people as named where named.id = ${person}))`;
}

/** SQL for the names, as JSON by language, that a network had when an event was recorded. */
export function networkNamesAtEvent(networkId: SQLWrapper, eventId: SQLWrapper | number): SQL<string | null> {
  const [network, event] = [qualified(networkId), qualified(eventId)];
  return sql<string | null>`coalesce((select renaming.before ->> '$.names' from events as renaming
    where renaming.network_id = ${network} and renaming.kind = 'network.edited' and renaming.id > ${event}
      and renaming.before ->> '$.names' is not null order by renaming.id limit 1),
    (select named.names from networks as named where named.id = ${network}))`;
}

/**
 * SQL for the network that an event names: whoever supports a suggestion speaks for their own organisation or network, and
 * not for the one from which the suggestion came, which the event is about.
 */
export const networkNamed = sql<number | null>`case
  when ${events.kind} in ('suggestion.supported', 'suggestion.unsupported')
    then coalesce(coalesce(${events.after}, ${events.before}) ->> '$.organisationId', coalesce(${events.after}, ${events.before}) ->> '$.originId')
  else ${events.networkId} end`;

type Node = Pick<Network, "id" | "slug" | "kind" | "parentId" | "names">;

const networkHistory: SubjectHistory<Node, "network.created" | "network.edited" | "network.removed"> = {
  kinds: ["network.created", "network.edited", "network.removed"],
  key: sql`network_id`,
  before({ kind, before }, after) {
    if (!after || kind === "network.created") return undefined;
    // The address of a network that is removed is free again: its own has another.
    const { slug = after.slug, kind: level = after.kind, parentId = after.parentId, names = after.names } = before;
    return { id: after.id, slug, kind: level, parentId, names };
  },
};

/** The tree of networks as it stood right after an event. 2 statements. */
export function networksAtEvent(db: Database | Transaction, eventId: number): Node[] {
  const rows = db.all<{ id: number; slug: string; kind: Network["kind"]; parentId: number | null; names: string }>(
    sql`select id, slug, kind, parent_id as parentId, names from networks where removed_at is null or id in (
      select network_id from events where id > ${eventId} and kind = 'network.removed') order by id`,
  );
  const now = new Map(rows.map((row) => [row.id, { ...row, names: JSON.parse(row.names) as Network["names"] }]));
  return [...asOf(db, now, networkHistory, { afterEvent: eventId }).values()];
}
