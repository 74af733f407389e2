import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { BoardSummary } from "~/features/plan/boards/queries.server.ts";
import type { BoardScope } from "~/features/plan/boards/scope.ts";
import { useFormat } from "~/ui/format.ts";

/** How the whole board or plan stands, whatever the filters. */
export function BoardFigures({ board, summary }: { board: BoardScope; summary: BoardSummary }) {
  const format = useFormat();
  const { counts, dueNow, late } = summary;
  const ofBoard = board === "plan" ? "" : `&board=${board}`;
  const [done, promised] = [format.number(counts.done), format.number(summary.promised)];
  return (
    <dl className="figures">
      <div>
        <dt>
          <Link to="/progress">
            <Trans comment="A percentage stands above this word">progress</Trans>
          </Link>
        </dt>
        <dd>{format.percent(summary.progress)}</dd>
      </div>
      <div>
        <dt>
          <Link to={`${board === "plan" ? "/plan" : `/boards/${board}`}?view=table&stage=done`}>
            <Trans>done</Trans>
          </Link>
        </dt>
        <dd>
          <Trans>
            {done} of {promised}
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Link to={`/due?show=now${ofBoard}`}>
            <Trans>due this quarter</Trans>
          </Link>
        </dt>
        <dd>{format.number(dueNow)}</dd>
      </div>
      <div>
        <dt>
          <Link to={`/due?show=late${ofBoard}`}>
            <Trans comment="Beside the number of late actions, or of one">late</Trans>
          </Link>
        </dt>
        <dd className={late > 0 ? "overdue" : undefined}>{format.number(late)}</dd>
      </div>
    </dl>
  );
}
