import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { WITHOUT_CHECK_IN_DAYS } from "../without-check-in.ts";

/** On the overview: how many of the viewer's own actions have had no check-in for a while. */
export function WithoutCheckInLine({ count }: { count: number }) {
  const days = WITHOUT_CHECK_IN_DAYS;
  return (
    <p className="inbox-line alone">
      <Link to="/check-ins?mine=1">
        {count === 0 ? (
          <Trans>Every action of yours in hand was begun or checked in on in the last {days} days</Trans>
        ) : (
          <Plural
            value={count}
            one={`# action of yours has had no check-in for ${days} days`}
            other={`# actions of yours have had no check-in for ${days} days`}
          />
        )}
      </Link>
    </p>
  );
}
