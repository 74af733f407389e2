import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { FundingStage } from "../funding.ts";
import { fundingLabels } from "../labels.ts";

/** A stage in the reader's words, said in one place with the register's own. */
export function useStages(): (stage: FundingStage) => string {
  const { _ } = useLingui();
  return useCallback(
    (stage) => {
      const label = fundingLabels.fields.stage.options?.[stage];
      return label ? _(label) : stage;
    },
    [_],
  );
}
