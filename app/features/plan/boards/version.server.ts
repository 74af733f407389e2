import { eq, isNull, max, type SQL, sql } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import { prepared } from "~db/connection.ts";
import { events } from "~db/schema.ts";

/** The newest event that a board's page shows anything of: its own and those of no board (networks, people). 2 look-ups. */
export const boardVersion = prepared((db) => {
  const newest = (where: SQL) =>
    db
      .select({ id: max(events.id) })
      .from(events)
      .where(where)
      .prepare();
  const ofBoard = newest(eq(events.board, sql.placeholder("board")));
  const ofNone = newest(isNull(events.board));
  return (board: Board) => Math.max(ofBoard.get({ board })?.id ?? 0, ofNone.get()?.id ?? 0);
});

/** The newest event of all. 1 look-up. */
export const planVersion = prepared((db) => {
  const newest = db
    .select({ id: max(events.id) })
    .from(events)
    .prepare();
  return () => newest.get()?.id ?? 0;
});
