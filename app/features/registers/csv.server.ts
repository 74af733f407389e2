import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Network } from "~/features/networks/tree.ts";
import { csvOf } from "~/features/reports/writers/csv.server.ts";
import type { Language } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { wordsFor } from "./all-words.ts";
import { entryName } from "./field.ts";
import type { Filters } from "./filters.server.ts";
import { namesIn } from "./pages.server.ts";
import { allEntries } from "./queries.server.ts";
import type { Register } from "./register.ts";
import { type Naming, type Spoken, sayValue } from "./say.ts";
import { spokenFields } from "./spoken.ts";

/** The register's entries under these filters, for a spreadsheet, in the reader's words. 3 statements. */
export function entriesCsv(
  db: Database,
  register: Register,
  filters: Filters,
  { networks, language, i18n }: { networks: readonly Network[]; language: Language; i18n: I18n },
): Buffer {
  const entries = allEntries(db, register, filters, language);
  const named = namesIn(db, networks, [[register.fields, entries.map(({ values }) => values)]], language);
  const naming: Naming = {
    network: (id) => named.networks[id]?.name ?? null,
    entry: (id) => named.entries[id]?.title ?? null,
  };
  const words = wordsFor(register);
  const fields = spokenFields(register.fields, words.fields);
  return csvOf({
    columns: [
      i18n._(msg`Number`),
      i18n._(words.title),
      i18n._(words.network),
      ...fields.map((one) => i18n._(one.words.label)),
      i18n._(words.actions),
    ].map((name) => ({ name })),
    rows: entries.map(({ id, title, network, values, refs }) => [
      ...[entryName(id), title, network.name],
      ...fields.map((one) => plain(one, values[one.name], i18n, naming)),
      refs.join(", "),
    ]),
  });
}

/** A value as a spreadsheet counts with it: numbers and days as they are, everything else in words. */
function plain(spoken: Spoken, value: unknown, i18n: I18n, naming: Naming): string | number {
  const { field } = spoken;
  if (field.type === "number" && typeof value === "number") return value;
  if (field.type === "day" && typeof value === "string") return value;
  return sayValue(spoken, value, i18n, naming) ?? "";
}
