import {
  type ActionKind,
  type Board,
  LANGUAGES,
  type Language,
  type Level,
  type Principle,
  type Priority,
  type Stage,
  type Translated,
} from "~/words.ts";

/** Where an action comes from: the Geneva planning, a suggestion (which its history names), or a coordinator's own hand. */
export type ActionOrigin = "geneva" | "suggestion" | "direct";

/** What an action says in one language. */
export interface ActionText {
  title: string;
  description: string;
  expectedResult: string;
}

export const TEXT_FIELDS = ["title", "description", "expectedResult"] as const satisfies readonly (keyof ActionText)[];

export type TextField = (typeof TEXT_FIELDS)[number];
export type TextFieldName = `${TextField}.${Language}`;

/** The fields that are the same in every language. */
export interface PlainFields {
  board: Board;
  stage: Stage;
  rank: string;
  priority: Priority;
  level: Level;
  /** The lead network's id. */
  lead: number;
  partners: string[];
  principles: Principle[];
  start: string | null;
  due: string | null;
  sourceLanguage: Language;
  outcome: Translated | null;
  origin: ActionOrigin;
  /** Null while nobody has said what it is. Absent from history before there were kinds. */
  actionKind: ActionKind | null;
}

/**
 * An action as history keeps it: one flat record, a text field for each language in which it is written. Flat, so that a
 * change is the list of the names that differ, and replaying history is laying records over each other.
 */
export type ActionFields = PlainFields & Partial<Record<TextFieldName, string | null>>;

export type FieldName = keyof ActionFields;

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

/** Both sides of the fields that differ; null when nothing does. A field that one side lacks counts as null there. */
export function difference(
  before: ActionFields,
  after: ActionFields,
): { before: Partial<ActionFields>; after: Partial<ActionFields> } | null {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<FieldName>;
  const old: Record<string, unknown> = {};
  const now: Record<string, unknown> = {};
  for (const name of names) {
    if (sameValue(before[name], after[name])) continue;
    old[name] = before[name] ?? null;
    now[name] = after[name] ?? null;
  }
  return Object.keys(now).length === 0 ? null : { before: old, after: now };
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

const KEEP_NULL = new Set(["start", "due", "outcome", "actionKind"]);

/** A text that was taken away is recorded as null; what is gone is left out, as it is in the tables. */
export function withoutNulls(fields: ActionFields): ActionFields {
  // Events from before there were kinds do not name one.
  return Object.fromEntries(
    Object.entries({ ...fields, actionKind: fields.actionKind ?? null }).filter(
      ([name, value]) => value !== null || KEEP_NULL.has(name),
    ),
  ) as unknown as ActionFields;
}
