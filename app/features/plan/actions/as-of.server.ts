import { asc, eq, type SQL, sql } from "drizzle-orm";
import { asOf, type SubjectHistory } from "~/features/core/history/as-of.server.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { actions, actionTexts } from "~db/schema/plan.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import { plainFields } from "./columns.server.ts";
import { type Texts, textFields, withDefaults } from "./fields.ts";

/** An action at a moment. */
export interface ActionThen {
  ref: string;
  fields: ActionFields;
}

/** What its events say of an action: each of them makes its next version. */
export const actionHistory: SubjectHistory<ActionThen, (typeof OF_THE_PLAN)[number]> = {
  kinds: OF_THE_PLAN,
  key: sql`action_id`,
  before: ({ before }, after) =>
    after && before
      ? { ref: after.ref, fields: withDefaults({ ...after.fields, ...before } as ActionFields) }
      : undefined,
};

/** Actions as the tables hold them, by id. 2 statements. */
export function actionsNow(db: Database | Transaction, where: SQL = sql`true`): Map<number, ActionThen> {
  const rows = db.select().from(actions).where(where).orderBy(asc(actions.id)).all();
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const texts = new Map<number, Texts>();
  for (const { actionId, language, title, description, expectedResult } of db
    .select()
    .from(actionTexts)
    .where(sql`${actionTexts.actionId} in (select value from json_each(${ids}))`)
    .all()) {
    texts.set(actionId, { ...texts.get(actionId), [language]: { title, description, expectedResult } });
  }
  return new Map(
    rows.map((row) => [
      row.id,
      { ref: row.ref, fields: { ...plainFields(row), ...textFields(texts.get(row.id) ?? {}) } },
    ]),
  );
}

/**
 * One action as it was at a version of it: what somebody had before them who opened a form then. Being created is the first.
 * Undefined when it has not come that far. 4 statements.
 */
export function actionAtVersion(
  db: Database | Transaction,
  actionId: number,
  version: number,
): ActionFields | undefined {
  const [made] = db.values<[number]>(sql`
    select id from ${events} where action_id = ${actionId} and kind in ('action.created', 'action.edited', 'action.moved')
    order by id limit 1 offset ${version - 1}`);
  if (!made) return undefined;
  const history = { ...actionHistory, only: sql`action_id = ${actionId}` };
  return asOf(db, actionsNow(db, eq(actions.id, actionId)), history, { afterEvent: made[0] }).get(actionId)?.fields;
}
