import { desc, eq, sql } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Database } from "~db/connection.ts";
import { actions, events, reviews } from "~db/schema.ts";
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

/** When the last closed review was closed. 1 statement. */
export function lastReviewed(db: Database): Date | null {
  const last = db
    .select({ at: reviews.closedAt })
    .from(reviews)
    .where(eq(reviews.state, "closed"))
    .orderBy(desc(reviews.closedAt))
    .limit(1)
    .get();
  return last?.at ?? null;
}

/**
 * What became of each action between two instants, from the events between them alone: exact in what each field was and
 * is. Who changed what, and why, `compareFully` tells. 1 statement.
 */
export function compare(db: Database, { from, to }: DateRange): ActionDiffers[] {
  const between = sql`at > ${from} and at <= ${to}`;
  // Read as bare rows, and no more than is told apart: since Geneva there may be tens of thousands. Most of a long history
  // are moves: their first and last are enough, and the rest need not be read.
  const rows = db.values<[string, string | null, string]>(sql`
    with moves as materialized (
      select min(id) as first, max(id) as last from ${events} where ${between} and kind = 'action.moved' group by action_id)
    select a.ref, e.before, e.after
    from ${events} e join ${actions} a on a.id = e.action_id
    where e.id in (
      select id from ${events} where ${between} and kind in ('action.created', 'action.edited')
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

/** As `compare`, of some actions, with who changed what last, and every suggestion and decision behind it. 1 statement. */
export function compareFully(db: Database, { from, to }: DateRange, refs: readonly string[]): ActionChanged[] {
  if (refs.length === 0) return [];
  const rows = db.values<Raw>(sql`
    select e.id, e.at, e.actor_id, a.ref, e.before, e.after, e.cause
    from ${events} e join ${actions} a on a.id = e.action_id
    where a.ref in (${listOf(refs)}) and e.kind in (${listOf(OF_THE_PLAN)}) and e.at > ${from} and e.at <= ${to}
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

const listOf = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/** On which board each action stood at an instant: where it stands now, or stood before it first left it since. 2 statements. */
export function boardsAt(db: Database, instant: number): Map<string, Board> {
  const now = db.select({ ref: actions.ref, board: actions.board }).from(actions).all();
  const boards = new Map(now.map(({ ref, board }) => [ref, board]));
  const left = db.values<[string, Board]>(sql`
    select a.ref, e.before ->> '$.board' from ${events} e join ${actions} a on a.id = e.action_id
    where e.at > ${instant} and e.kind = 'action.edited' and json_type(e.before, '$.board') is not null
    order by e.id desc`);
  // The earliest comes last, and stands.
  for (const [ref, board] of left) boards.set(ref, board);
  return boards;
}

/** Some actions as they were at an instant, by reference. 1 statement. */
export function actionsAt(db: Database, refs: readonly string[], instant: number): Map<string, ActionFields> {
  const plan = new Map<string, ActionFields>();
  if (refs.length === 0) return plan;
  const rows = db.values<[string, string]>(sql`
    select a.ref, e.after from ${actions} a join ${events} e on e.action_id = a.id
    where a.ref in (${listOf(refs)}) and e.kind in (${listOf(OF_THE_PLAN)}) and e.at <= ${instant}
    order by e.id`);
  for (const [ref, after] of rows) plan.set(ref, { ...plan.get(ref), ...JSON.parse(after) });
  return plan;
}
