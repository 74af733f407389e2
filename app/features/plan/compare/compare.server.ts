import { inArray, sql } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import { asOf, at, eventsOf, type SubjectHistory } from "~/features/core/history/as-of.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import { actionHistory, actionsNow } from "~/features/plan/actions/as-of.server.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { actions } from "~db/schema/plan.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import {
  type ActionChanged,
  type ActionDiffers,
  changesBetween,
  differencesBetween,
  type PlanEvent,
} from "./compare.ts";
import type { DateRange } from "./query.server.ts";

/** When history begins, in Geneva; null before anything has happened. 1 statement. */
export function historyBegins(db: Database): Date | null {
  const [first] = db.values<[number | null]>(sql`select min(at) from ${events}`);
  return first?.[0] == null ? null : new Date(first[0]);
}

/**
 * What became of each action between two instants, from the events between them alone: exact in what each field was and
 * is. Who changed what, and why, `compareFully` tells. 2 statements.
 */
export function compare(db: Database, { from, to }: DateRange): ActionDiffers[] {
  const period = eventsOf(db, OF_THE_PLAN, sql`at > ${from} and at <= ${to}`);
  // Read as bare rows, and no more than is told apart: since Geneva there may be tens of thousands. Most of a long history
  // are moves: their first and last are enough, and the rest need not be read.
  const rows = db.values<[string, string | null, string]>(sql`
    with moves as materialized (
      select min(id) as first, max(id) as last from ${period} where kind = 'action.moved' group by action_id)
    select a.ref, e.before, e.after
    from ${events} e join ${actions} a on a.id = e.action_id
    where e.id in (
      select id from ${period} where kind <> 'action.moved'
      union all select first from moves union all select last from moves)
    order by e.id`);
  return differencesBetween(
    rows.map(([ref, before, after]) => ({
      ref,
      before: before === null ? null : JSON.parse(before),
      after: JSON.parse(after),
    })),
  );
}

type Raw = [number, number, string | null, string, string | null, string, string | null];

/** As `compare`, of some actions, with who changed what last, and every suggestion and decision behind it. 2 statements. */
export function compareFully(db: Database, { from, to }: DateRange, refs: readonly string[]): ActionChanged[] {
  if (refs.length === 0) return [];
  const rows = db.values<Raw>(sql`
    select e.id, e.at, e.actor_id, a.ref, e.before, e.after, e.cause
    from ${eventsOf(db, OF_THE_PLAN, sql`at > ${from} and at <= ${to} and action_id in (${idsOf(refs)})`)} e
    join ${actions} a on a.id = e.action_id
    order by e.id`);
  return changesBetween(
    rows.map(
      ([id, at, byId, ref, before, after, cause]): PlanEvent => ({
        id,
        at,
        byId,
        ref,
        before: before === null ? null : JSON.parse(before),
        after: JSON.parse(after),
        cause: cause === null ? null : JSON.parse(cause),
      }),
    ),
  );
}

const idsOf = (refs: readonly string[]) =>
  sql`select id from ${actions} where ref in (select value from json_each(${JSON.stringify(refs)}))`;

/** What the events of an action say of its board: those alone that moved it to another. */
const boardHistory: SubjectHistory<{ ref: string; board: Board }, "action.edited"> = {
  kinds: ["action.edited"],
  key: sql`action_id`,
  only: sql`json_type(before, '$.board') is not null`,
  before: ({ before }, after) => after && { ref: after.ref, board: before.board ?? after.board },
};

/** On which board each action stood at an instant. 3 statements. */
export function boardsAt(db: Database, instant: number): Map<string, Board> {
  const rows = db.select({ id: actions.id, ref: actions.ref, board: actions.board }).from(actions).all();
  const now = new Map(rows.map(({ id, ref, board }) => [id, { ref, board }]));
  return new Map([...asOf(db, now, boardHistory, at(instant)).values()].map(({ ref, board }) => [ref, board]));
}

/** Some actions as they were at an instant, by reference. 4 statements. */
export function actionsAt(db: Database, refs: readonly string[], instant: number): Map<string, ActionFields> {
  if (refs.length === 0) return new Map();
  const now = actionsNow(db, inArray(actions.ref, [...refs]));
  const history = { ...actionHistory, only: sql`action_id in (${idsOf(refs)})` };
  return new Map([...asOf(db, now, history, at(instant)).values()].map(({ ref, fields }) => [ref, fields]));
}
