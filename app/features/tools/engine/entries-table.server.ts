import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Language } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { entryName } from "~/features/core/references.ts";
import { type DataTable, type Datum, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import type { Database } from "~db/connection.ts";
import { labelsFor } from "./all-labels.ts";
import type { Field } from "./field.ts";
import type { Filters } from "./filters.server.ts";
import { type FormattedValue, formatValue, type Naming } from "./format-value.ts";
import { labelledFields } from "./labelled.ts";
import { namesIn } from "./pages.server.ts";
import { allEntries } from "./queries.server.ts";
import type { Register } from "./register.ts";

/** The register's entries under these filters, for a spreadsheet, in the reader's words. 3 statements. */
export function entriesTable(
  db: Database,
  register: Register,
  filters: Filters,
  { networks, language, i18n }: { networks: readonly Network[]; language: Language; i18n: I18n },
): DataTable {
  const entries = allEntries(db, register, filters, language);
  const named = namesIn(db, networks, [[register.fields, entries.map(({ values }) => values)]], language);
  const naming: Naming = {
    network: (id) => named.networks[id]?.name ?? null,
    entry: (id) => named.entries[id]?.title ?? null,
  };
  const labels = labelsFor(register);
  const fields = labelledFields(register.fields, labels.fields);
  return {
    name: i18n._(REGISTER_NAMES[register.name]),
    columns: [
      { name: i18n._(msg`Number`), width: SLIM },
      { name: i18n._(labels.title), width: WIDE },
      { name: i18n._(labels.network), width: SOME },
      ...fields.map((one) => ({ name: i18n._(one.labels.label), width: widthOf(one.field) })),
      { name: i18n._(labels.actions), width: SOME },
    ],
    rows: entries.map(({ id, title, network, values, refs }) => [
      entryName(id),
      title,
      network.name,
      ...fields.map((one) => plain(one, values[one.name], i18n, naming)),
      refs.join(", "),
    ]),
  };
}

function widthOf({ type }: Field): number {
  if (type === "number" || type === "day") return SLIM;
  return type === "prose" ? WIDE : SOME;
}

/** A value as a spreadsheet counts with it: numbers and days as they are, everything else in words. */
function plain(spoken: FormattedValue, value: unknown, i18n: I18n, naming: Naming): Datum {
  const { field } = spoken;
  if (field.type === "number" && typeof value === "number") return value;
  if (field.type === "day" && typeof value === "string") return value;
  return formatValue(spoken, value, i18n, naming) ?? "";
}
