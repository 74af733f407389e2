import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

interface InboxLineProps {
  waiting: number;
  near: number;
  past: number;
}

/** What members suggest on the viewer's boards and wait to have answered: the promise comes first. */
export function InboxLine({ waiting, near, past }: InboxLineProps) {
  return (
    <p className="inbox-line">
      <Link to="/suggestions/inbox">
        {waiting === 0 ? (
          <Trans>No suggestion waits for your answer</Trans>
        ) : (
          <Plural value={waiting} one="# suggestion waits for your answer" other="# suggestions wait for your answer" />
        )}
      </Link>
      {past > 0 && (
        <Link className="overdue" to="/suggestions/inbox?due=past">
          <Plural value={past} one="# past the promise" other="# past the promise" />
        </Link>
      )}
      {near > 0 && (
        <Link to="/suggestions/inbox?due=near">
          <Plural value={near} one="# due within a week" other="# due within a week" />
        </Link>
      )}
    </p>
  );
}
