import { and, eq, sql } from "drizzle-orm";
import { type Board, LANGUAGES, type Language, REFERENCE_PREFIX } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { actionSubject, boardSubject } from "~/features/core/notifications/notice.ts";
import { add, followersOf, notify, notifyOfUndo } from "~/features/core/notifications/notify.server.ts";
import type { Actor } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { blocked } from "~/features/plan/subsidiarity/linked.server.ts";
import { linkMissing } from "~/features/plan/subsidiarity/rule.ts";
import { differingFields, sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts, boards } from "~db/schema/plan.ts";
import type { ActionFields, PlainFields } from "~db/stored/action-fields.ts";
import type { Cause } from "~db/stored/events.ts";
import { asSpelt } from "./action-labels.server.ts";
import { columnsFor, plainFields } from "./columns.server.ts";
import {
  DEFAULTS,
  type FormFieldName,
  type LaterFieldName,
  PLAIN_FIELDS,
  pickFields,
  type Texts,
  textFields,
  textsOf,
} from "./fields.ts";
import { lastRank } from "./placing.server.ts";
import { responsibleFault } from "./responsible.server.ts";
import { type ActionRow as Row, readFields } from "./row.server.ts";
import { mustWorkOn, networkNode, workableAction } from "./workable.server.ts";

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
 * @throws Refusal 403 when the actor may not work on that board, or not for that lead network, or the person named may not be
 *   responsible there; 409 as `enterAction`
 */
export function createAction(db: Database, by: By, actor: Actor, input: NewAction): { ref: string; id: number } {
  return change(db, by, (tx, record) => createActionWithin(tx, record, by, actor, input));
}

/**
 * `createAction` within a transaction that writes more than the action alone: what is taken over from another.
 *
 * @throws Refusal as `createAction`
 */
export function createActionWithin(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  actor: Actor,
  input: NewAction,
): { ref: string; id: number } {
  mustWorkOn(actor, input.board, networkNode(tx, input.lead));
  const { lead, responsible = null } = input;
  if (responsibleFault(tx, { lead, responsible }, null)) {
    throw new Refusal(403, `${responsible} may not be responsible for an action that network ${lead} leads.`);
  }
  return enterAction(tx, record, by, input);
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
        ...DEFAULTS,
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
  notifyOfEdit(tx, by, event, { id: row.id, boards: [row.board], named: row.responsibleId });
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
 * @throws Refusal 404 for an unknown reference, 403 when the action, or where it would go, is not the actor's
 */
export function editAction(
  db: Database,
  by: By,
  actor: Actor,
  { ref, version, input }: { ref: string; version: number; input: Edit },
): Edited {
  return change(db, by, (tx, record): Edited => {
    const row = workableAction(tx, actor, { ref });
    mustWorkOn(actor, input.board, networkNode(tx, input.lead));
    if (row.version !== version) return { status: "stale" };
    if (actor && blocked(tx, row, { level: input.level })) return { status: "link-missing" };
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
  const differs = differingFields(before, after);
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
    notifyOfEdit(tx, by, event, { id: row.id, boards: [before.board, after.board], named });
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

/** Tells those who follow the action or its boards, and whoever has been made responsible for it. */
function notifyOfEdit(
  tx: Transaction,
  by: By,
  event: number,
  { id, boards, named }: { id: number; boards: Board[]; named: string | null },
): void {
  const audience = followersOf(tx, actionSubject(id), ...boards.map(boardSubject));
  notify(tx, by, event, actionSubject(id), add(audience, named ? [named] : [], "doer"));
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
