import { and, desc, eq, ne, notInArray, sql } from "drizzle-orm";
import type { Board, Stage } from "~/domain.ts";
import type { By, RecordEvent, Transaction } from "~/features/core/history/change.server.ts";
import { actionSubject, boardSubject } from "~/features/core/notifications/notice.ts";
import { coordinatorsOf, followersOf, notify, withdrawUnheard } from "~/features/core/notifications/notify.server.ts";
import { events } from "~db/schema/history.ts";
import { actions, dependencies } from "~db/schema/plan.ts";

interface Awaited {
  id: number;
  ref: string;
  /** Where it stood until now. */
  stage: Stage;
}

interface Waiting {
  id: number;
  board: Board;
}

/**
 * What a change of an action's stage means for those that wait for it, in the transaction of that change: done, the way is
 * free, and whoever follows one of them or coordinates its board is told; done no longer, that is taken back.
 */
export function settleWaiting(tx: Transaction, record: RecordEvent, by: By, awaited: Awaited, now: Stage): void {
  if ((awaited.stage === "done") === (now === "done")) return;
  for (const waiting of waitingFor(tx, awaited.id)) {
    if (now === "done") free(tx, record, by, awaited, waiting);
    else unfree(tx, record, by, awaited, waiting);
  }
}

function free(tx: Transaction, record: RecordEvent, by: By, { ref }: Awaited, { id, board }: Waiting): void {
  const event = record({
    kind: "dependency.freed",
    board,
    actionId: id,
    before: null,
    after: { on: ref, still: stillAwaited(tx, id) },
  });
  const audience = followersOf(tx, actionSubject(id), boardSubject(board));
  notify(tx, by, event, actionSubject(id), coordinatorsOf(tx, board, audience));
}

/** What nobody has heard of was never news; those who have are told that it is not so. */
function unfree(tx: Transaction, record: RecordEvent, by: By, { ref }: Awaited, { id, board }: Waiting): void {
  const last = tx
    .select({ id: events.id, cause: events.cause })
    .from(events)
    .where(and(eq(events.actionId, id), eq(events.kind, "dependency.freed"), sql`${events.after} ->> '$.on' = ${ref}`))
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  if (!last || last.cause) return;
  const told = withdrawUnheard(tx, last.id);
  const event = record({
    kind: "dependency.freed",
    board,
    actionId: id,
    before: null,
    after: { on: ref },
    cause: { undo: last.id },
  });
  notify(tx, by, event, actionSubject(id), told);
}

/** The actions that wait for one and are not over themselves. */
function waitingFor(tx: Transaction, onId: number): Waiting[] {
  return tx
    .select({ id: actions.id, board: actions.board })
    .from(dependencies)
    .innerJoin(actions, eq(actions.id, dependencies.actionId))
    .where(and(eq(dependencies.onId, onId), notInArray(actions.stage, ["done", "dropped"])))
    .all();
}

/** The references of what an action waits for besides. */
function stillAwaited(tx: Transaction, waiting: number): string[] {
  return tx
    .select({ ref: actions.ref })
    .from(dependencies)
    .innerJoin(actions, eq(actions.id, dependencies.onId))
    .where(and(eq(dependencies.actionId, waiting), ne(actions.stage, "done")))
    .orderBy(actions.id)
    .all()
    .map(({ ref }) => ref);
}
