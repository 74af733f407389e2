import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Due, MovedLately, Named, Waiting, WaitingFor } from "~/features/boards/overview.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useWords } from "~/ui/words.ts";
import type { Role } from "~/words.ts";

export function MovedList({ moved, at }: { moved: MovedLately[]; at: number }) {
  const words = useWords();
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
            {from ? `${words.stage(from)} → ${words.stage(to)}` : <Trans>New</Trans>}
            {" · "}
            {by ?? <Trans>Geneva planning</Trans>}
          </Line>
        ))}
      </ul>
    </section>
  );
}

export function DueList({ due }: { due: Due[] }) {
  const format = useFormat();
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
      <ul className="lines">
        {due.map((action) => (
          <Line key={action.ref} action={action} aside={format.quarter(action.due)}>
            {action.late > 0 && <QuartersLate count={action.late} />}
          </Line>
        ))}
      </ul>
    </section>
  );
}

export function WaitingList({ waiting, role }: { waiting: Waiting[]; role: Role }) {
  return (
    <section>
      <h2>
        <Trans>Waiting for you</Trans>
      </h2>
      {waiting.length === 0 && (
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
      <ul className="lines">
        {waiting.map((action) => (
          <Line key={action.ref} action={action}>
            {action.late > 0 && (
              <>
                <QuartersLate count={action.late} />
                <br />
              </>
            )}
            {WHY[action.reason]}
          </Line>
        ))}
      </ul>
    </section>
  );
}

/** What there is to do about each. */
const WHY: Record<WaitingFor, ReactNode> = {
  late: <Trans>Move it on, or agree on another quarter</Trans>,
  "to-close": <Trans>Under review: give its result</Trans>,
  "to-start": <Trans>Its start quarter has come</Trans>,
  "no-quarter": <Trans>Has no due quarter yet</Trans>,
};

function QuartersLate({ count }: { count: number }) {
  return (
    <span className="late">
      <Plural value={count} one="# quarter late" other="# quarters late" />
    </span>
  );
}

function Line({ action, aside, children }: { action: Named; aside?: ReactNode; children?: ReactNode }) {
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
