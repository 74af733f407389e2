import { isOneOf, LANGUAGES, type Language, type RegisterName } from "~/domain.ts";
import type { FieldChange } from "~/features/core/history/field-change.ts";
import { budgetedDiff, type DiffBudget, soleBudget } from "~/features/core/history/word-diff.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { sameValue } from "~/lib/same-value.ts";
import { registerOf } from "./all.ts";
import { labelsFor } from "./all-labels.ts";
import type { Values } from "./field.ts";
import { formatValue } from "./format-value.ts";

interface Event {
  before: Values | null;
  after: Values | null;
}

interface Known {
  language: Language;
  networkName: (id: number) => string | null;
  budget?: DiffBudget;
}

/**
 * What changed in an entry or in a part of it, with the fields' names and values in the reader's words: they are the
 * register's own, so that no screen but its own has them.
 */
export function entryChanges(name: RegisterName, { before, after }: Event, known: Known): FieldChange[] {
  const register = registerOf(name);
  if (!register) return [];
  const i18n = i18nFor(known.language);
  const budget = known.budget ?? soleBudget();
  const kind = (after ?? before)?.part;
  const definition = typeof kind === "string" ? register.parts[kind] : undefined;
  const fields = definition?.fields ?? register.fields;
  const labels = labelsFor(register);
  const partWords = definition && typeof kind === "string" ? labels.parts[kind] : undefined;
  const read = partWords?.fields ?? labels.fields;
  const naming = { network: known.networkName, entry: () => null };
  const [was, is] = [before ?? {}, after ?? {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => (field in fields || !UNSAID.has(field)) && !sameValue(was[field], is[field]))
    .flatMap((path): FieldChange[] => {
      const [field = "", language] = path.split(".");
      const label = labelOf(field);
      const spoken = language && isOneOf(LANGUAGES, language) ? `${label} (${LANGUAGE_NAMES[language]})` : label;
      if (!label) return [];
      const text = field === "title" || fields[field]?.type === "prose" || fields[field]?.type === "paragraph";
      if (text)
        return [
          {
            field: path,
            name: spoken,
            parts: budgetedDiff(String(was[path] ?? ""), String(is[path] ?? ""), budget),
          },
        ];
      const say = (value: unknown) => sayOf(field, value);
      return [{ field: path, name: spoken, before: say(was[path]), after: say(is[path]) }];
    });

  function labelOf(field: string): string {
    if (field === "title") return i18n._(labels.title);
    if (field === "networkId") return i18n._(partWords?.network ?? labels.network);
    if (field === "refs") return i18n._(labels.actions);
    return read[field] ? i18n._(read[field].label) : "";
  }

  function sayOf(field: string, value: unknown): string | null {
    if (field === "networkId") return value ? known.networkName(Number(value)) : null;
    if (field === "refs") return (value as string[] | undefined)?.join(", ") || null;
    const [of, said] = [fields[field], read[field]];
    return of && said ? formatValue({ field: of, labels: said }, value, i18n, naming) : null;
  }
}

/** What a part that changed is called: the heading under which it stands. */
export function partHeading(name: RegisterName, { before, after }: Event, language: Language): string | null {
  const kind = (after ?? before)?.part;
  const register = registerOf(name);
  const labels = register && typeof kind === "string" ? labelsFor(register).parts[kind] : undefined;
  return labels ? i18nFor(language)._(labels.heading) : null;
}

/** What says nothing to a person, unless a field is called so. */
const UNSAID = new Set(["part", "partId", "language"]);
