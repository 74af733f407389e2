import { sql } from "drizzle-orm";
import type { Board, Health, Language } from "~/domain.ts";
import { suggestionName } from "~/features/core/references.ts";
import { waitsAsOf } from "~/features/plan/dependencies/as-of.server.ts";
import { needsCheckIns, STAGES_WITH_CHECK_INS } from "~/features/plan/key-results/without-check-in.ts";
import { daysTo } from "~/lib/deadline.ts";
import type { Database } from "~db/connection.ts";
import type { Known } from "./attention.ts";
import type { DateRange } from "./date-range.ts";
import type { Planned, PlanOfQuarter } from "./plan-then.server.ts";
import type { CheckInSaid } from "./snapshot.ts";

export interface Unanswered {
  id: number;
  title: string;
  board: Board;
  days: number;
}

/**
 * What asks for attention besides the plan itself: check-ins, what waits for what, broken promises of an answer.
 * 5 statements.
 *
 * @returns beside it the suggestions about no action that were not answered in time
 */
export function knownOf(db: Database, window: DateRange, plan: PlanOfQuarter): Known & { toBoards: Unanswered[] } {
  const checked = checkedOf(db, window);
  return {
    checked,
    begun: begunIn(db, window, plan.now),
    awaited: awaitedIn(db, window, plan.now),
    ...unansweredIn(db, window),
  };
}

/** The newest check-in of each action before the window's end. */
function checkedOf(db: Database, { until }: DateRange): Known["checked"] {
  const rows = db.values<[number, number, Health, string, string, Language]>(sql`
    select action_id, at, health, happened, obstacles, language from check_ins where id in (
      select max(id) from check_ins where at < ${until} group by action_id)`);
  return new Map(
    rows.map(([id, at, health, happened, obstacles, language]) => {
      const said: CheckInSaid = {
        at: new Date(at).toISOString(),
        health,
        happened: { text: happened, language },
        obstacles: obstacles ? { text: obstacles, language } : null,
      };
      return [id, { at, health, said }];
    }),
  );
}

/** Since when the actions in hand are: their latest step into the stages of that name. An action's events are read only down to that step. */
function begunIn(db: Database, { until }: DateRange, plan: ReadonlyMap<number, Planned>): Known["begun"] {
  const ids = [...plan.values()].filter(({ stage }) => needsCheckIns(stage)).map(({ id }) => id);
  const inHand = sql`(select value from json_each(${JSON.stringify(STAGES_WITH_CHECK_INS)}))`;
  const rows = db.values<[number, number | null]>(sql`
    select value, (
      select at from events
      where action_id = value and kind in ('action.created', 'action.moved') and at < ${until}
        and after ->> '$.stage' in ${inHand} and coalesce(before ->> '$.stage', '') not in ${inHand}
      order by id desc limit 1)
    from json_each(${JSON.stringify(ids)})`);
  return new Map(rows.flatMap(([id, at]) => (at === null ? [] : [[id, at]])));
}

/** What each action waited for that was not done. */
function awaitedIn(db: Database, { until }: DateRange, plan: ReadonlyMap<number, Planned>): Known["awaited"] {
  const byRef = new Map([...plan.values()].map((one) => [one.ref, one]));
  const awaited = new Map<number, string[]>();
  for (const { actionId, on } of waitsAsOf(db, { before: until })) {
    if (!byRef.has(on) || byRef.get(on)?.stage === "done") continue;
    awaited.set(actionId, [...(awaited.get(actionId) ?? []), on]);
  }
  return awaited;
}

/** The suggestions whose promised day had passed without an answer. */
function unansweredIn(db: Database, { at, until }: DateRange) {
  const rows = db.values<[number, string, Board, number | null, number]>(sql`
    select id, title, board, action_id, response_due from suggestions
    where response_due < ${at} and submitted_at < ${until} and (closed_at is null or closed_at >= ${until})
    order by response_due, id`);
  const unanswered = new Map<number, string[]>();
  const toBoards: Unanswered[] = [];
  for (const [id, title, board, actionId, responseDue] of rows) {
    if (actionId === null) toBoards.push({ id, title, board, days: daysTo(responseDue, at).past });
    else unanswered.set(actionId, [...(unanswered.get(actionId) ?? []), suggestionName(id)]);
  }
  return { unanswered, toBoards };
}
