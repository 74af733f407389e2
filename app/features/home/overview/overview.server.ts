import { and, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { BOARDS, type Board, type Language, type Stage } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { mayWorkOnBoard, type Viewer } from "~/features/core/policy.ts";
import { dueSql } from "~/features/plan/actions/due.server.ts";
import { OPEN_STAGES } from "~/features/plan/actions/stage.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { workSql } from "~/features/plan/policy-sql.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { type Quarter, quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";

/** An action as the overview's lists name it. */
export interface ActionNamed {
  ref: string;
  board: Board;
  title: string;
  lang: Language | null;
}

export interface MovedLately extends ActionNamed {
  event: number;
  at: number;
  /** Null for what the seed entered. */
  by: string | null;
  from: Stage | null;
  to: Stage;
}

const LATELY = 6;

/** The newest moves and additions; a move that was taken back is no news, nor is taking it back. 1 statement. */
export function recentlyMoved(db: Database, language: Language): MovedLately[] {
  const { id: event, at, before, after } = events;
  return db
    .select({ ...actionColumns(language), event, at, before, after, by: people.name })
    .from(events)
    .innerJoin(actions, eq(actions.id, events.actionId))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(changesStage, notTakenBack))
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

/** What a suggestion, a decision or a common change brought about is news as any move is. */
const notTakenBack = sql`${events.cause} ->> '$.undo' is null and not exists (
  select 1 from ${events} as undone
  where undone.action_id = ${events}.action_id and undone.cause ->> '$.undo' = ${events}.id)`;

/** Why an action waits for somebody: it is late, should begin, has no due quarter yet, or waits to be closed. */
export type WaitingFor = "late" | "to-start" | "no-quarter" | "to-close";

export interface Waiting extends ActionNamed {
  reason: WaitingFor;
  late: number;
}

/**
 * Actions that wait for this viewer to move them on or to plan them: among those that they work on. 1 statement.
 *
 * @returns a part of the list, and how long it is; 0 where the part lies behind its end
 */
export function waitingFor(
  db: Database,
  viewer: Viewer,
  networks: readonly Network[],
  language: Language,
  now: Quarter,
  { limit, offset }: { limit: number; offset: number },
): { total: number; rows: Waiting[] } {
  if (!BOARDS.some((board) => mayWorkOnBoard(viewer, board))) return { total: 0, rows: [] };
  const late = dueSql("late", now);
  const toClose = eq(actions.stage, "under-review");
  const toStart = and(
    inArray(actions.stage, ["proposed", "planned"]),
    isNotNull(actions.startQuarter),
    lte(actions.startQuarter, now),
  );
  const reason = sql<WaitingFor>`case when ${late} then 'late' when ${toClose} then 'to-close' when ${toStart} then 'to-start' else 'no-quarter' end`;
  const found = db
    .select({ ...actionColumns(language), due: actions.dueQuarter, reason, total: sql<number>`count(*) over ()` })
    .from(actions)
    .where(
      and(
        inArray(actions.stage, OPEN_STAGES),
        workSql(viewer, networks),
        or(late, toClose, toStart, isNull(actions.dueQuarter)),
      ),
    )
    .orderBy(
      sql`case ${reason} when 'late' then 0 when 'to-close' then 1 when 'to-start' then 2 else 3 end`,
      actions.dueQuarter,
      actions.ref,
    )
    .limit(limit)
    .offset(offset)
    .all();
  return {
    total: found[0]?.total ?? 0,
    rows: found.map(({ lang, due, total: _, ...row }) => ({
      ...row,
      lang: foreign(lang, language),
      late: quartersOverdue(due, true, now),
    })),
  };
}

function actionColumns(language: Language) {
  return { ref: actions.ref, board: actions.board, ...titleIn(language) };
}
