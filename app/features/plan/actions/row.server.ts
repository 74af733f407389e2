import { eq } from "drizzle-orm";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts } from "~db/schema.ts";
import type { ActionFields, PlainFields } from "~db/stored/action-fields.ts";
import { type Texts, textFields } from "./fields.ts";

export type ActionRow = typeof actions.$inferSelect;

/** A row's fields as history names them. */
export function plainFields(row: ActionRow): PlainFields {
  const { board, stage, rank, priority, level, partners, principles, sourceLanguage, outcome, origin, actionKind } =
    row;
  return {
    ...{ board, stage, rank, priority, level, partners, principles, sourceLanguage, outcome, origin, actionKind },
    lead: row.leadId,
    start: row.startQuarter,
    due: row.dueQuarter,
  };
}

/** What an action says, in every language in which it is written. */
export function readTexts(db: Database | Transaction, actionId: number): Texts {
  const rows = db.select().from(actionTexts).where(eq(actionTexts.actionId, actionId)).all();
  return Object.fromEntries(
    rows.map(({ language, title, description, expectedResult }) => [language, { title, description, expectedResult }]),
  );
}

/** The whole action as history keeps it. */
export function readFields(db: Database | Transaction, row: ActionRow): ActionFields {
  return { ...plainFields(row), ...textFields(readTexts(db, row.id)) };
}

/** The plan as the tables hold it now, by reference: what `planAsOf(now)` must equal. */
export function planNow(db: Database): Map<string, ActionFields> {
  return new Map(
    db
      .select()
      .from(actions)
      .all()
      .map((row) => [row.ref, readFields(db, row)]),
  );
}
