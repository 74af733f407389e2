import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { FundingStage } from "../funding.ts";
import { fundingWords } from "../words.ts";

/** A stage in the reader's words, said in one place with the register's own. */
export function useStages(): (stage: FundingStage) => string {
  const { _ } = useLingui();
  return useCallback(
    (stage) => {
      const words = fundingWords.fields.stage.options?.[stage];
      return words ? _(words) : stage;
    },
    [_],
  );
}
