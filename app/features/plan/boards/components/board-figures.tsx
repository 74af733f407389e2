import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Board } from "~/domain.ts";
import type { BoardSummary } from "~/features/plan/boards/queries.server.ts";
import { useFormat } from "~/ui/format.ts";

/** How the whole board stands, whatever the filters. */
export function BoardFigures({ board, summary }: { board: Board; summary: BoardSummary }) {
  const format = useFormat();
  const { counts, dueNow, late } = summary;
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
          <Trans>done</Trans>
        </dt>
        <dd>
          <Trans>
            {done} of {promised}
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Link to={`/due?show=now&board=${board}`}>
            <Trans>due this quarter</Trans>
          </Link>
        </dt>
        <dd>{format.number(dueNow)}</dd>
      </div>
      <div>
        <dt>
          <Link to={`/due?show=late&board=${board}`}>
            <Trans comment="Beside the number of late actions, or of one">late</Trans>
          </Link>
        </dt>
        <dd className={late > 0 ? "overdue" : undefined}>{format.number(late)}</dd>
      </div>
    </dl>
  );
}
