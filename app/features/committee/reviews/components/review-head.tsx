import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReviewScreen } from "~/features/committee/reviews/screen.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { AgendaItem } from "~db/stored/agenda.ts";
import { useAgendaLabels } from "./agenda-labels.ts";
import { MeetingTime } from "./meeting-time.tsx";

/** What review it is, how it stands, when the committee meets, and the ways on. */
export function ReviewHead({ screen }: { screen: ReviewScreen }) {
  const format = useFormat();
  const labels = useLabels();
  const { quarter, state, meeting, link, may, closedAt, at, over, edges } = screen;
  const from = edges.from === null ? "" : format.day(edges.from);
  const last = format.day(edges.lastDay);
  const [before, next] = [format.quarter(edges.before), format.quarter(edges.next)];
  const name = format.quarter(quarter);
  const day = closedAt ? format.dayOf(closedAt) : "";
  const until = format.deadline(Date.parse(at));
  const rule = labels.decisionRule(meeting.rule);
  const seats = meeting.quorum;
  return (
    <header className="review-head">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
        <span>{name}</span>
      </p>
      <h1>
        <Trans>Review of {name}</Trans>
      </h1>
      <p className="lead">
        {state === "closed" ? (
          <Trans>Closed on {day}. What stands here was frozen then and never changes.</Trans>
        ) : over ? (
          <Trans>Open. The quarter has ended: its figures are told as it ended.</Trans>
        ) : (
          <Trans>Open, and live until it is closed. Figures of {until}.</Trans>
        )}
      </p>
      {edges.from !== null && (
        <p className="hint" data-edge="from">
          <Trans>
            It begins on {from}, when the review of {before} was closed before its quarter had ended.
          </Trans>
        </p>
      )}
      {state === "closed" && edges.early && (
        <p className="hint" data-edge="early">
          <Trans>
            It was closed before the quarter had ended. What happened after that, until {last}, is in the review of{" "}
            {next}.
          </Trans>
        </p>
      )}
      <dl className="facts review-facts">
        <dt>
          <Trans>Meeting of the committee</Trans>
        </dt>
        <dd>
          {meeting.at ? (
            <MeetingTime at={meeting.at} timeZone={meeting.timeZone} />
          ) : (
            <span className="soft">
              <Trans>no date set yet</Trans>
            </span>
          )}
        </dd>
        <dt>
          <Trans>How it decides</Trans>
        </dt>
        <dd>
          {rule} · <Plural value={seats} one="quorum of # seat" other="quorum of # seats" />
        </dd>
      </dl>
      <div className="buttons">
        {state === "open" && link && (
          <a className="button solid" href={link} rel="noreferrer">
            <Trans>To the video meeting</Trans>
          </a>
        )}
        {state === "open" && (
          <Link className="button" to={`/reviews/${quarter}/meeting`}>
            <Trans>Meeting view</Trans>
          </Link>
        )}
        <Link className="button" to={`/reviews/${quarter}/pack`}>
          <Trans>Pack</Trans>
        </Link>
        <Link className="button" to={`/plan/compare?from=${quarter}&to=${quarter}`}>
          <Trans>What changed in the plan</Trans>
        </Link>
        {may.prepare && (
          <Link className="button" to={`/reviews/${quarter}/prepare`}>
            <Trans>Prepare</Trans>
          </Link>
        )}
        {may.close && (
          <Link className="button" to={`/reviews/${quarter}/close`}>
            <Trans>Close the review</Trans>
          </Link>
        )}
      </div>
    </header>
  );
}

/** What the committee goes through, and for how long. */
export function Agenda({ agenda, quarter }: { agenda: AgendaItem[]; quarter: string }) {
  const labels = useAgendaLabels();
  const total = agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return (
    <section className="section agenda">
      <h2>
        <Trans>Agenda</Trans>{" "}
        {total > 0 && (
          <small className="soft">
            <Plural value={total} one="# minute" other="# minutes" />
          </small>
        )}
      </h2>
      <ol>
        {agenda.map((item, index) => (
          // An agenda has no other name for a point than its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the point
          <li key={index} data-board={item.kind === "board" ? item.board : undefined}>
            <AgendaLink item={item} quarter={quarter}>
              {labels(item)}
            </AgendaLink>
            {item.minutes !== null && (
              <small className="soft">
                <Plural value={item.minutes} one="# minute" other="# minutes" />
              </small>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where on the review's pages a point is found. */
function AgendaLink({ item, quarter, children }: { item: AgendaItem; quarter: string; children: string }) {
  if (item.kind === "point") return <span>{children}</span>;
  const to: Record<Exclude<AgendaItem["kind"], "point">, string> = {
    board: `#${item.kind === "board" ? item.board : ""}`,
    alignment: `/reviews/${quarter}/alignment`,
    decisions: "#decisions",
    "look-again": "#decisions",
    "sign-off": "#sign-off",
  };
  return (
    <Link to={to[item.kind]} preventScrollReset={item.kind !== "alignment"}>
      {children}
    </Link>
  );
}
