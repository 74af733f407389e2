import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Health, Language } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import { followersOf, notify } from "~/features/core/notifications/notify.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { type ActionWithLead, aboutAction, workableAction } from "~/features/plan/actions/workable.server.ts";
import type { Database } from "~db/connection.ts";
import { checkIns, keyResults } from "~db/schema/plan.ts";
import { measure } from "./measure.server.ts";
import type { Row } from "./mutations.server.ts";

/** A check-in as somebody gives it: on some key results, each with its value, or on the action as a whole. */
export interface NewCheckIn {
  health: Health;
  happened: string;
  evidence: string;
  obstacles: string;
  language: Language;
  /** By key result, with a health of its own where it has one. Empty: the action as a whole. */
  values: readonly { id: number; value: number; health: Health | null }[];
}

export type CheckedIn = { status: "given" } | { status: "retired" };

/**
 * Checks in on an action: one check-in for each key result with a value, or one for the action as a whole. They are never
 * edited, only followed by another (the database sees to it). History has it once, with all its values, and whoever
 * follows the action is told once.
 *
 * @returns `retired`, and nothing is written, when one of the key results is no longer followed
 * @throws Refusal 404 for an unknown action, 403 when it is not the viewer's to work on
 */
export function checkIn(db: Database, by: By, viewer: Viewer, ref: string, input: NewCheckIn): CheckedIn {
  return change(db, by, (tx, record): CheckedIn => {
    const action = workableAction(tx, viewer, { ref });
    const { values, ...texts } = input;
    const rows = followed(
      tx,
      action.id,
      values.map(({ id }) => id),
    );
    if (rows.size !== values.length) return { status: "retired" };
    const given = values.flatMap(({ id, value, health }) => {
      const keyResult = rows.get(id);
      return keyResult ? [{ keyResult, value, health: health ?? texts.health }] : [];
    });
    const written =
      given.length === 0
        ? insert(tx, by, viewer, action, { ...texts, keyResult: null, value: null })
        : given.map((one) => ({ ...one, checkInId: insert(tx, by, viewer, action, { ...texts, ...one }) }));
    const event = recordCheckIn(record, action, texts, written);
    measure(tx, action.id);
    const subject = actionSubject(action.id);
    notify(tx, by, event, subject, followersOf(tx, subject));
    return { status: "given" };
  });
}

function insert(
  tx: Transaction,
  by: By,
  viewer: Viewer,
  action: ActionWithLead,
  { keyResult, ...row }: Omit<NewCheckIn, "values"> & { keyResult: Row | null; value: number | null },
): number {
  const of = { actionId: action.id, keyResultId: keyResult?.id ?? null, authorId: viewer.id, at: by.at };
  const { id } = tx
    .insert(checkIns)
    .values({ ...row, ...of })
    .returning({ id: checkIns.id })
    .get();
  if (keyResult) tx.update(keyResults).set({ latest: row.value }).where(eq(keyResults.id, keyResult.id)).run();
  return id;
}

interface GivenValue {
  checkInId: number;
  keyResult: Row;
  value: number;
  health: Health;
}

/**
 * Records a check-in as one event. What is empty says nothing to a reader of history.
 *
 * @param given the values, or the id of the check-in on the action as a whole
 */
function recordCheckIn(
  record: RecordEvent,
  action: ActionWithLead,
  { health, happened, evidence, obstacles }: Omit<NewCheckIn, "values">,
  given: number | readonly GivenValue[],
): number {
  const measured =
    typeof given === "number"
      ? { checkInId: given }
      : {
          values: given.map((one) => ({
            checkInId: one.checkInId,
            keyResultId: one.keyResult.id,
            keyResult: one.keyResult.name,
            unit: one.keyResult.unit,
            value: one.value,
            health: one.health,
          })),
        };
  return record({
    kind: "check-in.given",
    ...aboutAction(action),
    before: null,
    after: {
      ...measured,
      health,
      text: happened,
      ...(evidence && { evidence }),
      ...(obstacles && { obstacles }),
    },
  });
}

/** The key results of the action among these that are still followed. 1 statement. */
function followed(tx: Transaction, actionId: number, ids: number[]): Map<number, Row> {
  const rows = tx
    .select()
    .from(keyResults)
    .where(and(eq(keyResults.actionId, actionId), inArray(keyResults.id, ids), isNull(keyResults.retiredAt)))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}
