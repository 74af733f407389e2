import { LANGUAGES, type Language } from "~/domain.ts";
import type { ActionFields, ActionText, PlainFields, TextFieldName } from "~db/stored/action-fields.ts";

/*
 * The one description of an action's fields. Forms, writing, history, replay, conflicts, comparison, amendments, the table
 * and exports follow from it; what they cannot derive is a record over these names, which does not compile while one is
 * missing (docs/adding-a-field.md). Pure facts: the browser may load this module.
 */

export type PlainFieldName = keyof PlainFields;

/** What sort of value a field holds: decides how a form shows it. `numbers` are ticked one by one, `lines` written one a line, `labels` with commas. */
export type ValueKind =
  | "choice"
  | "network"
  | "person"
  | "quarter"
  | "lines"
  | "labels"
  | "numbers"
  | "translated"
  | "order";

interface FieldFacts<Value> {
  valueKind: ValueKind;
  /** Whether it may be null: history then keeps the null, and does not take it for a text that is gone. */
  mayBeNull: null extends Value ? true : false;
  /** What changes it: the form of the action, a move, or nothing once the action is entered. */
  changedBy: "form" | "move" | "nothing";
  /** Whether a suggestion may amend it. */
  amendable: boolean;
  /** How it can be changed in several actions at once: set to one value, or, for a list, added to and taken from. */
  bulkEdit: "set" | "add-or-remove" | null;
  /** The parameter of a board's address that filters by it; null where none does. */
  filter: string | null;
  /** Its column in the table of a board; null where it has none. */
  column: string | null;
  /** Whether spreadsheets carry it. */
  exported: boolean;
  /**
   * What carries it into a new action: a template, and with it a duplicate and the next of a recurring action; a duplicate and
   * the next; the next alone; or nothing, where the new action has its own.
   */
  copiedBy: "template" | "duplicate" | "recurrence" | null;
  /** What it is in events from before the field existed, and in an action that is entered without naming it. Absent where it always existed. */
  defaultValue?: Value;
}

export const ACTION_FIELDS = {
  board: {
    valueKind: "choice",
    mayBeNull: false,
    changedBy: "form",
    amendable: false,
    bulkEdit: null,
    filter: null,
    column: null,
    exported: true,
    copiedBy: "duplicate",
  },
  stage: {
    valueKind: "choice",
    mayBeNull: false,
    changedBy: "move",
    amendable: false,
    bulkEdit: "set",
    filter: null,
    column: "stage",
    exported: true,
    copiedBy: null,
  },
  rank: {
    valueKind: "order",
    mayBeNull: false,
    changedBy: "move",
    amendable: false,
    bulkEdit: null,
    filter: null,
    column: null,
    exported: false,
    copiedBy: null,
  },
  priority: {
    valueKind: "choice",
    mayBeNull: false,
    changedBy: "form",
    amendable: true,
    bulkEdit: "set",
    filter: "priority",
    column: "priority",
    exported: true,
    copiedBy: "template",
  },
  actionKind: {
    valueKind: "choice",
    mayBeNull: true,
    changedBy: "form",
    amendable: true,
    bulkEdit: null,
    filter: "kind",
    column: "kind",
    exported: true,
    copiedBy: "template",
    defaultValue: null,
  },
  level: {
    valueKind: "choice",
    mayBeNull: false,
    changedBy: "form",
    amendable: true,
    bulkEdit: null,
    filter: "level",
    column: "level",
    exported: true,
    copiedBy: "template",
  },
  lead: {
    valueKind: "network",
    mayBeNull: false,
    changedBy: "form",
    amendable: true,
    bulkEdit: "set",
    filter: "network",
    column: "lead",
    exported: true,
    copiedBy: "duplicate",
  },
  // Not to be amended: who does the work is agreed with that person, and is nothing to propose in public over their head.
  responsible: {
    valueKind: "person",
    mayBeNull: true,
    changedBy: "form",
    amendable: false,
    bulkEdit: "set",
    filter: "responsible",
    column: "responsible",
    exported: true,
    copiedBy: "recurrence",
    defaultValue: null,
  },
  partners: {
    valueKind: "lines",
    mayBeNull: false,
    changedBy: "form",
    amendable: true,
    bulkEdit: null,
    filter: null,
    column: null,
    exported: true,
    copiedBy: "template",
  },
  labels: {
    valueKind: "labels",
    mayBeNull: false,
    changedBy: "form",
    amendable: true,
    bulkEdit: "add-or-remove",
    filter: "label",
    column: "labels",
    exported: true,
    copiedBy: "template",
    defaultValue: [] as string[],
  },
  principles: {
    valueKind: "numbers",
    mayBeNull: false,
    changedBy: "form",
    amendable: true,
    bulkEdit: null,
    filter: null,
    column: null,
    exported: true,
    copiedBy: "template",
  },
  start: {
    valueKind: "quarter",
    mayBeNull: true,
    changedBy: "form",
    amendable: true,
    bulkEdit: "set",
    filter: null,
    column: "start",
    exported: true,
    copiedBy: null,
  },
  due: {
    valueKind: "quarter",
    mayBeNull: true,
    changedBy: "form",
    amendable: true,
    bulkEdit: "set",
    filter: "quarter",
    column: "due",
    exported: true,
    copiedBy: null,
  },
  sourceLanguage: {
    valueKind: "choice",
    mayBeNull: false,
    changedBy: "form",
    amendable: false,
    bulkEdit: null,
    filter: null,
    column: null,
    exported: false,
    copiedBy: "template",
  },
  outcome: {
    valueKind: "translated",
    mayBeNull: true,
    changedBy: "move",
    amendable: false,
    bulkEdit: null,
    filter: null,
    column: null,
    exported: true,
    copiedBy: null,
  },
  origin: {
    valueKind: "choice",
    mayBeNull: false,
    changedBy: "nothing",
    amendable: false,
    bulkEdit: null,
    filter: null,
    column: null,
    exported: false,
    copiedBy: null,
  },
} as const satisfies { [Name in PlainFieldName]: FieldFacts<PlainFields[Name]> };

type Facts = typeof ACTION_FIELDS;
type NamesWith<Fact> = { [Name in PlainFieldName]: Facts[Name] extends Fact ? Name : never }[PlainFieldName];

/** The fields that the form of an action has. */
export type FormFieldName = NamesWith<{ changedBy: "form" }>;
/** Of these, those by which an action is filed: neither its board nor the language in which it is written. */
export type ClassificationFieldName = Exclude<FormFieldName, "board" | "sourceLanguage">;
export type AmendableName = NamesWith<{ amendable: true }>;
export type BulkFieldName = NamesWith<{ bulkEdit: "set" }>;
export type BulkListName = NamesWith<{ bulkEdit: "add-or-remove" }>;
export type ExportedName = NamesWith<{ exported: true }>;
/** The fields that a template carries, those that a duplicate takes over, and those that the next of a recurring action does. */
export type TemplateFieldName = NamesWith<{ copiedBy: "template" }>;
export type DuplicateFieldName = TemplateFieldName | NamesWith<{ copiedBy: "duplicate" }>;
export type RecurrenceFieldName = DuplicateFieldName | NamesWith<{ copiedBy: "recurrence" }>;
/** The fields that have not always existed. */
export type LaterFieldName = NamesWith<{ defaultValue: unknown }>;
export type FilterName = NonNullable<Facts[PlainFieldName]["filter"]>;
export type FieldColumnName = NonNullable<Facts[PlainFieldName]["column"]>;

const NAMES = Object.keys(ACTION_FIELDS) as PlainFieldName[];

/** Returns the names of the fields with some facts in common, in the order of the description. */
function namesWith<Name extends PlainFieldName>(has: (facts: FieldFacts<unknown>) => boolean): readonly Name[] {
  return NAMES.filter((name) => has(ACTION_FIELDS[name] as FieldFacts<unknown>)) as Name[];
}

export const PLAIN_FIELDS: readonly PlainFieldName[] = NAMES;
export const FORM_FIELDS = namesWith<FormFieldName>(({ changedBy }) => changedBy === "form");
export const AMENDABLE = namesWith<AmendableName>(({ amendable }) => amendable);
export const TEMPLATE_FIELDS = namesWith<TemplateFieldName>(({ copiedBy }) => copiedBy === "template");
export const DUPLICATE_FIELDS = namesWith<DuplicateFieldName>(
  ({ copiedBy }) => copiedBy === "template" || copiedBy === "duplicate",
);
export const RECURRENCE_FIELDS = namesWith<RecurrenceFieldName>(({ copiedBy }) => copiedBy !== null);
/** The fields of the form that come as a list of ticked boxes. */
export const LIST_FIELDS = namesWith(({ valueKind }) => valueKind === "numbers");

/** What an action has in the fields that have not always existed, where nobody has said anything of them. */
export const DEFAULTS = Object.fromEntries(
  NAMES.flatMap((name) => ("defaultValue" in ACTION_FIELDS[name] ? [[name, ACTION_FIELDS[name].defaultValue]] : [])),
) as Pick<PlainFields, LaterFieldName>;

/** Returns some of the fields of a record. */
export function pickFields<T extends object, Name extends keyof T>(from: T, names: readonly Name[]): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, Name>;
}

export const TEXT_FIELDS = ["title", "description", "expectedResult"] as const satisfies readonly (keyof ActionText)[];

export type Texts = Partial<Record<Language, ActionText>>;

/** Spreads texts over flat field names. */
export function textFields(texts: Texts): Partial<Record<TextFieldName, string | null>> {
  const fields: Partial<Record<TextFieldName, string | null>> = {};
  for (const language of LANGUAGES) {
    const text = texts[language];
    if (text) for (const field of TEXT_FIELDS) fields[`${field}.${language}`] = text[field];
  }
  return fields;
}

/** The reverse of `textFields`: a language is there when its title is. */
export function textsOf(fields: Partial<ActionFields>): Texts {
  const texts: Texts = {};
  for (const language of LANGUAGES) {
    const title = fields[`title.${language}`];
    if (!title) continue;
    texts[language] = {
      title,
      description: fields[`description.${language}`] ?? "",
      expectedResult: fields[`expectedResult.${language}`] ?? "",
    };
  }
  return texts;
}

/**
 * Returns the fields as the tables keep them, from what events recorded. A field that did not exist yet when its event was
 * recorded gets its default (`defaultValue`). A null is kept where the field may be null; elsewhere it records a text that was taken
 * away, and the field is left out.
 */
export function withDefaults(fields: ActionFields): ActionFields {
  return Object.fromEntries(
    Object.entries({ ...DEFAULTS, ...fields }).filter(([name, value]) => value !== null || KEEP_NULL.has(name)),
  ) as unknown as ActionFields;
}

const KEEP_NULL: ReadonlySet<string> = new Set(namesWith(({ mayBeNull }) => mayBeNull));
