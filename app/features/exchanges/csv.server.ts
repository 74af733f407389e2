import type { I18n } from "@lingui/core";
import type { EntryShown } from "~/features/registers/pages.server.ts";
import { csvOf } from "~/features/reports/writers/csv.server.ts";
import { exchangesWords } from "./words.ts";

/** Who signed up for an exchange and who was there, network by network, for a spreadsheet of the host's. */
export function peopleCsv({ parts }: Pick<EntryShown, "parts">, i18n: I18n): Buffer {
  const { fields, parts: words } = exchangesWords;
  const { people, who, remark } = words.signups.fields;
  const columns = [fields.kind.label, words.signups.network, people.label, who.label, remark.label];
  const heading = (kind: string) => (kind === "signups" ? words.signups : words.participants).heading;
  return csvOf({
    columns: columns.map((name) => ({ name: name ? i18n._(name) : "" })),
    rows: parts.flatMap(({ kind, rows }) =>
      rows.map(({ network, values }) => [
        ...[i18n._(heading(kind)), network?.name ?? "", Number(values.people)],
        ...[String(values.who ?? ""), String(values.remark ?? "")],
      ]),
    ),
  });
}
