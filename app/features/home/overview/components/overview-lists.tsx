import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Role } from "~/domain.ts";
import type { ActionNamed, MovedLately, Waiting, WaitingFor } from "~/features/home/overview/overview.server.ts";
import type { Due } from "~/features/plan/actions/due.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

export function MovedList({ moved, at }: { moved: MovedLately[]; at: number }) {
  const labels = useLabels();
  const format = useFormat();
  return (
    <section>
      <h2>
        <Trans>Moved lately</Trans>
      </h2>
      {moved.length === 0 && (
        <p className="empty">
          <Trans>Nothing has moved yet. The first move on a board will be told here.</Trans>
        </p>
      )}
      <ul className="lines">
        {moved.map(({ event, by, from, to, ...action }) => (
          <Line key={event} action={action} aside={format.ago(action.at, at)}>
            {from ? `${labels.stage(from)} → ${labels.stage(to)}` : <Trans>New</Trans>}
            {" · "}
            {by ?? <Trans>Geneva planning</Trans>}
          </Line>
        ))}
      </ul>
    </section>
  );
}

export function DueList({ due, total }: { due: Due[]; total: number }) {
  const format = useFormat();
  const all = format.number(total);
  return (
    <section>
      <h2>
        <Trans>Late, or due this quarter</Trans>
      </h2>
      {due.length === 0 && (
        <p className="empty">
          <Trans>Nothing is late and nothing is due this quarter.</Trans>
        </p>
      )}
      <DueLines due={due} />
      {total > due.length && (
        <p className="more">
          <Link to="/due">
            <Trans>All {all}</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}

export function DueLines({ due }: { due: Due[] }) {
  const format = useFormat();
  return (
    <ul className="lines">
      {due.map((action) => (
        <Line key={action.ref} action={action} aside={format.quarter(action.due)}>
          {action.late > 0 && <QuartersOverdue count={action.late} />}
        </Line>
      ))}
    </ul>
  );
}

interface WaitingListProps {
  /** How many there are of each kind of thing that waits for the reader. */
  owed: Record<"decisions" | "answers" | "check-ins" | "links" | "actions", number>;
  /** The first of the actions. */
  actions: Waiting[];
  role: Role;
}

/** All that waits for the reader, in figures that lead to the lists of `/my`, and the first actions. */
export function WaitingList({ owed, actions, role }: WaitingListProps) {
  const format = useFormat();
  const all = format.number(owed.actions);
  const nothing = Object.values(owed).every((count) => count === 0);
  return (
    <section data-part="waiting">
      <h2>
        <Trans>Waiting for you</Trans>
      </h2>
      {nothing && (
        <p className="empty">
          {role === "coordinator" || role === "admin" ? (
            <Trans>Nothing waits for you: every action of yours has a quarter, and none is late.</Trans>
          ) : (
            <Trans>
              Nothing waits for you. Open a board to see what the network has set out to do, and what moves.
            </Trans>
          )}
        </p>
      )}
      {!nothing && (
        <ul className="owed">
          {OWED_COUNT.filter(([part]) => owed[part] > 0).map(([part, count]) => (
            <li key={part} data-owed={part}>
              <Link to={`/my?show=${part}`}>{count(owed[part])}</Link>
            </li>
          ))}
        </ul>
      )}
      <ul className="lines">
        {actions.map((action) => (
          <Line key={action.ref} action={action}>
            {action.late > 0 && (
              <>
                <QuartersOverdue count={action.late} />
                <br />
              </>
            )}
            {WHY_WAITING[action.reason]}
          </Line>
        ))}
      </ul>
      {owed.actions > actions.length && (
        <p className="more">
          <Link to="/my?show=actions">
            <Trans>All {all}</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}

const OWED_COUNT: [keyof WaitingListProps["owed"], (count: number) => ReactNode][] = [
  ["decisions", (count) => <Plural value={count} one="# decision" other="# decisions" />],
  ["answers", (count) => <Plural value={count} one="# answer to a suggestion" other="# answers to suggestions" />],
  ["check-ins", (count) => <Plural value={count} one="# check-in" other="# check-ins" />],
  ["links", (count) => <Plural value={count} one="# answer for a network" other="# answers for networks" />],
  ["actions", (count) => <Plural value={count} one="# action to move on" other="# actions to move on" />],
];

/** What there is to do about each action. */
export const WHY_WAITING: Record<WaitingFor, ReactNode> = {
  late: <Trans>Move it on, or agree on another quarter</Trans>,
  "to-close": <Trans>Under review: give its result</Trans>,
  "to-start": <Trans>Its start quarter has come</Trans>,
  "no-quarter": <Trans>Has no due quarter yet</Trans>,
};

export function QuartersOverdue({ count }: { count: number }) {
  return (
    <span className="overdue">
      <Plural value={count} one="# quarter late" other="# quarters late" />
    </span>
  );
}

function Line({ action, aside, children }: { action: ActionNamed; aside?: ReactNode; children?: ReactNode }) {
  const { ref, title, lang, board } = action;
  return (
    <li data-board={board}>
      <small className="ref">{ref}</small>
      <span>
        <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
          {title}
        </Link>
        {children && <small>{children}</small>}
      </span>
      {aside && <small>{aside}</small>}
    </li>
  );
}
