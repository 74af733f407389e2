import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { BoardSummary } from "~/features/boards/queries.server.ts";
import { useFormat } from "~/ui/format.ts";

/** How the whole board stands, whatever the filters. */
export function BoardFigures({ summary }: { summary: BoardSummary }) {
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
          <Trans>due this quarter</Trans>
        </dt>
        <dd>{format.number(dueNow)}</dd>
      </div>
      <div>
        <dt>
          <Trans comment="A count of late actions stands above this word">late</Trans>
        </dt>
        <dd className={late > 0 ? "late" : undefined}>{format.number(late)}</dd>
      </div>
    </dl>
  );
}
