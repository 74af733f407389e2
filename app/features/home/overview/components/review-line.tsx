import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { OpenReview } from "~/features/committee/reviews/open-review.server.ts";
import { useFormat } from "~/ui/format.ts";

/** On the overview: the review that is open, and what the reader owes it. */
export function ReviewLine({ review, now }: { review: OpenReview; now: number }) {
  const format = useFormat();
  const { quarter, meetingAt, viewOf, toSign } = review;
  const name = format.quarter(quarter);
  const day = meetingAt === null ? "" : format.day(meetingAt);
  const held = meetingAt !== null && meetingAt <= now;
  return (
    <p className="inbox-line">
      <Link to={`/reviews/${quarter}`}>
        <Trans>The review of {name} is open</Trans>
      </Link>
      {meetingAt !== null && <span>{held ? <Trans>met on {day}</Trans> : <Trans>meets on {day}</Trans>}</span>}
      {viewOf && (
        <Link to={`/reviews/${quarter}/alignment/${viewOf}#write`}>
          <Trans>Write your continent’s view</Trans>
        </Link>
      )}
      {toSign && held && (
        <Link to={`/reviews/${quarter}#sign-off`}>
          <Trans>Sign off</Trans>
        </Link>
      )}
    </p>
  );
}
