import { and, asc, desc, eq, gt, lt, ne, or, type SQL } from "drizzle-orm";
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

/**
 * The rank below a neighbour where the cards of all boards stand in one column, by rank and then by age. Cards of different boards
 * may have the same rank, and between them there is no place: the action then comes to stand beside them all, on the side on which
 * it keeps its order among the cards of its own board.
 */
export function rankAfterOfAny(
  tx: Transaction,
  row: Row,
  { stage, after }: { stage: Stage; after?: string | null },
): string {
  const { id, rank } = actions;
  const column = and(eq(actions.stage, stage), ne(id, row.id));
  const find = (where: SQL | undefined, ...order: SQL[]) =>
    tx
      .select({ id, rank, board: actions.board })
      .from(actions)
      .where(and(column, where))
      .orderBy(...order)
      .limit(1)
      .get() ?? null;
  const last = () => find(undefined, desc(rank), desc(id));
  const above = after === null ? null : (after && find(eq(actions.ref, after))) || last();
  const below = above
    ? find(or(gt(rank, above.rank), and(eq(rank, above.rank), gt(id, above.id))), asc(rank), asc(id))
    : find(undefined, asc(rank), asc(id));
  if (stage === row.stage && isBefore(above, row) && isBefore(row, below)) return row.rank;
  if (!above || above.rank !== below?.rank) return rankBetween(above?.rank ?? null, below?.rank ?? null);

  const own = find(and(eq(rank, above.rank), eq(actions.board, row.board)));
  if (own && own.id > above.id) return rankBetween(find(lt(rank, above.rank), desc(rank))?.rank ?? null, above.rank);
  return rankBetween(above.rank, find(gt(rank, above.rank), asc(rank))?.rank ?? null);
}

type Ranked = Pick<Row, "id" | "rank">;

/** Whether one stands above the other; nothing stands above the top and below the end. */
function isBefore(one: Ranked | null, other: Ranked | null): boolean {
  if (!one || !other) return true;
  return one.rank === other.rank ? one.id < other.id : one.rank < other.rank;
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
