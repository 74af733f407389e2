import { type SQL, sql } from "drizzle-orm";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import type { EventKind, EventOf } from "~db/stored/events.ts";
import type { Transaction } from "./change.server.ts";
import { isReadable } from "./readable.server.ts";

/*
 * How things stood at an earlier moment: what the tables hold now, with what has happened since taken back, the newest first.
 * So only what came after that moment is read, however long the history. What an event says of a thing is known to the area
 * that owns it (its `SubjectHistory`); which events those are, and in which order, is known here.
 */

/** Just before an instant, in milliseconds, or right after an event. */
export type Moment = { before: number } | { afterEvent: number };

/** The moment at which everything of an instant has happened. */
export const at = (instant: number): Moment => ({ before: instant + 1 });

type Key = number | string;

/** How the events of one kind of thing change it. */
export interface SubjectHistory<State extends object, Kind extends EventKind, K extends Key = number> {
  kinds: readonly Kind[];
  /** SQL for the id by which an event names the thing. */
  key: SQL;
  /** SQL that narrows the events further. */
  only?: SQL;
  /**
   * What the thing was before an event.
   *
   * @param after what it was after it, a copy that may be changed and returned; undefined where it was not there any more
   * @returns undefined where the event brought it about
   */
  before(event: PastEvent<Kind>, after: State | undefined, key: K): State | undefined;
}

/** Of an event, what taking it back needs. */
export type PastEvent<Kind extends EventKind> = { [One in Kind]: Pick<EventOf<One>, "kind" | "before"> }[Kind];

type Row = [id: number, at: number, kind: EventKind, key: Key, before: string | null];

/** What has happened to things of a kind since the earliest of some moments, the newest first. */
export interface Since<Kind extends EventKind> {
  moments: readonly Moment[];
  events: readonly { id: number; at: number; key: Key; event: PastEvent<Kind> }[];
}

/**
 * SQL for the events of some kinds, to be read `from` as a table is. Whoever reads payloads of history reads them from here: what
 * cannot be read is not among them, and so ends no page.
 *
 * @param when SQL that narrows the events further, by the columns of `events`
 */
export function eventsOf(db: Database | Transaction, kinds: readonly EventKind[], when: SQL): SQL {
  const named = sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  );
  const readable = "$client" in db ? isReadable(db as Database, sql`id`) : sql`true`;
  return sql`(select * from ${events} where ${readable} and kind in (${named}) and ${when})`;
}

/** Reads what has happened since. 1 statement, and 1 for what cannot be read. */
export function eventsSince<State extends object, Kind extends EventKind, K extends Key>(
  db: Database | Transaction,
  { kinds, key, only }: SubjectHistory<State, Kind, K>,
  moments: readonly Moment[],
): Since<Kind> {
  const since = sql.join(
    moments.map((one) => ("before" in one ? sql`at >= ${one.before}` : sql`id > ${one.afterEvent}`)),
    sql` or `,
  );
  const rows = db.values<Row>(sql`
    select id, at, kind, ${key}, before from ${eventsOf(db, kinds, sql`(${since}) ${only ? sql`and ${only}` : sql``}`)}
    order by id desc`);
  return {
    moments,
    events: rows.map(([id, at, kind, key, before]) => ({
      id,
      at,
      key,
      event: { kind, before: before === null ? null : JSON.parse(before) } as PastEvent<Kind>,
    })),
  };
}

/**
 * Things as they stood at each of the moments.
 *
 * @param now as the tables hold them; left as it is
 */
export function statesAt<State extends object, Kind extends EventKind, K extends Key>(
  now: ReadonlyMap<K, State>,
  history: SubjectHistory<State, Kind, K>,
  { moments, events }: Since<Kind>,
): Map<K, State>[] {
  return moments.map((moment) => {
    const then = new Map(now);
    const copied = new Set<Key>();
    for (const { id, at, key, event } of events) {
      if ("before" in moment ? at < moment.before : id <= moment.afterEvent) continue;
      const after = then.get(key as K);
      // One copy for all the events of a thing: most of a long history are moves of the same few actions.
      const copy = after && !copied.has(key) ? { ...after } : after;
      copied.add(key);
      const before = history.before(event, copy, key as K);
      if (before === undefined) then.delete(key as K);
      else then.set(key as K, before);
    }
    return then;
  });
}

/** Reads and takes back in one: things as they stood at a moment. */
export function asOf<State extends object, Kind extends EventKind, K extends Key>(
  db: Database | Transaction,
  now: ReadonlyMap<K, State>,
  history: SubjectHistory<State, Kind, K>,
  moment: Moment,
): Map<K, State> {
  const [then] = statesAt(now, history, eventsSince(db, history, [moment]));
  return then ?? new Map(now);
}
