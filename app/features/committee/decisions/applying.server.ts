import { inArray } from "drizzle-orm";
import type { By, RecordEvent, Transaction } from "~/features/core/history/change.server.ts";
import { moveWithin } from "~/features/plan/actions/moves.server.ts";
import { amendAction } from "~/features/plan/actions/mutations.server.ts";
import type { ActionRow } from "~/features/plan/actions/row.server.ts";
import { blocked } from "~/features/plan/subsidiarity/linked.server.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import type { PlanChange, PlanState } from "~db/stored/plan-change.ts";
import { isInForce, movedOn, type Obstacle, obstacleIn, type Part } from "./changes.ts";

/** A change as it stands against the plan of now. */
export interface Checked {
  change: PlanChange;
  now: PlanState;
  /** The action's version now. */
  version: number;
  /** Where it moved on since the decision was written. */
  moved: Part[];
  obstacle: Obstacle | null;
}

/** Thrown within the transaction, so that nothing of a decision is applied by half; caught where it was begun. */
export class NotApplied extends Error {
  readonly checked: Checked[];

  constructor(checked: Checked[]) {
    super("The plan cannot be changed as decided.");
    this.checked = checked;
  }
}

/** How the actions stand that a decision changes. 1 statement, and 1 for each international one that would be planned. */
export function checkChanges(db: Database | Transaction, changes: readonly PlanChange[]): Checked[] {
  const rows = rowsOf(db, changes);
  return changes.map((change): Checked => {
    const row = rows.get(change.ref);
    if (!row) {
      const nothing: PlanState = { stage: "proposed", priority: "normal", due: null };
      return { change, now: nothing, version: 0, moved: [], obstacle: "not-an-action" };
    }
    const now = planStateOf(row);
    const link = change.stage && change.stage !== row.stage && blocked(db, row, { stage: change.stage });
    const obstacle = obstacleIn(change, { ...now, start: row.startQuarter }) ?? (link ? "link-missing" : null);
    return { change, now, version: row.version, moved: movedOn(change, now), obstacle };
  });
}

/**
 * Changes the plan as a decision says, within the transaction that adopts it.
 *
 * @param seen the versions of the actions that whoever adopts it has confirmed, by reference
 * @throws NotApplied where something is in the way, or has moved on unseen: the whole transaction is then rolled back
 */
export function applyChanges(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  decision: { id: number; planChanges: readonly PlanChange[] },
  seen: ReadonlyMap<string, number>,
): void {
  const checked = checkChanges(tx, decision.planChanges);
  const unseen = ({ change, version, moved }: Checked) => moved.length > 0 && seen.get(change.ref) !== version;
  if (checked.some((one) => one.obstacle || unseen(one))) throw new NotApplied(checked);
  const rows = rowsOf(tx, decision.planChanges);
  const cause = { decision: decision.id };
  for (const { change, now } of checked) {
    const row = rows.get(change.ref) as ActionRow;
    const { stage, outcome } = change;
    if (stage && !isInForce(change, "stage", now)) {
      const moved = moveWithin(tx, record, by, row, { stage, ...(outcome && { outcome }) }, cause);
      // Checked above; what is asked there one day, and not here yet, must stop it all the same.
      if (moved.status !== "moved")
        throw new NotApplied([
          { ...asked(checked, change), obstacle: moved.status === "unchanged" ? null : moved.status },
        ]);
    }
    const amended = {
      ...(change.priority && !isInForce(change, "priority", now) && { priority: change.priority }),
      ...(change.due !== undefined && !isInForce(change, "due", now) && { due: change.due }),
    };
    if (Object.keys(amended).length > 0) amendAction(tx, record, by, row.id, amended, cause);
  }
}

const asked = (checked: readonly Checked[], change: PlanChange) =>
  checked.find((one) => one.change === change) as Checked;

/** The actions by reference. 1 statement, none where nothing changes. */
export function rowsOf(
  db: Database | Transaction,
  changes: readonly Pick<PlanChange, "ref">[],
): Map<string, ActionRow> {
  const refs = changes.map(({ ref }) => ref);
  if (refs.length === 0) return new Map();
  const rows = db.select().from(actions).where(inArray(actions.ref, refs)).all();
  return new Map(rows.map((row) => [row.ref, row]));
}

export function planStateOf({ stage, priority, dueQuarter }: ActionRow): PlanState {
  return { stage, priority, due: dueQuarter };
}
