import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Recurrence } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import type { RecurrenceShown } from "../queries.server.ts";

/** How an action recurs, with the one before it and the one after. */
export function RecurrenceLine({ recurrence }: { recurrence: RecurrenceShown }) {
  const format = useFormat();
  const { every, next, follows, followedBy } = recurrence;
  const quarter = next && format.quarter(next);
  return (
    <ul className="recurrence">
      {every && <li>{EVERY[every]}</li>}
      {follows && (
        <li>
          <Trans>
            Follows <Link to={`/actions/${follows}`}>{follows}</Link>
          </Trans>
        </li>
      )}
      {followedBy && (
        <li>
          <Trans>
            Next: <Link to={`/actions/${followedBy}`}>{followedBy}</Link>
          </Trans>
        </li>
      )}
      {quarter && (
        <li>
          <Trans>Next for {quarter}, made a quarter ahead</Trans>
        </li>
      )}
    </ul>
  );
}

const EVERY: Record<Recurrence, ReactNode> = {
  quarter: <Trans>Recurs every quarter</Trans>,
  year: <Trans>Recurs every year</Trans>,
};
