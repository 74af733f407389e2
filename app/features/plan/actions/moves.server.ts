import { eq } from "drizzle-orm";
import type { Stage, Translated } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { notifyOfMove, notifyOfUndo } from "~/features/core/notifications/notify.server.ts";
import type { Actor } from "~/features/core/policy.ts";
import { settleWaiting } from "~/features/plan/dependencies/freeing.server.ts";
import { blocked, lostLinkSince } from "~/features/plan/subsidiarity/linked.server.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import type { Placement, PlainFields } from "~db/stored/action-fields.ts";
import type { Cause } from "~db/stored/events.ts";
import { freeRank, rankAfter, rankAfterOfAny } from "./placing.server.ts";
import type { ActionRow as Row } from "./row.server.ts";
import { outcomeRequiredBy } from "./stage.ts";
import { actionOfEvent, isChangedSince, workableAction } from "./workable.server.ts";

export interface Move {
  ref: string;
  version: number;
  stage: Stage;
  /** The card above: a reference, `null` for the top of the stage, absent for its end. */
  after?: string | null;
  /** Whether the neighbour may be of any board: on the whole plan. */
  amongAll?: boolean;
  /** What the stage asks for (stage.ts), by language. */
  outcome?: Translated;
}

export type Moved =
  | { status: "moved"; event: number; version: number; stage: Stage; from: Stage }
  | { status: "unchanged" }
  | { status: "stale" }
  | { status: "outcome-missing"; asked: "result" | "reason" }
  | { status: "link-missing" };

/**
 * Moves an action beside a neighbour. Only this one row changes, so that people who move different cards never disturb
 * each other: a neighbour that has left the stage meanwhile just means the end of it.
 *
 * @throws Refusal 404 for an unknown reference, 403 when the action is not the actor's to move
 */
export function moveAction(db: Database, by: By, actor: Actor, move: Move): Moved {
  return change(db, by, (tx, record): Moved => {
    const row = workableAction(tx, actor, { ref: move.ref });
    if (row.version !== move.version) return { status: "stale" };

    return moveWithin(tx, record, by, row, move);
  });
}

/** `moveAction` within a transaction that has asked who may and compared the versions; with a cause, where it has one. */
export function moveWithin(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  row: Row,
  move: Omit<Move, "ref" | "version">,
  cause: Cause | null = null,
): Exclude<Moved, { status: "stale" }> {
  const changesStage = move.stage !== row.stage;
  if (by.personId && changesStage && blocked(tx, row, { stage: move.stage })) return { status: "link-missing" };
  const asked = outcomeRequiredBy(move.stage);
  if (changesStage && asked && !move.outcome) return { status: "outcome-missing", asked };

  const rank = (move.amongAll ? rankAfterOfAny : rankAfter)(tx, row, move);
  if (!changesStage && rank === row.rank) return { status: "unchanged" };
  const outcome = changesStage ? (asked ? (move.outcome ?? null) : null) : row.outcome;
  const event = place(tx, record, row, { stage: move.stage, rank, outcome }, by.at, {
    why: asked === "reason" && changesStage ? (Object.values(move.outcome ?? {})[0] ?? null) : null,
    cause,
  });
  if (changesStage) {
    notifyOfMove(tx, by, event, row);
    settleWaiting(tx, record, by, row, move.stage);
  }
  return { status: "moved", event, version: row.version + 1, stage: move.stage, from: row.stage };
}

/**
 * Takes back a move, as long as the action has not been changed since.
 *
 * @returns `stale` when something happened to the action after that move
 * @throws Refusal 404 when there is no such move, 403 when the action is not the actor's to move
 */
export function undoMove(db: Database, by: By, actor: Actor, { event }: { event: number }): Moved & { ref?: string } {
  return change(db, by, (tx, record): Moved & { ref?: string } => {
    const wanted = { kind: "action.moved", name: "move" } as const;
    const { action: row, before } = actionOfEvent(tx, actor, event, wanted, (placed) => placed);
    if (isChangedSince(tx, row.id, event)) return { status: "stale", ref: row.ref };

    // What stood there without a link may go back, but not what has lost its links on the way.
    if (actor && blocked(tx, row, { stage: before.stage }) && lostLinkSince(tx, row.id, event))
      return { status: "link-missing", ref: row.ref };
    const undone = placeBack(tx, record, by, row, before, event);
    return {
      status: "moved",
      event: undone,
      version: row.version + 1,
      stage: before.stage,
      from: row.stage,
      ref: row.ref,
    };
  });
}

/**
 * Puts an action back to where it stood before a move, within a transaction that has asked who may and whether it has been
 * changed since.
 *
 * @param event the move that is taken back
 * @returns the event that says so
 */
export function placeBack(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  row: Row,
  before: Placement,
  event: number,
): number {
  const rank = freeRank(tx, row.board, before.stage, before.rank);
  const undone = place(tx, record, row, { ...before, rank }, by.at, { cause: { undo: event } });
  if (before.stage !== row.stage) {
    notifyOfUndo(tx, by, { move: event, undone }, row);
    settleWaiting(tx, record, by, row, before.stage);
  }
  return undone;
}

function place(
  tx: Transaction,
  record: RecordEvent,
  row: Row,
  to: Pick<PlainFields, "stage" | "rank" | "outcome">,
  at: Date,
  because: { why?: string | null; cause?: Cause | null },
): number {
  tx.update(actions)
    .set({ ...to, version: row.version + 1, updatedAt: at })
    .where(eq(actions.id, row.id))
    .run();
  return record({
    kind: "action.moved",
    board: row.board,
    actionId: row.id,
    before: { stage: row.stage, rank: row.rank, outcome: row.outcome },
    after: to,
    ...because,
  });
}
