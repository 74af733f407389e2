import { sql } from "drizzle-orm";
import type { Stage } from "~/domain.ts";
import { eventsOf } from "~/features/core/history/as-of.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import { firstInstant, type Quarter } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { endOf, flowOf, quartersUpTo, type Step } from "./flow.ts";
import type { DueAndDone, FlowAt } from "./snapshot.ts";

interface FlowQuery {
  /** The last quarter. */
  until: Quarter;
  /** Nothing that happened later counts. */
  at: Date;
  /** So many quarters, 8 unless said. */
  count?: number;
}

/** Two years: as many as stand side by side and can still be told apart. */
const QUARTERS = 8;

/**
 * From history: the stages of the plan at the end of each of the last quarters, and what was due in each when it began and
 * done by its end. 2 statements, 3 when what happened before the last quarter is not known yet.
 */
export function overQuarters(
  db: Database,
  { until, at, count = QUARTERS }: FlowQuery,
): { flow: FlowAt[]; dueAndDone: DueAndDone[] } {
  const quarters = quartersUpTo(until, count);
  const end = Math.min(endOf(until), +at) + 1;
  const begun = Math.min(+firstInstant(until), end);
  const steps = [...stepsBefore(db, quarters, begun), ...readSteps(db, quarters, begun, end)];
  return flowOf(steps, quarters, at);
}

let kept: { db: Database; known: string; steps: Step[] } | undefined;

/**
 * What happened before the last quarter began, which is most of a long history, is kept once it was read. Nobody edits or
 * removes an event: as long as there are as many of them and the newest is the same, they are the same, those among them
 * that were written late included. 1 statement, 2 where there are others.
 */
function stepsBefore(db: Database, quarters: readonly Quarter[], end: number): Step[] {
  const those = db.values<[number, number | null]>(sql`select count(*), max(id) from ${events} where at < ${end}`);
  const known = [...quarters, end, ...those].join();
  if (kept?.db !== db || kept.known !== known) kept = { db, known, steps: readSteps(db, quarters, 0, end) };
  return kept.steps;
}

/**
 * What changed an action's stage or due quarter from one instant up to and without another; a place in a stage is none of
 * that. Where quarters are told by how they began and ended, only the last step of each kind that an action took in each
 * of them matters, and the others are not read. 1 statement.
 */
function readSteps(db: Database, quarters: readonly Quarter[], from: number, end: number): Step[] {
  const begun = quarters.map((quarter) => sql`(at >= ${+firstInstant(quarter)})`);
  const steps = sql`at >= ${from} and at < ${end} and (kind <> 'action.edited' or json_type(after, '$.due') is not null)`;
  // Moves name a stage and no due quarter, edits the other way round: each is asked for its own alone.
  return db
    .values<[number, number, number, Stage | null, string | null, string | null]>(sql`
      select id, action_id, at, case kind when 'action.edited' then null else after ->> '$.stage' end,
        case kind when 'action.moved' then null else json_type(after, '$.due') end,
        case kind when 'action.moved' then null else after ->> '$.due' end
      from ${events} where id in (
        select max(id) from ${eventsOf(db, OF_THE_PLAN, steps)} group by ${sql.join(begun, sql` + `)}, kind, action_id)
      order by at, id`)
    .map(([id, actionId, at, stage, dueType, due]) => ({
      id,
      actionId,
      at,
      stage: stage ?? undefined,
      due: dueType === null ? undefined : due,
    }));
}
