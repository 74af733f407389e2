import { Trans } from "@lingui/react/macro";
import { Notice } from "~/ui/notice.tsx";
import type { Why } from "../decide-form.server.ts";

/** Why nothing was done, with what was typed: the page below shows how it stands now. */
export function NotDecided({ why, submitted }: { why: Why; submitted: string }) {
  return (
    <Notice wrong>
      <p>
        {why === "stale" && (
          <Trans>
            Somebody changed this decision meanwhile, so nothing was done. Below is how it stands now: please look at it
            again, then say or do it anew.
          </Trans>
        )}
        {why === "missing" && (
          <Trans>It was not adopted, because the rule does not hold. Under “Deciding” stands what is missing.</Trans>
        )}
        {why === "not-refused" && (
          <Trans>
            It was not recorded as not adopted, because the committee has not refused it under its rule. An
            administrator who chairs the meeting can confirm it.
          </Trans>
        )}
        {why === "not-applied" && (
          <Trans>
            It was not adopted and nothing in the plan was changed, because the plan has moved on, or does not allow it.
            Below stands where.
          </Trans>
        )}
      </p>
      {submitted && <blockquote className="as-written">{submitted}</blockquote>}
    </Notice>
  );
}
