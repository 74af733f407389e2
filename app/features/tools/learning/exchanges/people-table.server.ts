import type { I18n } from "@lingui/core";
import type { EntryShown } from "~/features/tools/engine/pages.server.ts";
import { type DataTable, SLIM, SOME, WIDE } from "~/lib/table.ts";
import { exchangesLabels } from "./labels.ts";

/** Who signed up for an exchange and who was there, network by network, for a spreadsheet of the host's. */
export function peopleTable({ title, parts }: Pick<EntryShown, "title" | "parts">, i18n: I18n): DataTable {
  const { fields, parts: labels } = exchangesLabels;
  const { people, who, remark } = labels.signups.fields;
  const heading = (kind: string) => (kind === "signups" ? labels.signups : labels.participants).heading;
  return {
    name: title,
    columns: [
      { name: i18n._(fields.kind.label), width: SOME },
      { name: labels.signups.network ? i18n._(labels.signups.network) : "", width: SOME },
      { name: i18n._(people.label), width: SLIM },
      { name: i18n._(who.label), width: WIDE },
      { name: i18n._(remark.label), width: WIDE },
    ],
    rows: parts.flatMap(({ kind, rows }) =>
      rows.map(({ network, values }) => [
        i18n._(heading(kind)),
        network?.name ?? "",
        Number(values.people),
        String(values.who ?? ""),
        String(values.remark ?? ""),
      ]),
    ),
  };
}
