import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import { REPORTING } from "../money.ts";
import { FIGURES, type Totals } from "../totals.ts";
import { useFigures } from "./use-figures.ts";

/** What one stream comes to: what is aimed at, asked, granted, paid and reported, in euros, and apart what no rate is known for. */
export function StreamSums({ totals: { whole, apart } }: { totals: Pick<Totals, "whole" | "apart"> }) {
  const named = useFigures();
  const format = useFormat();
  const rows = [
    ...FIGURES.map((figure) => ({ figure, amount: whole[figure], currency: REPORTING as string })),
    ...apart.flatMap(({ currency, figures }) =>
      FIGURES.map((figure) => ({ figure, amount: figures[figure], currency: currency as string })),
    ),
  ].filter(({ amount }) => amount > 0);
  if (rows.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Trans>What it comes to</Trans>
      </h2>
      <dl className="facts stream-sums">
        {FIGURES.map((figure) => {
          const own = rows.filter((row) => row.figure === figure);
          return (
            own.length > 0 && (
              <div key={figure} data-figure={figure}>
                <dt>{named(figure)}</dt>
                <dd>{own.map(({ amount, currency }) => format.money(amount, currency)).join(" + ")}</dd>
              </div>
            )
          );
        })}
      </dl>
      {apart.length > 0 && (
        <p className="hint">
          <Trans>What stands in another currency than the euro has no exchange rate yet, and is in no total.</Trans>
        </p>
      )}
    </section>
  );
}
