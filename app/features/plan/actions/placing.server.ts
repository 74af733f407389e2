import { and, asc, desc, eq, gt, ne } from "drizzle-orm";
import type { Board, Stage } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { actions } from "~db/schema/plan.ts";
import { rankBetween } from "./rank.ts";
import type { ActionRow as Row } from "./row.server.ts";

/* Where in its column an action comes to stand: read inside the transaction that puts it there. */

/** The rank of the end of a stage. */
export function lastRank(tx: Transaction, board: Board, stage: Stage, except?: number): string {
  const last = tx
    .select({ rank: actions.rank })
    .from(actions)
    .where(inColumn(board, stage, except))
    .orderBy(desc(actions.rank))
    .limit(1)
    .get();
  return rankBetween(last?.rank ?? null, null);
}

function inColumn(board: Board, stage: Stage, except?: number) {
  return and(eq(actions.board, board), eq(actions.stage, stage), except ? ne(actions.id, except) : undefined);
}

/** The rank below a neighbour; `null` for the top, absent, or gone from the stage meanwhile, for the end. */
export function rankAfter(
  tx: Transaction,
  row: Row,
  { stage, after }: { stage: Stage; after?: string | null },
): string {
  const column = inColumn(row.board, stage, row.id);
  if (after === undefined) return staysLast(tx, row, stage) ? row.rank : lastRank(tx, row.board, stage, row.id);
  const above =
    after === null
      ? null
      : tx
          .select({ rank: actions.rank })
          .from(actions)
          .where(and(column, eq(actions.ref, after)))
          .get();
  if (above === undefined) return lastRank(tx, row.board, stage, row.id);
  const below = tx
    .select({ rank: actions.rank })
    .from(actions)
    .where(and(column, above ? gt(actions.rank, above.rank) : undefined))
    .orderBy(asc(actions.rank))
    .limit(1)
    .get();
  const staysBetween = stage === row.stage && (!above || row.rank > above.rank) && (!below || row.rank < below.rank);
  return staysBetween ? row.rank : rankBetween(above?.rank ?? null, below?.rank ?? null);
}

function staysLast(tx: Transaction, row: Row, stage: Stage): boolean {
  if (stage !== row.stage) return false;
  const below = tx
    .select({ id: actions.id })
    .from(actions)
    .where(and(inColumn(row.board, stage, row.id), gt(actions.rank, row.rank)))
    .limit(1)
    .get();
  return !below;
}

/** The rank that an action had, or the nearest one below it where somebody stands there now. */
export function freeRank(tx: Transaction, board: Board, stage: Stage, rank: string): string {
  const taken = tx
    .select({ id: actions.id })
    .from(actions)
    .where(and(inColumn(board, stage), eq(actions.rank, rank)))
    .get();
  if (!taken) return rank;
  const below = tx
    .select({ rank: actions.rank })
    .from(actions)
    .where(and(inColumn(board, stage), gt(actions.rank, rank)))
    .orderBy(asc(actions.rank))
    .limit(1)
    .get();
  return rankBetween(rank, below?.rank ?? null);
}
