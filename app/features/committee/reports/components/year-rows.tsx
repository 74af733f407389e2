import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import type { QuarterOfYear, Year } from "../years.ts";

const STATE: Record<QuarterOfYear["state"], MessageDescriptor> = {
  closed: msg({ message: "closed", context: "review" }),
  open: msg({ message: "open", context: "review" }),
  none: msg({ message: "not opened", context: "review" }),
  ahead: msg({ message: "lies ahead", context: "review" }),
};

/** A shape beside the word: ◆ closed, ◇ open. */
const GLYPH: Record<QuarterOfYear["state"], string> = { closed: "◆", open: "◇", none: "·", ahead: "·" };

/** Each year with its quarters' states, leading to its report and to the packs. */
export function YearRows({ years }: { years: Year[] }) {
  const { _ } = useLingui();
  const format = useFormat();
  return (
    <ul className="rows report-years section">
      {years.map(({ year: number, quarters }) => {
        const year = `${number}`;
        return (
          <li key={year} data-year={year}>
            <h2>
              <Link to={`/reports/${year}`}>
                <Trans>Activity report {year}</Trans>
              </Link>
            </h2>
            <ul className="report-quarters">
              {quarters.map(({ quarter, state }) => (
                <li key={quarter} data-state={state}>
                  <span aria-hidden="true">{GLYPH[state]}</span>{" "}
                  {state === "closed" || state === "open" ? (
                    <Link to={`/reviews/${quarter}/pack`}>{format.quarter(quarter)}</Link>
                  ) : (
                    format.quarter(quarter)
                  )}{" "}
                  <span className="soft">{_(STATE[state])}</span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
