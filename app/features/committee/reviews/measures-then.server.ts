import { sql } from "drizzle-orm";
import type { Health, Language } from "~/domain.ts";
import { eventsSince, statesAt } from "~/features/core/history/as-of.server.ts";
import { type Measure, progressMeasured, progressOfMeasure } from "~/features/plan/actions/progress.ts";
import { type KeyResultThen, keyResultHistory, keyResultsNow } from "~/features/plan/key-results/as-of.server.ts";
import type { Database } from "~db/connection.ts";
import type { DateRange } from "./date-range.ts";
import type { KeyResultInReview } from "./snapshot.ts";

/** What the key results said when the quarter began and at the end of the window. */
export interface MeasuresOfQuarter {
  /** An action's measured progress then and now; null while nothing of it is measured. */
  measuredThen: (actionId: number) => number | null;
  measuredNow: (actionId: number) => number | null;
  /** The key results of an action that are followed at the end, with the quarter's check-ins. */
  keyResults: (actionId: number, ref: string) => KeyResultInReview[];
}

type CheckIn = KeyResultInReview["checkIns"][number];

type Value = number | null;

/**
 * Key results as they were: of the check-ins, which are never edited, the newest of before an instant stands. 4 statements.
 */
export function measuresOfQuarter(db: Database, window: DateRange): MeasuresOfQuarter {
  const { from, until } = window;
  const since = eventsSince(db, keyResultHistory, [{ before: from }, { before: until }]);
  const [then, now] = statesAt(keyResultsNow(db), keyResultHistory, since).map(byAction);
  const values = latestValues(db, window);
  const checkIns = checkInsOfQuarter(db, window);
  const measured = (of: Map<number, KeyResultThen[]> | undefined, value: (id: number) => Value) => (id: number) =>
    progressMeasured((of?.get(id) ?? []).map((one): Measure => ({ ...one, latest: value(one.id) })));
  const valueNow = (id: number) => values.get(id)?.now ?? null;
  return {
    measuredThen: measured(then, (id) => values.get(id)?.then ?? null),
    measuredNow: measured(now, valueNow),
    keyResults: (actionId, ref) =>
      (now?.get(actionId) ?? []).map(({ id, name, unit, start, target, due }) => ({
        ref,
        unit,
        start,
        target,
        due,
        names: name,
        latest: valueNow(id),
        progress: progressOfMeasure({ start, target, latest: valueNow(id) }),
        checkIns: checkIns.get(id) ?? [],
      })),
  };
}

/** Those that were followed, by action, in the order in which they were entered. */
function byAction(keyResults: ReadonlyMap<number, KeyResultThen>): Map<number, KeyResultThen[]> {
  const followed = new Map<number, KeyResultThen[]>();
  for (const one of [...keyResults.values()].sort((a, b) => a.id - b.id)) {
    if (one.retiredAt !== null) continue;
    const already = followed.get(one.actionId);
    if (already) already.push(one);
    else followed.set(one.actionId, [one]);
  }
  return followed;
}

/** The newest value of each key result before the quarter began, and before the window's end. 1 statement. */
function latestValues(db: Database, { from, until }: DateRange): Map<number, { then: Value; now: Value }> {
  const rows = db.values<[number, Value, Value]>(sql`
    with newest as (
      select key_result_id as of, max(id) filter (where at < ${from}) as a, max(id) filter (where at < ${until}) as b
      from check_ins where key_result_id is not null group by key_result_id)
    select of, (select value from check_ins where id = a), (select value from check_ins where id = b) from newest`);
  return new Map(rows.map(([id, then, now]) => [id, { then, now }]));
}

/** What was said of each key result in the quarter, the oldest first. 1 statement. */
function checkInsOfQuarter(db: Database, { from, until }: DateRange): Map<number, CheckIn[]> {
  const rows = db.values<[number, number, Value, Health, string, string, Language]>(sql`
    select key_result_id, at, value, health, happened, obstacles, language from check_ins
    where at >= ${from} and at < ${until} and key_result_id is not null order by id`);
  const said = new Map<number, CheckIn[]>();
  for (const [id, at, value, health, text, obstacles, language] of rows) {
    const told = { at: new Date(at).toISOString(), value, health, happened: { text, language } };
    const one = obstacles ? { ...told, obstacles: { text: obstacles, language } } : told;
    said.set(id, [...(said.get(id) ?? []), one]);
  }
  return said;
}
