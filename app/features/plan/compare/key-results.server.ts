import { sql } from "drizzle-orm";
import type { Translated } from "~/domain.ts";
import type { Database } from "~db/connection.ts";
import { actions, checkIns, events, keyResults } from "~db/schema.ts";
import { type KeyResultChanged, type KeyResultEvent, type KeyResultNow, keyResultsBetween } from "./key-results.ts";
import type { Window } from "./query.server.ts";

type RowNow = [
  number,
  string,
  string,
  string,
  number,
  number,
  string | null,
  number,
  number | null,
  number | null,
  number | null,
];

/**
 * What became of key results between two instants: check-ins are never edited, and say what each measured at either; what
 * it measured from where to where is followed back through its events. 3 statements.
 */
export function compareKeyResults(db: Database, window: Window): KeyResultChanged[] {
  const { from, to } = window;
  const touched = sql`
    select e.action_id from ${events} e where e.at > ${from} and e.at <= ${to} and e.action_id is not null
      and e.kind in ('key-result.created', 'key-result.edited', 'key-result.retired', 'check-in.given')`;
  const newest = (instant: number) => sql`(
    select c.id from ${checkIns} c where c.key_result_id = k.id and c.at <= ${instant} and c.value is not null
    order by c.id desc limit 1)`;
  const rows = db.values<RowNow>(sql`
    select k.id, a.ref, k.name, k.unit, k.start, k.target, k.due_quarter, k.created_at, k.retired_at,
      ${newest(from)}, ${newest(to)}
    from ${keyResults} k join ${actions} a on a.id = k.action_id
    where k.action_id in (${touched}) and k.created_at <= ${to}
    order by k.id`);
  if (rows.length === 0) return [];
  const given = valuesOf(
    db,
    rows.flatMap((row) => row.slice(9) as (number | null)[]),
  );
  const now = rows.map(([id, ref, name, unit, start, target, due, enteredAt, retiredAt, then, last]): KeyResultNow => {
    const valueMade = last === null ? undefined : given.get(last);
    return {
      ...{ id, ref, unit, target, due, enteredAt, retiredAt },
      name: JSON.parse(name) as Translated,
      from: start,
      valueThen: then === null ? null : (given.get(then)?.value ?? null),
      valueNow: valueMade?.value ?? null,
      valueMade: valueMade ? { id: last as number, at: valueMade.at, byId: valueMade.byId } : null,
    };
  });
  return keyResultsBetween(now, eventsOf(db, from), window);
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

/** What happened to key results after an instant, those of other actions too: asking whose takes longer than reading them. */
function eventsOf(db: Database, from: number): KeyResultEvent[] {
  type Raw = [number, number, string | null, number, string | null, string | null];
  const rows = db.values<Raw>(sql`
    select id, at, actor_id, coalesce(after, before) ->> '$.keyResultId', before, after
    from ${events}
    where at > ${from} and kind in ('key-result.created', 'key-result.edited', 'key-result.retired')
    order by id`);
  return rows.map(([id, at, byId, keyResultId, before, after]) => ({
    ...{ id, at, byId, keyResultId },
    before: before === null ? null : JSON.parse(before),
    after: after === null ? null : JSON.parse(after),
  }));
}
