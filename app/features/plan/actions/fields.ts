import { LANGUAGES, type Language } from "~/domain.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { ActionFields, ActionText, FieldName, TextFieldName } from "~db/stored/action-fields.ts";

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
