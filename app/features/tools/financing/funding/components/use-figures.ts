import { useLingui } from "@lingui/react";
import type { Figure } from "../totals.ts";
import { fundingWords } from "../words.ts";

/** What is counted, in the reader's words: those of the stream's own field and of its sums. */
export function useFigures(): (figure: Figure) => string {
  const { _ } = useLingui();
  const { fields, parts } = fundingWords;
  return (figure) => {
    const words = figure === "aimed" ? fields.amount.label : parts.sums.fields.step.options?.[figure];
    return words ? _(words) : figure;
  };
}
