import { and, eq, isNull, max, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Board } from "~/domain.ts";
import { prepared } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { actions, dependencies } from "~db/schema/plan.ts";
import type { BoardScope } from "./scope.ts";

/** The newest event of all. 1 look-up. */
export const planVersion = prepared((db) => {
  const newest = db
    .select({ id: max(events.id) })
    .from(events)
    .prepare();
  return () => newest.get()?.id ?? 0;
});

/**
 * The newest event that a board's page shows anything of: its own and those of no board (networks, people); on the page of the
 * whole plan, of all. 2 look-ups.
 */
export const boardVersion = prepared((db) => {
  const newest = (where: SQL) =>
    db
      .select({ id: max(events.id) })
      .from(events)
      .where(where)
      .prepare();
  const ofBoard = newest(eq(events.board, sql.placeholder("board")));
  const ofNone = newest(isNull(events.board));
  return (board: BoardScope) =>
    board === "plan" ? planVersion(db) : Math.max(ofBoard.get({ board })?.id ?? 0, ofNone.get()?.id ?? 0);
});

/**
 * The newest event that a board's page shows anything of, with its time: once a backup has been put back, another event may
 * come to have the same number. 3 look-ups.
 */
export const boardStamp = prepared((db) => {
  const time = db
    .select({ at: events.at })
    .from(events)
    .where(eq(events.id, sql.placeholder("id")))
    .prepare();
  return (board: BoardScope) => {
    const id = boardVersion(db, board);
    return `${id}@${time.get({ id })?.at.getTime() ?? ""}`;
  };
});

/**
 * What the open actions of a board wait for on other boards, whose events are not its own: a card names it until it is done or
 * dropped. 1 look-up.
 */
export const awaitedElsewhere = prepared((db) => {
  const waiting = alias(actions, "waiting");
  const query = db
    .select({ refs: sql<string | null>`group_concat(${waiting.id} || ' ' || ${actions.ref})` })
    .from(dependencies)
    .innerJoin(waiting, eq(waiting.id, dependencies.actionId))
    .innerJoin(actions, eq(actions.id, dependencies.onId))
    .where(
      and(
        eq(waiting.board, sql.placeholder("board")),
        ne(actions.board, sql.placeholder("board")),
        notInArray(actions.stage, ["done", "dropped"]),
      ),
    )
    .prepare();
  return (board: Board) => query.get({ board })?.refs ?? "";
});
