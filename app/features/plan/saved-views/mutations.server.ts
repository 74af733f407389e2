import { and, count, eq } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayChangeView, maySaveForAll, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { savedQuery } from "~/features/plan/boards/addresses.ts";
import type { BoardScope } from "~/features/plan/boards/scope.ts";
import type { Database } from "~db/connection.ts";
import { savedViews } from "~db/schema/plan.ts";

/*
 * Views are ways to look and no part of the plan: what becomes of them is no event.
 */

/** How many views somebody keeps of one board at most. */
export const VIEWS_MOST = 30;

export interface NewView {
  board: BoardScope;
  name: string;
  /** What of it is of the moment is left out. */
  query: string;
  forAll: boolean;
}

/**
 * Keeps a view by name.
 *
 * @returns null when the viewer keeps as many of the board as they may
 * @throws Refusal 403 when it would be for all and the viewer does not work on the board
 */
export function saveView(db: Database, by: By, viewer: Viewer, { board, name, query, forAll }: NewView): number | null {
  return change(db, by, (tx) => {
    if (forAll && !maySaveForAll(viewer, board))
      throw new Refusal(403, `${viewer.role} keeps no view of ${board} for all`);
    const own = and(eq(savedViews.board, board), eq(savedViews.ownerId, viewer.id));
    const kept = tx.select({ n: count() }).from(savedViews).where(own).get()?.n ?? 0;
    if (kept >= VIEWS_MOST) return null;
    return tx
      .insert(savedViews)
      .values({
        board,
        name,
        forAll,
        ownerId: viewer.id,
        createdAt: by.at,
        query: savedQuery(new URLSearchParams(query)),
      })
      .returning({ id: savedViews.id })
      .get().id;
  });
}

/** @throws Refusal 404 when the viewer sees no such view of the board, 403 when it is not theirs to rename */
export function renameView(
  db: Database,
  by: By,
  viewer: Viewer,
  { board, id, name }: { board: BoardScope; id: number; name: string },
): void {
  change(db, by, (tx) => {
    changeable(tx, viewer, board, id);
    tx.update(savedViews).set({ name }).where(eq(savedViews.id, id)).run();
  });
}

/** @throws Refusal 404 when the viewer sees no such view of the board, 403 when it is not theirs to remove */
export function removeView(
  db: Database,
  by: By,
  viewer: Viewer,
  { board, id }: { board: BoardScope; id: number },
): void {
  change(db, by, (tx) => {
    changeable(tx, viewer, board, id);
    tx.delete(savedViews).where(eq(savedViews.id, id)).run();
  });
}

function changeable(tx: Transaction, viewer: Viewer, board: BoardScope, id: number): void {
  const view = tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, id), eq(savedViews.board, board)))
    .get();
  // Somebody else's own view is invisible.
  if (!view || !(view.forAll || view.ownerId === viewer.id))
    throw new Refusal(404, `There is no view ${id} of ${board}.`);
  if (!mayChangeView(viewer, view)) throw new Refusal(403, `${viewer.role} may not change view ${id}`);
}
