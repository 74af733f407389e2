import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { type Board, LANGUAGES, type Language, REFERENCE_PREFIX, type Stage, type Translated } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import { actionThing, boardThing } from "~/features/core/notifications/notice.ts";
import { add, followersOf, notify, notifyOfMove, notifyOfUndo } from "~/features/core/notifications/notify.server.ts";
import { mayWorkOn, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { settleWaiting } from "~/features/plan/dependencies/freeing.server.ts";
import { blocked, lostLinkSince } from "~/features/plan/subsidiarity/linked.server.ts";
import { linkMissing } from "~/features/plan/subsidiarity/rule.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts, boards, events, networks } from "~db/schema.ts";
import type { ActionFields, Placement, PlainFields } from "~db/stored/action-fields.ts";
import type { Cause } from "~db/stored/events.ts";
import { asSpelt } from "./action-labels.server.ts";
import { columnsFor, plainFields } from "./columns.server.ts";
import {
  ABSENT,
  difference,
  type FormFieldName,
  type LaterFieldName,
  PLAIN_FIELDS,
  pickFields,
  type Texts,
  textFields,
  textsOf,
} from "./fields.ts";
import { freeRank, lastRank, rankAfter } from "./placing.server.ts";
import { responsibleFault } from "./responsible.server.ts";
import { type ActionRow as Row, readFields } from "./row.server.ts";
import { outcomeRequiredBy } from "./stage.ts";

/** Who works on the plan: a person under the policy, or the seed, which is nobody and may do all. */
export type Worker = Viewer | null;

/** What an action is entered with: the fields that have not always existed may be left out. */
export interface NewAction
  extends Omit<PlainFields, "rank" | "outcome" | LaterFieldName>,
    Partial<Pick<PlainFields, LaterFieldName>> {
  texts: Texts;
}

/** What an edit may change: all but the stage and the rank (a move) and the origin (a fact). */
export type Edit = Pick<PlainFields, FormFieldName> & { texts: Texts };

/**
 * Enters an action at the end of its stage and gives it the board's next reference.
 *
 * @throws Refusal 403 when the worker may not work on that board, or not for that lead network, or the person named may not be
 *   responsible there; 409 as `enterAction`
 */
export function createAction(db: Database, by: By, worker: Worker, input: NewAction): { ref: string; id: number } {
  return change(db, by, (tx, record) => {
    allow(worker, input.board, networkNode(tx, input.lead));
    const { lead, responsible = null } = input;
    if (responsibleFault(tx, { lead, responsible }, null)) {
      throw new Refusal(403, `${responsible} may not be responsible for an action that network ${lead} leads.`);
    }
    return enterAction(tx, record, by, input);
  });
}

/**
 * `createAction` within a transaction that has asked who may, and has perhaps a cause: a suggestion that is accepted.
 *
 * @throws Refusal 409 where a person would enter an international action beyond `proposed`: nothing can be linked to it yet
 */
export function enterAction(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  input: NewAction,
  cause: Cause | null = null,
): { ref: string; id: number } {
  // The seed, which is nobody, enters the Geneva planning as it was.
  if (by.personId && linkMissing(null, input, false)) {
    throw new Refusal(409, "A new international action names no network yet: it can be drafted, not planned.");
  }
  const { number } = tx
    .insert(boards)
    .values({ board: input.board, lastNumber: 1 })
    .onConflictDoUpdate({ target: boards.board, set: { lastNumber: sql`${boards.lastNumber} + 1` } })
    .returning({ number: boards.lastNumber })
    .get();
  const { texts, ...plain } = input;
  const ref = `${REFERENCE_PREFIX[input.board]}-${number}`;
  const row = tx
    .insert(actions)
    .values({
      ...columnsFor({
        ...ABSENT,
        ...plain,
        labels: asSpelt(tx, plain.labels ?? [], null),
        rank: lastRank(tx, input.board, input.stage),
        outcome: null,
      }),
      ref,
      createdAt: by.at,
      updatedAt: by.at,
    })
    .returning()
    .get();
  writeTexts(tx, row.id, {}, texts);
  const after = { ...plainFields(row), ...textFields(texts) };
  const event = record({ kind: "action.created", board: row.board, actionId: row.id, before: null, after, cause });
  tellOfEdit(tx, by, event, { id: row.id, boards: [row.board], named: row.responsibleId });
  return { ref, id: row.id };
}

/** `link-missing`: it would be international in a stage in which it must name a network that it strengthens. */
export type Edited =
  | { status: "saved"; version: number }
  | { status: "unchanged" }
  | { status: "stale" }
  | { status: "link-missing" }
  | { status: "person-not-in-branch" | "person-gone" };

/**
 * Changes what an action says and how it is filed. On another board it goes to the end of its stage there; it keeps its
 * reference, which is given once.
 *
 * @param version the version that the person had before them: an older one changes nothing and answers `stale`
 * @throws Refusal 404 for an unknown reference, 403 when the action, or where it would go, is not the worker's
 */
export function editAction(
  db: Database,
  by: By,
  worker: Worker,
  { ref, version, input }: { ref: string; version: number; input: Edit },
): Edited {
  return change(db, by, (tx, record): Edited => {
    const { row, lead } = load(tx, ref);
    allow(worker, row.board, lead);
    allow(worker, input.board, networkNode(tx, input.lead));
    if (row.version !== version) return { status: "stale" };
    if (worker && blocked(tx, row, { level: input.level })) return { status: "link-missing" };
    const fault = responsibleFault(tx, input, plainFields(row));
    if (fault) return { status: fault };

    const moved = input.board !== row.board;
    const event = rewrite(tx, record, by, row, {
      ...plainFields(row),
      ...plainOf(input),
      rank: moved ? lastRank(tx, input.board, row.stage) : row.rank,
      ...textFields(input.texts),
    });
    return event !== null ? { status: "saved", version: version + 1 } : { status: "unchanged" };
  });
}

/**
 * Changes some fields of an action within a transaction that has asked who may: an amendment that is accepted. What it
 * does not name stays as it is now.
 */
export function amendAction(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  actionId: number,
  changes: Partial<ActionFields>,
  cause: Cause,
): void {
  const row = tx.select().from(actions).where(eq(actions.id, actionId)).get();
  if (!row) throw new Refusal(404, `There is no action with the id ${actionId}.`);
  rewrite(tx, record, by, row, withWholeTexts({ ...readFields(tx, row), ...changes }), cause);
}

export interface Move {
  ref: string;
  version: number;
  stage: Stage;
  /** The card above: a reference, `null` for the top of the stage, absent for its end. */
  after?: string | null;
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
 * @throws Refusal 404 for an unknown reference, 403 when the action is not the worker's to move
 */
export function moveAction(db: Database, by: By, worker: Worker, move: Move): Moved {
  return change(db, by, (tx, record): Moved => {
    const { row, lead } = load(tx, move.ref);
    allow(worker, row.board, lead);
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

  const rank = rankAfter(tx, row, move);
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
 * @throws Refusal 404 when there is no such move, 403 when the action is not the worker's to move
 */
export function undoMove(db: Database, by: By, worker: Worker, { event }: { event: number }): Moved & { ref?: string } {
  return change(db, by, (tx, record): Moved & { ref?: string } => {
    const move = tx
      .select()
      .from(events)
      .where(and(eq(events.id, event), eq(events.kind, "action.moved")))
      .get();
    const found =
      move?.actionId && tx.select({ ref: actions.ref }).from(actions).where(eq(actions.id, move.actionId)).get();
    if (!found || !move.before) throw new Refusal(404, `There is no move ${event}.`);
    const { row, lead } = load(tx, found.ref);
    allow(worker, row.board, lead);
    const later = tx
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.actionId, row.id), gt(events.id, event), inArray(events.kind, [...OF_THE_PLAN])))
      .limit(1)
      .get();
    if (later) return { status: "stale", ref: row.ref };

    const before = move.before as unknown as Placement;
    // What stood there without a link may go back, but not what has lost its links on the way.
    if (worker && blocked(tx, row, { stage: before.stage }) && lostLinkSince(tx, row.id, event))
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

/**
 * Writes an action's fields where they differ, with the event, within a transaction that has asked who may. What takes
 * an edit back is told to those who have read of it, and to nobody else.
 *
 * @returns the event, or null when nothing differs
 */
export function rewrite(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  row: Row,
  wanted: ActionFields,
  cause: Cause | null = null,
): number | null {
  const before = readFields(tx, row);
  // An amendment, a decision or an undo asks nobody: who cannot be responsible under the new lead network is not any more.
  const responsible = responsibleFault(tx, wanted, before) ? null : wanted.responsible;
  const labels = sameValue(wanted.labels, before.labels) ? before.labels : asSpelt(tx, wanted.labels, row.id);
  const after = { ...wanted, responsible, labels };
  const differs = difference(before, after);
  if (!differs) return null;
  tx.update(actions)
    .set({ ...columnsFor(differs.after), version: row.version + 1, updatedAt: by.at })
    .where(eq(actions.id, row.id))
    .run();
  writeTexts(tx, row.id, textsOf(before), textsOf(after));
  const event = record({ kind: "action.edited", board: after.board, actionId: row.id, ...differs, cause });
  if (cause && "undo" in cause) notifyOfUndo(tx, by, { move: cause.undo, undone: event }, row);
  else {
    const named = after.responsible === before.responsible ? null : after.responsible;
    tellOfEdit(tx, by, event, { id: row.id, boards: [before.board, after.board], named });
  }
  return event;
}

// ── Below: the steps of the mutations above, in reading order ────────────────────────────────────────────────────

/** An edit's fields without its texts. */
function plainOf({ texts: _, ...plain }: Edit): Omit<Edit, "texts"> {
  return plain;
}

/** The fields as the tables keep them, so that history says the same: a language has all its texts, or none. */
function withWholeTexts(fields: ActionFields): ActionFields {
  return { ...pickFields(fields, PLAIN_FIELDS), ...textFields(textsOf(fields)) };
}

/** @throws Refusal 403 when the worker may not work on a board for a lead network */
export function allow(worker: Worker, board: Board, lead: NetworkNode): void {
  if (worker && !mayWorkOn(worker, { board, lead })) {
    throw new Refusal(403, `${worker.role} may not work on ${board} for network ${lead.id}`);
  }
}

/** @throws Refusal 404 for an unknown reference */
export function load(tx: Transaction, ref: string): { row: Row; lead: NetworkNode } {
  const found = tx
    .select({ row: actions, lead: { id: networks.id, kind: networks.kind } })
    .from(actions)
    .innerJoin(networks, eq(networks.id, actions.leadId))
    .where(eq(actions.ref, ref))
    .get();
  if (!found) throw new Refusal(404, `There is no action ${ref}.`);
  return found;
}

/** @throws Refusal 404 for an unknown network */
export function networkNode(tx: Transaction, id: number): NetworkNode {
  const node = tx.select({ id: networks.id, kind: networks.kind }).from(networks).where(eq(networks.id, id)).get();
  if (!node) throw new Refusal(404, `There is no network ${id}.`);
  return node;
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

/** Tells those who follow the action or its boards, and whoever has been made responsible for it. */
function tellOfEdit(
  tx: Transaction,
  by: By,
  event: number,
  { id, boards, named }: { id: number; boards: Board[]; named: string | null },
): void {
  const audience = followersOf(tx, actionThing(id), ...boards.map(boardThing));
  notify(tx, by, event, actionThing(id), add(audience, named ? [named] : [], "doer"));
}

function writeTexts(tx: Transaction, actionId: number, before: Texts, after: Texts): void {
  for (const language of LANGUAGES) {
    const text = after[language];
    if (text) {
      tx.insert(actionTexts)
        .values({ actionId, language, ...text })
        .onConflictDoUpdate({ target: [actionTexts.actionId, actionTexts.language], set: text })
        .run();
    } else if (before[language]) {
      tx.delete(actionTexts).where(of(actionId, language)).run();
    }
  }
}

const of = (actionId: number, language: Language) =>
  and(eq(actionTexts.actionId, actionId), eq(actionTexts.language, language));
