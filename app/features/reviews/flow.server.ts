import { sql } from "drizzle-orm";
import type { Quarter } from "~/features/actions/quarter.ts";
import { OF_THE_PLAN } from "~/features/history/events.ts";
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
  const stage = sql`${events.after} ->> '$.stage'`;
  const dueType = sql`json_type(${events.after}, '$.due')`;
  const kinds = sql.join(
    OF_THE_PLAN.map((kind) => sql`${kind}`),
    sql`, `,
  );
  return db
    .values<[number, number, Stage | null, string | null, string | null]>(sql`
      select ${events.actionId}, ${events.at}, ${stage}, ${dueType}, ${events.after} ->> '$.due' from ${events}
      where ${events.kind} in (${kinds}) and ${events.at} <= ${+at}
        and (${stage} is not ${events.before} ->> '$.stage' or ${dueType} is not null)
      order by ${events.id}`)
    .map(([actionId, at, stage, dueType, due]) => ({
      ...{ actionId, at },
      ...(stage !== null && { stage }),
      ...(dueType !== null && { due }),
    }));
}
