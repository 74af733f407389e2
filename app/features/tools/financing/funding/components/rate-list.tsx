import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import { CURRENCIES, type Rates } from "../money.ts";

/** The rates by which amounts are counted together, each with its day and who says so. */
export function RateList({ rates }: { rates: Rates }) {
  const format = useFormat();
  const known = CURRENCIES.flatMap((currency) => {
    const rate = rates[currency];
    return rate ? [{ currency, ...rate }] : [];
  });
  if (known.length === 0)
    return (
      <p className="empty">
        <Trans>No exchange rate is entered yet: amounts in other currencies than the euro are counted apart.</Trans>
      </p>
    );
  return (
    <ul className="rows fund-rates">
      {known.map(({ currency, perEuro, day, source }) => {
        const much = format.rate(perEuro);
        return (
          <li key={currency} data-currency={currency}>
            <strong>
              <Trans>
                1 EUR = {much} {currency}
              </Trans>
            </strong>
            <span>{format.day(Date.parse(`${day}T00:00:00Z`))}</span>
            <span className="soft">{source}</span>
          </li>
        );
      })}
    </ul>
  );
}
