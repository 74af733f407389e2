import { inArray, sql } from "drizzle-orm";
import { at, eventsOf, eventsSince, statesAt } from "~/features/core/history/as-of.server.ts";
import { keyResultHistory, keyResultsNow } from "~/features/plan/key-results/as-of.server.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { actions, checkIns, keyResults } from "~db/schema/plan.ts";
import type { Made } from "./compare.ts";
import { type KeyResultChanged, keyResultChanged } from "./key-results.ts";
import type { DateRange } from "./query.server.ts";

type Row = [id: number, ref: string, checkInThen: number | null, checkInNow: number | null];

/**
 * What became of key results between two instants: check-ins are never edited, and say what each measured at either; what
 * it measured from where to where is taken back from what it is now. 5 statements.
 */
export function compareKeyResults(db: Database, window: DateRange): KeyResultChanged[] {
  const { from, to } = window;
  const touched = sql`
    select e.action_id from ${events} e where e.at > ${from} and e.at <= ${to} and e.action_id is not null
      and e.kind in ('key-result.created', 'key-result.edited', 'key-result.retired', 'check-in.given')`;
  const newest = (instant: number) => sql`(
    select c.id from ${checkIns} c where c.key_result_id = k.id and c.at <= ${instant} and c.value is not null
    order by c.id desc limit 1)`;
  const rows = db.values<Row>(sql`
    select k.id, a.ref, ${newest(from)}, ${newest(to)}
    from ${keyResults} k join ${actions} a on a.id = k.action_id
    where k.action_id in (${touched}) and k.created_at <= ${to}
    order by k.id`);
  if (rows.length === 0) return [];
  const given = valuesOf(
    db,
    rows.flatMap(([, , then, now]) => [then, now]),
  );
  const all = keyResultsNow(
    db,
    inArray(
      keyResults.id,
      rows.map(([id]) => id),
    ),
  );
  const since = eventsSince(db, keyResultHistory, [at(from), at(to)]);
  const [then, now] = statesAt(all, keyResultHistory, since);
  const made = madeBetween(db, window);
  return rows.flatMap(([id, ref, checkInThen, checkInNow]) => {
    const value = checkInNow === null ? undefined : given.get(checkInNow);
    return (
      keyResultChanged({
        id,
        ref,
        earlier: then?.get(id),
        later: now?.get(id),
        made: made.get(id) ?? null,
        valueThen: checkInThen === null ? null : (given.get(checkInThen)?.value ?? null),
        valueNow: value?.value ?? null,
        valueMade: value ? { id: checkInNow as number, at: value.at, byId: value.byId } : null,
      }) ?? []
    );
  });
}

interface Given {
  value: number;
  at: number;
  byId: string;
}

function valuesOf(db: Database, ids: (number | null)[]): Map<number, Given> {
  const wanted = JSON.stringify(ids.filter((id) => id !== null));
  const rows = db.values<[number, number, number, string]>(sql`
    select c.id, c.value, c.at, c.author_id from ${checkIns} c where c.id in (select value from json_each(${wanted}))`);
  return new Map(rows.map(([id, value, at, byId]) => [id, { value, at, byId }]));
}

/** Who entered, changed or retired each key result last between two instants. 1 statement. */
function madeBetween(db: Database, { from, to }: DateRange): Map<number, Made> {
  const rows = db.values<[number, number, string | null, number]>(sql`
    select id, at, actor_id, ${keyResultHistory.key}
    from ${eventsOf(db, keyResultHistory.kinds, sql`at > ${from} and at <= ${to}`)} order by id`);
  return new Map(rows.map(([id, at, byId, keyResultId]) => [keyResultId, { id, at, byId }]));
}
