import { sql } from "drizzle-orm";
import type { Health, Language, Translated } from "~/domain.ts";
import { type Measure, progressMeasured, progressOfMeasure } from "~/features/plan/actions/progress.ts";
import type { Database } from "~db/connection.ts";
import type { Window } from "./date-range.ts";
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

interface KeyResult {
  id: number;
  actionId: number;
  name: Translated;
  unit: string;
  start: number;
  target: number;
  due: string | null;
  createdAt: number;
  retiredAt: number | null;
}

/** A key result as history names it. */
interface Measures extends Pick<KeyResult, "name" | "unit" | "target" | "due"> {
  keyResultId: number;
  from: number;
}

type Row = [number, number, string, string, number, number, string | null, number, number | null];
type Value = number | null;

/**
 * Key results as they were: what is edited since is taken back, and of the check-ins, which are never edited, the newest of
 * before that instant stands. 4 statements.
 */
export function measuresOfQuarter(db: Database, window: Window): MeasuresOfQuarter {
  const { from, until } = window;
  const rows = db.values<Row>(sql`
    select id, action_id, name, unit, start, target, due_quarter, created_at, retired_at from key_results order by id`);
  const current = rows.map(
    ([id, actionId, name, unit, start, target, due, createdAt, retiredAt]): KeyResult => ({
      ...{ id, actionId, unit, start, target, due, createdAt, retiredAt },
      name: JSON.parse(name) as Translated,
    }),
  );
  const [then, now] = [byAction(current), byAction(current)];
  const edits = db.values<[number, number, string]>(sql`
    select action_id, at, before from events
    where at >= ${from} and kind = 'key-result.edited' order by id desc`);
  for (const [actionId, at, before] of edits) {
    takeBack(then.get(actionId), before);
    if (at >= until) takeBack(now.get(actionId), before);
  }
  const values = latestValues(db, window);
  const checkIns = checkInsOfQuarter(db, window);
  const measured = (of: Map<number, KeyResult[]>, instant: number, value: (id: number) => Value) => (id: number) =>
    progressMeasured(existing(of.get(id), instant).map((one): Measure => ({ ...one, latest: value(one.id) })));
  const valueNow = (id: number) => values.get(id)?.now ?? null;
  return {
    measuredThen: measured(then, from, (id) => values.get(id)?.then ?? null),
    measuredNow: measured(now, until, valueNow),
    keyResults: (actionId, ref) =>
      existing(now.get(actionId), until).map(({ id, name, unit, start, target, due }) => ({
        ...{ ref, unit, start, target, due, names: name, latest: valueNow(id) },
        progress: progressOfMeasure({ start, target, latest: valueNow(id) }),
        checkIns: checkIns.get(id) ?? [],
      })),
  };
}

/** Those that were there, and followed, just before an instant. */
function existing(keyResults: readonly KeyResult[] | undefined, instant: number): KeyResult[] {
  return (keyResults ?? []).filter(
    ({ createdAt, retiredAt }) => createdAt < instant && (retiredAt === null || retiredAt >= instant),
  );
}

function byAction(keyResults: readonly KeyResult[]): Map<number, KeyResult[]> {
  const byId = new Map<number, KeyResult[]>();
  for (const one of keyResults) {
    const already = byId.get(one.actionId);
    if (already) already.push({ ...one });
    else byId.set(one.actionId, [{ ...one }]);
  }
  return byId;
}

function takeBack(keyResults: KeyResult[] | undefined, before: string): void {
  const { keyResultId, from: start, name, unit, target, due } = JSON.parse(before) as Measures;
  const edited = keyResults?.find(({ id }) => id === keyResultId);
  if (edited) Object.assign(edited, { start, name, unit, target, due });
}

/** The newest value of each key result before the quarter began, and before the window's end. 1 statement. */
function latestValues(db: Database, { from, until }: Window): Map<number, { then: Value; now: Value }> {
  const rows = db.values<[number, Value, Value]>(sql`
    with newest as (
      select key_result_id as of, max(id) filter (where at < ${from}) as a, max(id) filter (where at < ${until}) as b
      from check_ins where key_result_id is not null group by key_result_id)
    select of, (select value from check_ins where id = a), (select value from check_ins where id = b) from newest`);
  return new Map(rows.map(([id, then, now]) => [id, { then, now }]));
}

/** What was said of each key result in the quarter, the oldest first. 1 statement. */
function checkInsOfQuarter(db: Database, { from, until }: Window): Map<number, CheckIn[]> {
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
