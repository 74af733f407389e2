import type { Fields } from "./field.ts";
import type { FormattedValue } from "./format-value.ts";
import type { FieldLabels } from "./labels.ts";

/** Fields in their order, each with its name and how it is read. */
export function labelledFields(
  fields: Fields,
  labels: Record<string, FieldLabels>,
): (FormattedValue & { name: string })[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const read = labels[name];
    return read ? [{ name, field, labels: read }] : [];
  });
}
