import { sql } from "drizzle-orm";
import type { Quarter } from "~/features/actions/quarter.ts";
import type { Stage } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema.ts";
import { dueAndDoneOf, flowOf, quartersUpTo, type Step } from "./flow.ts";
import type { DueAndDone, FlowAt } from "./snapshot.ts";

interface Asked {
  /** The last quarter. */
  until: Quarter;
  /** Nothing that happened later counts. */
  at: Date;
  /** So many quarters, 8 unless said. */
  count?: number;
}

/** Two years: as many as stand side by side and can still be told apart. */
const QUARTERS = 8;

/** The stages of the plan at the end of each of the last quarters, from history. 1 statement. */
export function flowByQuarter(db: Database, { until, at, count = QUARTERS }: Asked): FlowAt[] {
  return flowOf(readSteps(db, at), quartersUpTo(until, count), at);
}

/** What was due in each of the last quarters when it began, and done by its end, from history. 1 statement. */
export function dueAndDone(db: Database, { until, at, count = QUARTERS }: Asked): DueAndDone[] {
  return dueAndDoneOf(readSteps(db, at), quartersUpTo(until, count), at);
}

/** Both, for a screen that shows both. 1 statement. */
export function overQuarters(
  db: Database,
  { until, at, count = QUARTERS }: Asked,
): { flow: FlowAt[]; dueAndDone: DueAndDone[] } {
  const steps = readSteps(db, at);
  const quarters = quartersUpTo(until, count);
  return { flow: flowOf(steps, quarters, at), dueAndDone: dueAndDoneOf(steps, quarters, at) };
}

/** What changed an action's stage or due quarter up to an instant; a place in a stage is none of that. 1 statement. */
export function readSteps(db: Database, at: Date): Step[] {
  // Moves name a stage and no due quarter, edits the other way round: each is asked for its own alone.
  return db
    .values<[number, number, Stage | null, string | null, string | null]>(sql`
      select action_id, at, case kind when 'action.edited' then null else after ->> '$.stage' end,
        case kind when 'action.moved' then null else json_type(after, '$.due') end,
        case kind when 'action.moved' then null else after ->> '$.due' end
      from ${events}
      where at <= ${+at} and (kind = 'action.created'
        or kind = 'action.moved' and after ->> '$.stage' <> before ->> '$.stage'
        or kind = 'action.edited' and json_type(after, '$.due') is not null)
      order by id`)
    .map(([actionId, at, stage, dueType, due]) => ({
      ...{ actionId, at },
      ...(stage !== null && { stage }),
      ...(dueType !== null && { due }),
    }));
}
