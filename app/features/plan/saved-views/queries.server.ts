import { and, asc, eq, or, sql } from "drizzle-orm";
import type { BoardScope } from "~/features/plan/boards/scope.ts";
import { type Database, prepared } from "~db/connection.ts";
import { people } from "~db/schema/people.ts";
import { savedViews } from "~db/schema/plan.ts";

/** A board's view kept by name, as the board links to it. */
export interface SavedView {
  id: number;
  name: string;
  /** A board's query string. */
  query: string;
  forAll: boolean;
}

/** The views of a board that a viewer sees: their own and those for all, by name. 1 statement. */
export const viewsOn = prepared((db) => {
  const { id, name, query, forAll } = savedViews;
  const seen = seenBy(sql.placeholder("board"), sql.placeholder("viewer"));
  const found = db
    .select({ id, name, query, forAll })
    .from(savedViews)
    .where(seen)
    .orderBy(...BY_NAME)
    .prepare();
  return (board: BoardScope, viewer: string): SavedView[] => found.all({ board, viewer });
});

/** The same with whose they are, for the page on which they are renamed and removed. 1 statement. */
export function viewsWithOwner(db: Database, board: BoardScope, viewer: string) {
  const { id, name, query, forAll, ownerId } = savedViews;
  return db
    .select({ id, name, query, forAll, ownerId, owner: people.name })
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.ownerId))
    .where(seenBy(board, viewer))
    .orderBy(...BY_NAME)
    .all();
}

const seenBy = (board: unknown, viewer: unknown) =>
  and(sql`${savedViews.board} = ${board}`, or(sql`${savedViews.forAll}`, sql`${savedViews.ownerId} = ${viewer}`));

const BY_NAME = [asc(sql`folded(${savedViews.name})`), asc(savedViews.id)];
