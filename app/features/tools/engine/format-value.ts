import type { I18n } from "@lingui/core";
import type { Language, Translated } from "~/domain.ts";
import { entryName } from "~/features/core/references.ts";
import { LANGUAGE_NAMES, textShown } from "~/i18n/languages.ts";
import { formatOf } from "~/ui/format.ts";
import type { Field, StoredFile } from "./field.ts";
import type { FieldLabels } from "./labels.ts";

/** What values are put into words with: the reader's language, and the names of what is linked to. */
export interface Naming {
  network: (id: number) => string | null;
  entry: (id: number) => string | null;
}

/** A field and how it is read. */
export interface FormattedValue {
  field: Field;
  labels: FieldLabels;
}

/** A field's value in the reader's words; null for what is empty. One way for pages, spreadsheets and history. */
export function formatValue(
  { field, labels }: FormattedValue,
  value: unknown,
  i18n: I18n,
  naming: Naming,
): string | null {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  const format = formatOf(i18n);
  switch (field.type) {
    case "choice": {
      const option = labels.options?.[value as string];
      return option ? i18n._(option) : String(value);
    }
    case "choices":
      // Their words may have commas of their own.
      return (value as string[]).map((one) => (labels.options?.[one] ? i18n._(labels.options[one]) : one)).join("; ");
    case "language":
      return LANGUAGE_NAMES[value as Language];
    case "number":
      return field.decimals === 2 ? format.amount(value as number) : format.number(value as number);
    case "day":
      return format.day(Date.parse(`${value}T00:00:00Z`));
    case "networks":
      return format.list((value as number[]).flatMap((id) => naming.network(id) ?? []));
    case "entries":
      return format.list((value as number[]).map((id) => naming.entry(id) ?? entryName(id)));
    case "file": {
      const { name, bytes } = value as StoredFile;
      return `${name} (${format.size(bytes)})`;
    }
    case "prose": {
      return textShown(value as Translated, i18n.locale as Language).text || null;
    }
    default:
      return String(value);
  }
}
