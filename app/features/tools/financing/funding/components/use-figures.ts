import { useLingui } from "@lingui/react";
import { fundingLabels } from "../labels.ts";
import type { Figure } from "../totals.ts";

/** What is counted, in the reader's words: those of the stream's own field and of its sums. */
export function useFigures(): (figure: Figure) => string {
  const { _ } = useLingui();
  const { fields, parts } = fundingLabels;
  return (figure) => {
    const label = figure === "aimed" ? fields.amount.label : parts.sums.fields.step.options?.[figure];
    return label ? _(label) : figure;
  };
}
