import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";

interface NoDecisionsProps {
  /** Whether the reader may propose one now: the way to it stands above. */
  proposes: boolean;
  /** The quarter whose review is open; null where none is. */
  openIn: string | null;
  mayOpen: boolean;
}

/** While nothing has ever been proposed: how it comes about, for whoever reads it. */
export function NoDecisions({ proposes, openIn, mayOpen }: NoDecisionsProps) {
  const format = useFormat();
  const name = openIn && format.quarter(openIn);
  return (
    <div className="empty nothing-yet">
      <p>
        <Trans>No decision has been proposed yet.</Trans>{" "}
        {proposes ? (
          <Trans>
            Propose the first: each seat then says consent, objection or abstention, and it is adopted by the rule.
          </Trans>
        ) : name ? (
          <Trans>Whoever sits in the committee proposes them in the review of {name}, which is open.</Trans>
        ) : (
          <Trans>Whoever sits in the committee proposes them in a quarter’s review; none is open now.</Trans>
        )}
      </p>
      {!proposes && (
        <p className="buttons">
          <Link className="button" to={openIn ? `/reviews/${openIn}` : "/reviews"}>
            {name ? (
              <Trans>To the review of {name}</Trans>
            ) : mayOpen ? (
              <Trans>Open a review</Trans>
            ) : (
              <Trans>To the reviews</Trans>
            )}
          </Link>
        </p>
      )}
    </div>
  );
}
