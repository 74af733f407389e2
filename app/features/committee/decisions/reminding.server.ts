import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { change } from "~/features/core/history/change.server.ts";
import { dayOf } from "~/lib/days.ts";
import { addDays } from "~/lib/utc-days.ts";
import type { Database } from "~db/connection.ts";
import { decisions } from "~db/schema/committee.ts";
import { notifyOfDue } from "./notify.server.ts";
import { isToBeReminded, REMINDED_BEFORE } from "./reminding.ts";

/**
 * Reminds whoever is to carry out an adopted decision. That they were reminded is written with what they are told, in one
 * transaction: a program that ends in between, or two that run at once, remind nobody twice.
 *
 * @returns how many decisions it reminded of
 */
export function remindOfDecisions(db: Database, now: Date): number {
  const until = dayOf(addDays(now, REMINDED_BEFORE));
  const near = db
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.state, "adopted"), isNull(decisions.doneAt), lte(decisions.dueOn, until)))
    .orderBy(asc(decisions.id))
    .all();
  return near.filter(({ id }) => remindOf(db, id, now)).length;
}

function remindOf(db: Database, id: number, now: Date): boolean {
  const by = { personId: null, at: now };
  return change(db, by, (tx, record) => {
    const row = tx.select().from(decisions).where(eq(decisions.id, id)).get();
    if (row?.state !== "adopted" || row.doneAt || !row.dueOn) return false;
    if (!isToBeReminded(row.dueOn, row.remindedAt, now)) return false;
    tx.update(decisions).set({ remindedAt: now }).where(eq(decisions.id, id)).run();
    const event = record({
      kind: "decision.due",
      reviewId: row.reviewId,
      decisionId: id,
      before: null,
      after: { dueOn: row.dueOn },
    });
    notifyOfDue(tx, by, event, row);
    return true;
  });
}
