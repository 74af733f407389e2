import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

/** On the overview: how many of the viewer's own actions have had no check-in for a while. */
export function StaleLine({ count }: { count: number }) {
  return (
    <p className="inbox-line">
      <Link to="/check-ins">
        {count === 0 ? (
          <Trans>All your actions in hand have a check-in of the last 30 days</Trans>
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
