import { desc, eq, sql } from "drizzle-orm";
import type { ActionFields } from "~/features/actions/fields.ts";
import { OF_THE_PLAN } from "~/features/history/events.ts";
import type { Board } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { actions, events, reviews } from "~db/schema.ts";
import type { Window } from "./asked.server.ts";
import { type ActionChanged, changesBetween, type PlanEvent } from "./compare.ts";

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

const KINDS = sql.join(
  OF_THE_PLAN.map((kind) => sql`${kind}`),
  sql`, `,
);

type Raw = [number, number, string | null, string, string | null, string, string | null];

/** What became of each action between two instants, from the events between them alone. 1 statement. */
export function compare(db: Database, { from, to }: Window): ActionChanged[] {
  // Read as bare rows, and in the order of ids by the index on time: since Geneva there may be tens of thousands.
  const rows = db.values<Raw>(sql`
    select e.id, e.at, e.actor_id, a.ref, e.before, e.after, e.cause
    from ${events} e join ${actions} a on a.id = e.action_id
    where e.at > ${from} and e.at <= ${to} and e.kind in (${KINDS})
    order by e.id`);
  return changesBetween(
    rows.map(
      ([id, at, byId, ref, before, after, cause]): PlanEvent => ({
        ...{ id, at, byId, ref },
        before: before === null ? null : JSON.parse(before),
        after: JSON.parse(after),
        cause: cause === null ? null : JSON.parse(cause),
      }),
    ),
  );
}

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
  const named = sql.join(
    refs.map((ref) => sql`${ref}`),
    sql`, `,
  );
  const rows = db.values<[string, string]>(sql`
    select a.ref, e.after from ${actions} a join ${events} e on e.action_id = a.id
    where a.ref in (${named}) and e.kind in (${KINDS}) and e.at <= ${instant}
    order by e.id`);
  for (const [ref, after] of rows) plan.set(ref, { ...plan.get(ref), ...JSON.parse(after) });
  return plan;
}
