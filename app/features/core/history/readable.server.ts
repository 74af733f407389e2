import { setImmediate } from "node:timers/promises";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { log } from "~/log.server.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import type { EventKind } from "~db/stored/events.ts";
import { PAYLOADS } from "~db/stored/payloads/index.ts";

/** An event whose payload is not what its kind says: pages leave it out, `npm run check:history` lists it. */
export class EventUnreadable extends Error {
  override name = "EventUnreadable";

  /**
   * @param id the event's number
   * @param kind as it is stored: perhaps none that this program knows
   * @param issues what is wrong, each with the place in the payload
   */
  constructor(
    readonly id: number,
    readonly kind: string,
    readonly issues: readonly string[],
  ) {
    super(`Event ${id} (${kind}) cannot be read: ${issues.join("; ")}`);
  }
}

interface Checked {
  /** The newest event that was checked. */
  upTo: number;
  unreadable: Map<number, EventUnreadable>;
}

const checkedBy = new WeakMap<object, Checked>();

/**
 * The events of a database that cannot be read. Nobody edits an event, so that each is checked once in a process, and what
 * replays thousands of them pays for none: after the first time, this reads what was recorded since. 1 statement.
 */
export function unreadableEvents(db: Database): ReadonlyMap<number, EventUnreadable> {
  return check(db, -1).unreadable;
}

/** A slice of this many events holds nobody up. */
const SLICE = 100;

/** Checks a history from its beginning, a slice at a time, so that the first page that replays it need not. */
export async function checkHistory(db: Database): Promise<void> {
  while (db.$client.open) {
    const before = checkedBy.get(db.$client)?.upTo;
    if (check(db, SLICE).upTo === before) return;
    await setImmediate();
  }
}

/** @param most so many events at most; -1 for all */
function check(db: Database, most: number): Checked {
  const { $client: client } = db;
  const { upTo, unreadable } = checkedBy.get(client) ?? { upTo: 0, unreadable: new Map<number, EventUnreadable>() };
  const rows = db.values<[number, string, string | null, string | null]>(
    sql`select id, kind, before, after from ${events} where id > ${upTo} order by id limit ${most}`,
  );
  const found = rows.flatMap(([id, kind, before, after]) => {
    const issues = issuesOf(kind, before, after);
    return issues.length > 0 ? [[id, new EventUnreadable(id, kind, issues)] as const] : [];
  });
  const all = found.length > 0 ? new Map([...unreadable, ...found]) : unreadable;
  // What a transaction has recorded is history once it is committed: until then its number may be given again.
  const checked = { upTo: rows.at(-1)?.[0] ?? upTo, unreadable: all };
  if (client.inTransaction) return checked;
  checkedBy.set(client, checked);
  for (const [event, { kind, issues }] of found)
    log.error({ event, kind, issues }, "an event of history cannot be read");
  return checked;
}

/**
 * SQL that leaves out what cannot be read.
 *
 * @param id the column of the event's number where the table has another name
 */
export function isReadable(db: Database, id: SQLWrapper = events.id): SQL {
  const unreadable = [...unreadableEvents(db).keys()];
  return unreadable.length === 0 ? sql`true` : sql`${id} not in (${sql.join(unreadable, sql`, `)})`;
}

/** A payload's column, null for an event that cannot be read: what is no JSON would end the whole query. */
export function readablePayload(db: Database, column: typeof events.before | typeof events.after) {
  return sql<Record<string, unknown> | null>`case when ${isReadable(db)} then ${column} end`.mapWith((json: string) =>
    JSON.parse(json),
  );
}

function issuesOf(kind: string, before: string | null, after: string | null): string[] {
  const payloads = Object.hasOwn(PAYLOADS, kind) ? PAYLOADS[kind as EventKind] : undefined;
  if (!payloads) return ["this kind is unknown"];
  return (["before", "after"] as const).flatMap((side) => {
    const json = side === "before" ? before : after;
    let value: unknown;
    try {
      value = json === null ? null : JSON.parse(json);
    } catch {
      return [`${side} is not JSON`];
    }
    const parsed = payloads[side].safeParse(value);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${[side, ...path].join(".")}: ${message}`);
  });
}
