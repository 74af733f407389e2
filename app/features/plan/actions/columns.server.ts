import type { actions } from "~db/schema/plan.ts";
import type { PlainFields } from "~db/stored/action-fields.ts";
import { PLAIN_FIELDS, type PlainFieldName } from "./fields.ts";

export type ActionRow = typeof actions.$inferSelect;

/** The columns that hold a value of exactly a field's type. */
type ColumnFor<Value> = {
  [Column in keyof ActionRow]: [ActionRow[Column], Value] extends [Value, ActionRow[Column]] ? Column : never;
}[keyof ActionRow];

/** The column of each field. */
const COLUMN_OF = {
  board: "board",
  stage: "stage",
  rank: "rank",
  priority: "priority",
  actionKind: "actionKind",
  level: "level",
  lead: "leadId",
  responsible: "responsibleId",
  partners: "partners",
  labels: "labels",
  principles: "principles",
  start: "startQuarter",
  due: "dueQuarter",
  sourceLanguage: "sourceLanguage",
  outcome: "outcome",
  origin: "origin",
} as const satisfies { [Name in PlainFieldName]: ColumnFor<PlainFields[Name]> };

type FieldColumns = Pick<ActionRow, (typeof COLUMN_OF)[PlainFieldName]>;

/** Returns a row's fields as history names them. */
export function plainFields(row: FieldColumns): PlainFields {
  return Object.fromEntries(PLAIN_FIELDS.map((name) => [name, row[COLUMN_OF[name]]])) as unknown as PlainFields;
}

/** Returns what the columns of some fields are to hold. Texts are not among them: they have a table of their own. */
export function columnsFor<Given extends Partial<PlainFields>>(
  fields: Given,
): { [Name in PlainFieldName as (typeof COLUMN_OF)[Name]]: Given[Name & keyof Given] & PlainFields[Name] } {
  return Object.fromEntries(
    PLAIN_FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[COLUMN_OF[name], fields[name]]])),
  ) as never;
}
