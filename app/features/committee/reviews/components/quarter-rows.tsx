import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ListedQuarter } from "~/features/committee/reviews/list.server.ts";
import { useFormat } from "~/ui/format.ts";
import { MeetingTime } from "./meeting-time.tsx";

/** The quarters, the newest first, each with what there is of its review. */
export function QuarterRows({ quarters, mayOpen }: { quarters: ListedQuarter[]; mayOpen: boolean }) {
  return (
    <ul className="rows quarters">
      {quarters.map((one) => (
        <li key={one.quarter} data-quarter={one.quarter} data-state={one.state ?? "none"}>
          <QuarterRow one={one} mayOpen={mayOpen} />
        </li>
      ))}
    </ul>
  );
}

function QuarterRow({ one, mayOpen }: { one: ListedQuarter; mayOpen: boolean }) {
  const format = useFormat();
  const { quarter, state, meetingAt, timeZone, closedAt } = one;
  const name = format.quarter(quarter);
  const day = closedAt && format.dayOf(closedAt);
  return (
    <>
      {state ? (
        <Link className="quarter-name" to={`/reviews/${quarter}`}>
          {name}
        </Link>
      ) : (
        <span className="quarter-name soft">{name}</span>
      )}
      <span>
        {state === "open" && (
          <>
            <span className="tag">
              <Trans>Open</Trans>
            </span>{" "}
            {meetingAt && timeZone ? (
              <MeetingTime at={meetingAt} timeZone={timeZone} />
            ) : (
              <span className="soft">
                <Trans>no date set yet</Trans>
              </span>
            )}
          </>
        )}
        {state === "closed" && <Trans>Closed on {day}</Trans>}
        {state === null && (
          <span className="soft">
            <Trans>Not opened</Trans>
          </span>
        )}
      </span>
      {state === "closed" && (
        <Link to={`/reviews/${quarter}/pack`}>
          <Trans>Pack</Trans> <span className="unseen">{name}</span>
        </Link>
      )}
      {state === null && mayOpen && (
        <Link className="button" to={`/reviews/${quarter}/open`}>
          <Trans>Open the review</Trans> <span className="unseen">{name}</span>
        </Link>
      )}
    </>
  );
}
