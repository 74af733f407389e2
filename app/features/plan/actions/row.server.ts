import { eq } from "drizzle-orm";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { actionTexts } from "~db/schema/plan.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import { type ActionRow, plainFields } from "./columns.server.ts";
import { type Texts, textFields } from "./fields.ts";

export type { ActionRow } from "./columns.server.ts";

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
