import { and, asc, desc, eq, isNotNull, lte } from "drizzle-orm";
import { change, type Transaction } from "~/features/core/history/change.server.ts";
import { type ActionRow, plainFields } from "~/features/plan/actions/columns.server.ts";
import { pickFields, RECURRENCE_FIELDS } from "~/features/plan/actions/fields.ts";
import { enterAction, type NewAction } from "~/features/plan/actions/mutations.server.ts";
import { responsibleFault } from "~/features/plan/actions/responsible.server.ts";
import { readTexts } from "~/features/plan/actions/row.server.ts";
import { enterParts, partsOfAction } from "~/features/plan/new-action/parts.server.ts";
import { shiftBetween, shiftParts } from "~/features/plan/new-action/parts.ts";
import { linkMissing } from "~/features/plan/subsidiarity/rule.ts";
import { isQuarter, type Quarter, quarterAfter, quarterOf, quartersBetween } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { actions, recurrenceActions, recurrences } from "~db/schema/plan.ts";
import { isToBeMade, quarterAfterOne } from "./recurrence.ts";

/**
 * Makes the actions that recur, each from the one before it. Each is made in one transaction with the quarter that comes after
 * it, and stands for its quarter alone (a unique key): a program that ends in between, or two that run at once, make none
 * twice, and one that stood still makes up for all that it missed.
 *
 * @returns the references of what it made
 * @throws AggregateError of what could not be made, once all others are
 */
export function makeRecurringActions(db: Database, now: Date): string[] {
  const waiting = db
    .select({ id: recurrences.id })
    .from(recurrences)
    .where(and(isNotNull(recurrences.every), lte(recurrences.nextQuarter, quarterAfter(quarterOf(now), 1))))
    .orderBy(asc(recurrences.id))
    .all();
  const made: string[] = [];
  const errors: unknown[] = [];
  for (const { id } of waiting) {
    try {
      for (let ref = makeNext(db, id, now); ref !== null; ref = makeNext(db, id, now)) made.push(ref);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, "Some recurring actions could not be made.");
  return made;
}

/** Makes the next action of a series. Returns its reference, or null when none is to be made yet. */
function makeNext(db: Database, id: number, now: Date): string | null {
  const by = { personId: null, at: now };
  return change(db, by, (tx, record) => {
    const series = tx.select().from(recurrences).where(eq(recurrences.id, id)).get();
    const quarter = series?.nextQuarter;
    if (!series?.every || !isQuarter(quarter) || !isToBeMade(quarter, now)) return null;
    const before = latestOf(tx, id);
    if (!before) return null;
    const cause = { recurrence: id };
    const input = nextOf(tx, before, quarter);
    const entered = enterAction(tx, record, by, input, cause);
    tx.insert(recurrenceActions).values({ recurrenceId: id, quarter, actionId: entered.id }).run();
    tx.update(recurrences)
      .set({ nextQuarter: quarterAfterOne(quarter, series.every) })
      .where(eq(recurrences.id, id))
      .run();
    const action = { id: entered.id, board: input.board };
    const after = { recurrenceId: id, follows: before.ref, quarter };
    record({ kind: "action.recurred", board: input.board, actionId: entered.id, before: null, after, cause });
    const parts = shiftParts(partsOfAction(tx, before.id), shiftBetween(plainFields(before), input));
    enterParts(tx, record, by, action, parts, cause);
    return entered.ref;
  });
}

/** The newest action of a series. */
function latestOf(tx: Transaction, id: number): ActionRow | undefined {
  return tx
    .select({ row: actions })
    .from(recurrenceActions)
    .innerJoin(actions, eq(actions.id, recurrenceActions.actionId))
    .where(eq(recurrenceActions.recurrenceId, id))
    .orderBy(desc(recurrenceActions.quarter))
    .limit(1)
    .get()?.row;
}

/** What the next action says and how it is filed: as the one before, in its own quarter, in the furthest stage that the rules let it begin in. */
function nextOf(tx: Transaction, before: ActionRow, quarter: Quarter): NewAction {
  const fields = pickFields(plainFields(before), RECURRENCE_FIELDS);
  const { startQuarter, dueQuarter, level } = before;
  const span = isQuarter(startQuarter) && isQuarter(dueQuarter) ? quartersBetween(startQuarter, dueQuarter) : 0;
  const lead = workingNetwork(tx, fields.lead);
  const responsible = responsibleFault(tx, { lead, responsible: fields.responsible }, null) ? null : fields.responsible;
  return {
    ...fields,
    lead,
    responsible,
    stage: linkMissing(null, { level, stage: "planned" }, false) ? "proposed" : "planned",
    start: startQuarter || !dueQuarter ? quarter : null,
    due: dueQuarter ? quarterAfter(quarter, span) : null,
    origin: "direct",
    texts: readTexts(tx, before.id),
  };
}

/** The network itself, or where it is closed the nearest above it that works: the international network always does. */
function workingNetwork(tx: Transaction, id: number): number {
  const row = tx
    .select({ closedOn: networks.closedOn, parentId: networks.parentId })
    .from(networks)
    .where(eq(networks.id, id))
    .get();
  return row?.closedOn && row.parentId !== null ? workingNetwork(tx, row.parentId) : id;
}
