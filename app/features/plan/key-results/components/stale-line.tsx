import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

/** On the overview: how many of the viewer's own actions have had no check-in for a while. */
export function StaleLine({ count }: { count: number }) {
  return (
    <p className="inbox-line alone">
      <Link to="/check-ins?mine=1">
        {count === 0 ? (
          <Trans>Every action of yours in hand was begun or checked in on in the last 30 days</Trans>
        ) : (
          <Plural
            value={count}
            one="# action of yours has had no check-in for 30 days"
            other="# actions of yours have had no check-in for 30 days"
          />
        )}
      </Link>
    </p>
  );
}
