import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReviewScreen } from "~/features/committee/reviews/screen.server.ts";
import type { PlanStatus } from "~/features/committee/reviews/snapshot.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

/** How far the plan or a board is, against where it was when the quarter began. */
export function Progress({ progress, progressThen }: Pick<PlanStatus, "progress" | "progressThen">) {
  const { t } = useLingui();
  const format = useFormat();
  const [now, then] = [format.percent(progress), format.percent(progressThen)];
  const points = progress - progressThen;
  const more = points > 0 ? `+${format.number(points)}` : format.number(points);
  return (
    <div className="then-now">
      <p>
        <strong>{now}</strong>{" "}
        <span className="soft">
          {points === 0 ? (
            <Trans>progress, as when the quarter began</Trans>
          ) : (
            <Trans>
              progress; {then} when the quarter began ({more})
            </Trans>
          )}
        </span>
      </p>
      <span className="then-now-bar" role="img" aria-label={t`${then} when the quarter began, ${now} now`}>
        <i style={{ width: `${progress}%` }} />
        <b style={{ left: `${progressThen}%` }} />
      </span>
    </div>
  );
}

/** What became of what was due in the quarter when it began. */
export function Commitment({ commitment }: Pick<PlanStatus, "commitment">) {
  const format = useFormat();
  const { due, done, slipped, dropped, open } = commitment;
  const kept = format.percent(due === 0 ? 0 : Math.round((done / due) * 100));
  if (due === 0)
    return (
      <p className="commitment">
        <Trans>Commitments: nothing was due in this quarter when it began.</Trans>
      </p>
    );
  return (
    <div className="commitment">
      <p>
        <strong>{kept}</strong>{" "}
        <span className="soft">
          <Plural
            value={due}
            one="kept of # action that was due when the quarter began"
            other="kept of # actions that were due when the quarter began"
          />
        </span>
      </p>
      <ul className="tally">
        <li data-became="done">
          <Plural value={done} one="# done" other="# done" />
        </li>
        <li data-became="slipped">
          <Plural value={slipped} one="# slipped" other="# slipped" />
        </li>
        <li data-became="dropped">
          <Plural value={dropped} one="# dropped" other="# dropped" />
        </li>
        <li data-became="open">
          <Plural value={open} one="# still open" other="# still open" />
        </li>
      </ul>
    </div>
  );
}

/** The four boards side by side, each leading to its own part. */
export function BoardsAtReview({ screen }: { screen: ReviewScreen }) {
  const labels = useLabels();
  const format = useFormat();
  const { glance, alone } = screen;
  return (
    <nav className="glance at-review">
      {glance.map(({ board, progress, progressThen, counts, attention }) => {
        const then = format.percent(progressThen);
        return (
          <Link
            key={board}
            to={alone === board ? "?" : `?board=${board}`}
            data-board={board}
            aria-current={alone === board ? "page" : undefined}
          >
            <strong>{labels.board(board)}</strong>
            <span className="big">{format.percent(progress)}</span>
            <small>
              <Trans>{then} when the quarter began</Trans>
            </small>
            <small>
              <Plural value={counts.done} one="# done in all" other="# done in all" />
            </small>
            <small>
              {attention > 0 && (
                <span className="overdue">
                  <Plural value={attention} one="# needs attention" other="# need attention" />
                </span>
              )}
            </small>
          </Link>
        );
      })}
    </nav>
  );
}
