import { and, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { type Quarter, quartersLate } from "~/features/actions/quarter.ts";
import { OPEN } from "~/features/actions/stage.ts";
import { foreign, titleIn } from "~/features/actions/titles.server.ts";
import type { Network } from "~/features/networks/tree.ts";
import { mayWorkOnBoard, type Viewer } from "~/features/policy.ts";
import { workSql } from "~/features/policy-sql.server.ts";
import { BOARDS, type Board, type Language, type Stage } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { actions, events, people } from "~db/schema.ts";

/** An action as the overview's lists name it. */
export interface Named {
  ref: string;
  board: Board;
  title: string;
  lang: Language | null;
}

export interface MovedLately extends Named {
  event: number;
  at: number;
  /** Null for what the seed entered. */
  by: string | null;
  from: Stage | null;
  to: Stage;
}

const LATELY = 6;

/** The newest moves and additions; a move that was taken back is no news, nor is taking it back. 1 statement. */
export function movedLately(db: Database, language: Language): MovedLately[] {
  const { id: event, at, before, after } = events;
  return db
    .select({ ...named(language), event, at, before, after, by: people.name })
    .from(events)
    .innerJoin(actions, eq(actions.id, events.actionId))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(changesStage, stands))
    .orderBy(desc(events.id))
    .limit(LATELY)
    .all()
    .map(({ at, before, after, lang, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      at: +at,
      from: (before?.stage as Stage | undefined) ?? null,
      to: after?.stage as Stage,
    }));
}

/** A move within a stage is order, not news. */
const changesStage = or(
  eq(events.kind, "action.created"),
  and(
    eq(events.kind, "action.moved"),
    sql`json_extract(${events.before}, '$.stage') <> json_extract(${events.after}, '$.stage')`,
  ),
);

const stands = sql`${events.cause} is null and not exists (
  select 1 from ${events} as undone
  where undone.action_id = ${events}.action_id and undone.cause ->> '$.undo' = ${events}.id)`;

export interface Due extends Named {
  due: string;
  late: number;
}

const DUE_AT_MOST = 8;

/** Open actions that are late or due in the quarter, the latest first, then by rank. 1 statement. */
export function lateOrDue(db: Database, language: Language, now: Quarter): Due[] {
  return db
    .select({ ...named(language), due: actions.dueQuarter })
    .from(actions)
    .where(and(inArray(actions.stage, [...OPEN]), lte(actions.dueQuarter, now)))
    .orderBy(actions.dueQuarter, actions.board, actions.rank)
    .limit(DUE_AT_MOST)
    .all()
    .map(({ lang, due, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      due: due ?? now,
      late: quartersLate(due, true, now),
    }));
}

/** Why an action waits for somebody: it is late, should begin, has no due quarter yet, or waits to be closed. */
export type WaitingFor = "late" | "to-start" | "no-quarter" | "to-close";

export interface Waiting extends Named {
  reason: WaitingFor;
  late: number;
}

const WAITING_AT_MOST = 8;

/** What waits for this viewer: on the boards that they work on, led from their branch or internationally. 1 statement. */
export function waitingFor(
  db: Database,
  viewer: Viewer,
  networks: readonly Network[],
  language: Language,
  now: Quarter,
): Waiting[] {
  if (!BOARDS.some((board) => mayWorkOnBoard(viewer, board))) return [];
  const late = sql`${actions.dueQuarter} < ${now}`;
  const toClose = eq(actions.stage, "under-review");
  const toStart = and(
    inArray(actions.stage, ["proposed", "planned"]),
    isNotNull(actions.startQuarter),
    lte(actions.startQuarter, now),
  );
  const reason = sql<WaitingFor>`case when ${late} then 'late' when ${toClose} then 'to-close' when ${toStart} then 'to-start' else 'no-quarter' end`;
  return db
    .select({ ...named(language), due: actions.dueQuarter, reason })
    .from(actions)
    .where(
      and(
        inArray(actions.stage, [...OPEN]),
        workSql(viewer, networks),
        or(late, toClose, toStart, isNull(actions.dueQuarter)),
      ),
    )
    .orderBy(
      sql`case ${reason} when 'late' then 0 when 'to-close' then 1 when 'to-start' then 2 else 3 end`,
      actions.dueQuarter,
      actions.ref,
    )
    .limit(WAITING_AT_MOST)
    .all()
    .map(({ lang, due, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      late: quartersLate(due, true, now),
    }));
}

function named(language: Language) {
  return { ref: actions.ref, board: actions.board, ...titleIn(language) };
}
