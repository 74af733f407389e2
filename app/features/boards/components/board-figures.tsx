import { Trans } from "@lingui/react/macro";
import type { BoardSummary } from "~/features/boards/queries.server.ts";

/** How the whole board stands, whatever the filters. */
export function BoardFigures({ summary }: { summary: BoardSummary & { promised: number } }) {
  const { counts, promised, dueNow, late } = summary;
  const { done } = counts;
  return (
    <dl className="figures">
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
        <dd>{dueNow}</dd>
      </div>
      <div>
        <dt>
          <Trans comment="A count of late actions stands above this word">late</Trans>
        </dt>
        <dd className={late > 0 ? "late" : undefined}>{late}</dd>
      </div>
    </dl>
  );
}
