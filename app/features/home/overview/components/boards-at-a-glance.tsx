import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import type { Board, Stage } from "~/domain.ts";
import type { BoardSummary } from "~/features/plan/boards/queries.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

interface Glance extends BoardSummary {
  board: Board;
}

/** The stages that the bar sets beside each other, from what is achieved to what is still to begin. */
const FLOWING = ["done", "under-review", "under-way", "planned", "proposed"] as const satisfies readonly Stage[];

/** The four boards side by side: how much is done, and how the rest is spread over the stages. */
export function BoardsAtAGlance({ boards }: { boards: Glance[] }) {
  return (
    <div className="glance">
      {boards.map((board) => (
        <OneBoard key={board.board} {...board} />
      ))}
    </div>
  );
}

function OneBoard({ board, counts, progress, late, dueNow, ...glance }: Glance) {
  const labels = useLabels();
  const { t } = useLingui();
  const format = useFormat();
  const [done, promised] = [format.number(counts.done), format.number(glance.promised)];
  const share = format.percent(progress);
  const rest = REST.filter((stage) => counts[stage] > 0);
  return (
    <article data-board={board}>
      <h2>
        <Link to={`/boards/${board}`}>{labels.board(board)}</Link>
      </h2>
      <span className="big">
        <Trans>
          {done} of {promised}
        </Trans>
      </span>
      <small>
        <Trans>done; {share} progress</Trans>
      </small>
      <span className="flow" role="img" aria-label={t`${share} progress`}>
        {glance.promised > 0 &&
          FLOWING.map((stage) => <i key={stage} data-stage={stage} style={{ flexGrow: counts[stage] }} />)}
      </span>
      <small>
        {rest.map((stage, index) => (
          <Fragment key={stage}>
            {index > 0 && " · "}
            {STAGE_COUNT[stage](counts[stage])}
          </Fragment>
        ))}
      </small>
      <small className="glance-due">
        {late > 0 && (
          <Link className="overdue" to={`/due?show=late&board=${board}`}>
            <Plural value={late} one="# late" other="# late" />
          </Link>
        )}
        {dueNow > 0 && (
          <Link to={`/due?show=now&board=${board}`}>
            <Plural value={dueNow} one="# due this quarter" other="# due this quarter" />
          </Link>
        )}
      </small>
    </article>
  );
}

const REST = ["under-review", "under-way", "planned", "proposed", "on-hold"] as const satisfies readonly Stage[];

/** How many actions stand in a stage. */
const STAGE_COUNT: Record<(typeof REST)[number], (count: number) => ReactNode> = {
  "under-review": (count) => <Plural value={count} one="# under review" other="# under review" />,
  "under-way": (count) => <Plural value={count} one="# under way" other="# under way" />,
  planned: (count) => <Plural value={count} one="# planned" other="# planned" />,
  proposed: (count) => <Plural value={count} one="# proposed" other="# proposed" />,
  "on-hold": (count) => <Plural value={count} one="# on hold" other="# on hold" />,
};
