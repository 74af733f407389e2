import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { NextStep } from "~/features/committee/reviews/list.server.ts";
import { useFormat } from "~/ui/format.ts";

/** While no review has ever been opened: what comes next, for whoever reads it. */
export function NoReviews({ step, quarter }: { step: NextStep; quarter: string }) {
  const name = useFormat().quarter(quarter);
  return (
    <div className="empty nothing-yet">
      <p>
        <Trans>No review has been opened yet.</Trans>{" "}
        {step === "open" && (
          <Trans>
            Open the one of {name}: it fills itself with what the plan’s history says, and stays live until you close
            it.
          </Trans>
        )}
        {step === "prepare" && (
          <Trans>An administrator opens it; then you set the day of its meeting, its link and its agenda.</Trans>
        )}
        {step === "sit" && (
          <Trans>
            An administrator opens it; then you write your continent’s view, and say in the meeting how the actions go.
          </Trans>
        )}
        {step === "read" && (
          <Trans>
            An administrator opens it; then everyone reads here what moved in the quarter and what is at risk.
          </Trans>
        )}
      </p>
      {step === "open" && (
        <p className="buttons">
          <Link className="button solid" to={`/reviews/${quarter}/open`}>
            <Trans>Open the review of {name}</Trans>
          </Link>
        </p>
      )}
      <p className="alone">
        <Link to="/plan/compare">
          <Trans>What changed in the plan until now</Trans>
        </Link>
      </p>
    </div>
  );
}
