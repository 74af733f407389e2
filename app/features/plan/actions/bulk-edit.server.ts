import { randomUUID } from "node:crypto";
import { and, asc, eq, gt, inArray, notInArray, sql } from "drizzle-orm";
import type { Board, Translated } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import { type Actor, mayWorkOn } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import type { ActionFields, Placement, PlainFields } from "~db/stored/action-fields.ts";
import { changedLabels, LABELS_MOST } from "./action-labels.ts";
import { plainFields } from "./columns.server.ts";
import type { BulkFieldName, BulkListName } from "./fields.ts";
import { moveWithin, placeBack } from "./moves.server.ts";
import { rewrite } from "./mutations.server.ts";
import { quartersOutOfOrder } from "./quarters-in-order.ts";
import { type ResponsibleFault, responsibleFault } from "./responsible.server.ts";
import { type ActionRow as Row, readFields } from "./row.server.ts";
import { outcomeRequiredBy } from "./stage.ts";
import { networkNode } from "./workable.server.ts";

/** How many actions are changed in one step at most: more than a page of the table has. */
export const BULK_EDIT_MOST = 200;

/** What is changed in all of them; what is absent stays as it is. */
export type Changes = Partial<Pick<PlainFields, BulkFieldName>> & ListChanges;

/** What is added to a list in all of them, and taken away: `addLabels`, `removeLabels`. */
type ListChanges = {
  [Name in BulkListName as `${"add" | "remove"}${Capitalize<Name>}`]?: PlainFields[Name];
};

/** What an action's labels become. */
const labelsAfter = (labels: readonly string[], { addLabels = [], removeLabels = [] }: Changes) =>
  changedLabels(labels, addLabels, removeLabels);

export interface BulkEdit {
  board: Board;
  /** Each with the version that the person had before them. */
  chosen: readonly { ref: string; version: number }[];
  changes: Changes;
  /** What the stage asks for, said once for all of them. */
  outcome?: Translated | undefined;
}

/** Why one of them keeps the others from being changed. */
export type BulkEditObstacle =
  | "changed-meanwhile"
  | "not-yours"
  | "gone"
  | "due-before-start"
  | "not-movable"
  | "too-many-labels"
  | ResponsibleFault;

export type BulkEdited =
  | { status: "changed" /** The first event of the step, by which it is taken back. */; event: number; refs: string[] }
  | { status: "unchanged" }
  | { status: "outcome-missing"; asked: "result" | "reason" }
  | { status: "hindered"; by: { ref: string; why: BulkEditObstacle }[] };

/**
 * Changes several actions in one step: all of them or none, each with its own event. What keeps one of them from being
 * changed is named, so that the person can leave it out and go on with the others. 4 statements an action at most, besides
 * the events and notices.
 *
 * @throws Refusal 403 when the actor may work on none of them, or not for the lead that they would get
 */
export function bulkEdit(
  db: Database,
  by: By,
  actor: Actor,
  { board, chosen, changes, outcome }: BulkEdit,
): BulkEdited {
  const carryOut = (tx: Transaction, record: RecordEvent): BulkEdited => {
    const rows = rowsOf(tx, board, chosen);
    const lead = changes.lead === undefined ? null : networkNode(tx, changes.lead);
    if (lead && actor && !mayWorkOn(actor, { board, lead })) {
      throw new Refusal(403, `${actor.role} may not work on ${board} for network ${lead.id}`);
    }
    const hindered = hindrancesOf(tx, rows, chosen, changes, actor);
    if (hindered.length > 0) {
      if (hindered.filter(({ why }) => why === "not-yours").length === chosen.length)
        throw new Refusal(403, `none of them is ${actor?.role}'s`);
      return { status: "hindered", by: hindered };
    }

    const asked = changes.stage ? outcomeRequiredBy(changes.stage) : null;
    if (asked && !outcome && rows.some(({ row }) => row.stage !== changes.stage)) {
      return { status: "outcome-missing", asked };
    }
    const step = { bulkEdit: randomUUID() };
    const done = chosen.flatMap(({ ref }) => {
      const row = rows.find((one) => one.row.ref === ref)?.row;
      return row ? changeOne(tx, record, by, row, changes, outcome, step) : [];
    });
    const [first] = done;
    if (!first) return { status: "unchanged" };
    return { status: "changed", event: first.event, refs: [...new Set(done.map(({ ref }) => ref))] };
  };
  try {
    return change(db, by, carryOut);
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    return { status: "hindered", by: [{ ref: stopped.ref, why: "not-movable" }] };
  }
}

/** Thrown inside the step by an action that its stage does not let go: all of the step is rolled back. */
class Stopped extends Error {
  readonly ref: string;

  constructor(ref: string) {
    super(ref);
    this.ref = ref;
  }
}

interface Done {
  ref: string;
  event: number;
}

/** A change of stage is a move, the rest an edit: history tells them apart for several actions as it does for one. */
function changeOne(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  row: Row,
  changes: Changes,
  outcome: Translated | undefined,
  cause: { bulkEdit: string },
): Done[] {
  const { stage, addLabels: _, removeLabels: __, ...fields } = changes;
  const done: Done[] = [];
  let now = row;
  if (stage && stage !== row.stage) {
    const moved = moveWithin(tx, record, by, row, { stage, ...(outcome && { outcome }) }, cause);
    if (moved.status !== "moved") throw new Stopped(row.ref);
    done.push({ ref: row.ref, event: moved.event });
    now = readRow(tx, row.id);
  }
  const labels = labelsAfter(now.labels, changes);
  const edited = rewrite(tx, record, by, now, { ...readFields(tx, now), ...fields, labels }, cause);
  if (edited !== null) done.push({ ref: row.ref, event: edited });
  return done;
}

function hindrancesOf(
  tx: Transaction,
  rows: ReturnType<typeof rowsOf>,
  chosen: BulkEdit["chosen"],
  changes: Changes,
  actor: Actor,
): { ref: string; why: BulkEditObstacle }[] {
  return chosen.flatMap(({ ref, version }): { ref: string; why: BulkEditObstacle }[] => {
    const found = rows.find(({ row }) => row.ref === ref);
    if (!found) return [{ ref, why: "gone" }];
    const { row, lead } = found;
    if (actor && !mayWorkOn(actor, { board: row.board, lead })) return [{ ref, why: "not-yours" }];
    if (row.version !== version) return [{ ref, why: "changed-meanwhile" }];
    const { start = row.startQuarter, due = row.dueQuarter } = changes;
    const replans = changes.start !== undefined || changes.due !== undefined;
    if (replans && quartersOutOfOrder({ start, due }).due) return [{ ref, why: "due-before-start" }];
    const before = plainFields(row);
    const fault = responsibleFault(tx, { ...before, ...changes }, before);
    if (fault) return [{ ref, why: fault }];
    if (labelsAfter(row.labels, changes).length > LABELS_MOST) return [{ ref, why: "too-many-labels" }];
    return [];
  });
}

export interface UndoneBulkEdit {
  refs: string[];
  /** What was changed since, or is no longer the actor's: it stays as it is. */
  left: string[];
}

/**
 * Takes back a step in which several actions were changed: each of them that nobody has changed since. The others are named.
 *
 * @param event the first event of the step
 * @throws Refusal 404 when there is no such step, 403 when none of its actions is the actor's
 */
export function undoBulkEdit(db: Database, by: By, actor: Actor, { event }: { event: number }): UndoneBulkEdit {
  return change(db, by, (tx, record): UndoneBulkEdit => {
    const step = eventsOfStep(tx, event);
    if (step.length === 0) throw new Refusal(404, `There is no common change ${event}.`);
    const ids = [...new Set(step.flatMap(({ actionId }) => actionId ?? []))];
    const rows = withLead(tx, inArray(actions.id, ids));
    if (actor && !rows.some(({ row, lead }) => mayWorkOn(actor, { board: row.board, lead }))) {
      throw new Refusal(403, `none of them is ${actor.role}'s`);
    }
    const changed = changedSince(tx, step);
    const undone: UndoneBulkEdit = { refs: [], left: [] };
    for (const id of ids) {
      const found = rows.find(({ row }) => row.id === id);
      if (!found) continue;
      const own = step.filter(({ actionId }) => actionId === id);
      const may = !changed.has(id) && mayUndoStep(tx, actor, found, own);
      if (may) undoStep(tx, record, by, found.row, own);
      (may ? undone.refs : undone.left).push(found.row.ref);
    }
    return undone;
  });
}

type StepEvent = ReturnType<typeof eventsOfStep>[number];

/** Returns the ids of the actions that were edited or moved since their own part of a step: they are left as they are. 1 statement. */
function changedSince(db: Transaction | Database, step: readonly StepEvent[]): Set<number> {
  const stepIds = step.map(({ id }) => id);
  const later = db
    .select({ id: events.id, actionId: events.actionId })
    .from(events)
    .where(
      and(
        inArray(
          events.actionId,
          step.flatMap(({ actionId }) => actionId ?? []),
        ),
        gt(events.id, Math.min(...stepIds)),
        notInArray(events.id, stepIds),
        inArray(events.kind, [...OF_THE_PLAN]),
      ),
    )
    .all();
  return new Set(
    later.flatMap(({ id, actionId }) =>
      actionId !== null && step.some((own) => own.actionId === actionId && own.id < id) ? actionId : [],
    ),
  );
}

function mayUndoStep(
  tx: Transaction,
  actor: Actor,
  { row, lead }: ReturnType<typeof rowsOf>[number],
  own: StepEvent[],
): boolean {
  const former = own.map(({ before }) => before?.lead).find((id) => typeof id === "number");
  const leads = former === undefined ? [lead] : [lead, networkNode(tx, former)];
  return !actor || leads.every((one) => mayWorkOn(actor, { board: row.board, lead: one }));
}

function undoStep(tx: Transaction, record: RecordEvent, by: By, row: Row, own: StepEvent[]): void {
  for (const { id, kind, before } of own.toReversed()) {
    const now = readRow(tx, row.id);
    if (kind === "action.moved") placeBack(tx, record, by, now, before as unknown as Placement, id);
    else rewrite(tx, record, by, now, { ...readFields(tx, now), ...(before as Partial<ActionFields>) }, { undo: id });
  }
}

/** The events of one step, in order: those of one cause, however many they are and whatever stands between them. */
function eventsOfStep(tx: Transaction | Database, first: number) {
  return tx
    .select({
      id: events.id,
      kind: events.kind,
      actionId: events.actionId,
      actorId: events.actorId,
      before: events.before,
    })
    .from(events)
    .where(
      and(
        // The index holds events of common changes alone: without the first condition SQLite would read all of history.
        sql`${events.cause} ->> '$.bulkEdit' is not null`,
        sql`${events.cause} ->> '$.bulkEdit' = (select e.cause ->> '$.bulkEdit' from ${events} as e where e.id = ${first})`,
      ),
    )
    .orderBy(asc(events.id))
    .all();
}

/**
 * Returns which actions of a common change that the viewer has made nobody has changed since, so that undoing it takes them
 * back; null when none is left, or the change is not the viewer's. The quiet toast offers it. 3 statements.
 */
export function bulkEditUndoable(
  db: Database,
  viewerId: string,
  first: number,
): { event: number; refs: string[] } | null {
  const step = eventsOfStep(db, first);
  if (step[0]?.id !== first || step[0].actorId !== viewerId) return null;
  const changed = changedSince(db, step);
  const ids = step.flatMap(({ actionId }) => (actionId === null || changed.has(actionId) ? [] : actionId));
  const found = db.select({ ref: actions.ref }).from(actions).where(inArray(actions.id, ids)).all();
  return found.length > 0 ? { event: first, refs: found.map(({ ref }) => ref) } : null;
}

function rowsOf(tx: Transaction, board: Board, chosen: BulkEdit["chosen"]) {
  const refs = chosen.map(({ ref }) => ref);
  return withLead(tx, and(eq(actions.board, board), inArray(actions.ref, refs)));
}

function withLead(tx: Transaction, where: ReturnType<typeof and>) {
  return tx
    .select({ row: actions, lead: { id: networks.id, kind: networks.kind } })
    .from(actions)
    .innerJoin(networks, eq(networks.id, actions.leadId))
    .where(where)
    .all();
}

function readRow(tx: Transaction, id: number): Row {
  const row = tx.select().from(actions).where(eq(actions.id, id)).get();
  if (!row) throw new Refusal(404, `There is no action with the id ${id}.`);
  return row;
}
