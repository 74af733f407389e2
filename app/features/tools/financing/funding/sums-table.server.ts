import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Language } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { entryName } from "~/features/core/references.ts";
import type { Filters } from "~/features/tools/engine/filters.server.ts";
import { type DataTable, SLIM, SOME, WIDE } from "~/lib/table.ts";
import type { Database } from "~db/connection.ts";
import { fundingLabels } from "./labels.ts";
import { inEuro, REPORTING } from "./money.ts";
import { ratesIn } from "./rates.server.ts";
import { streamsOf } from "./streams.server.ts";

/**
 * Each sum that is counted under these filters, for a spreadsheet: with the rate by which it is counted, and no amount in euros where
 * none is known. 4 statements.
 */
export function sumsTable(
  db: Database,
  filters: Filters,
  { networks, language, i18n }: { networks: readonly Network[]; language: Language; i18n: I18n },
): DataTable {
  const rates = ratesIn(db);
  const { fields, parts, title } = fundingLabels;
  const step = parts.sums.fields.step;
  const translated = (label: typeof title | undefined) => (label ? i18n._(label) : "");
  return {
    name: i18n._(msg`Totals of the funding streams`),
    columns: [
      { name: i18n._(msg`Number`), width: SLIM },
      { name: i18n._(title), width: WIDE },
      { name: i18n._(fields.donor.label), width: SOME },
      { name: i18n._(fields.stage.label), width: SOME },
      { name: i18n._(step.label), width: SOME },
      { name: i18n._(parts.sums.fields.amount.label), width: SLIM },
      { name: i18n._(fields.currency.label), width: SLIM },
      { name: i18n._(parts.sums.fields.day.label), width: SLIM },
      { name: i18n._(msg`For 1 euro`), width: SLIM },
      { name: i18n._(msg`Amount in ${REPORTING}`), width: SLIM },
    ],
    rows: streamsOf(db, filters, { networks, language }).flatMap(({ id, title: name, donor, stage, sums }) =>
      sums.map(({ figure, amount, currency, day }) => {
        const euro = inEuro(amount, currency, rates);
        return [
          entryName(id),
          name,
          donor,
          translated(fields.stage.options?.[stage]),
          translated(figure === "aimed" ? fields.amount.label : step.options?.[figure]),
          amount / 100,
          currency,
          day ?? "",
          currency === REPORTING ? 1 : (rates[currency]?.perEuro ?? ""),
          euro === null ? "" : euro / 100,
        ];
      }),
    ),
  };
}
