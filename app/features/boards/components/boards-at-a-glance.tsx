import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { BoardSummary } from "~/features/boards/queries.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useWords } from "~/ui/words.ts";
import type { Board, Stage } from "~/words.ts";

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
  const words = useWords();
  const { t } = useLingui();
  const format = useFormat();
  const [done, promised] = [format.number(counts.done), format.number(glance.promised)];
  const share = format.percent(progress);
  const rest = FLOWING.filter((stage) => stage !== "done" && counts[stage] > 0);
  const aside = counts["on-hold"];
  return (
    <Link to={`/boards/${board}`} data-board={board}>
      <strong>{words.board(board)}</strong>
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
        {rest.map((stage) => `${format.number(counts[stage])} ${words.stage(stage).toLocaleLowerCase()}`).join(" · ")}
        {aside > 0 && ` · ${format.number(aside)} ${words.stage("on-hold").toLocaleLowerCase()}`}
      </small>
      <small>
        {late > 0 && (
          <span className="late">
            <Plural value={late} one="# late" other="# late" />
          </span>
        )}
        {late > 0 && dueNow > 0 && " · "}
        {dueNow > 0 && <Plural value={dueNow} one="# due this quarter" other="# due this quarter" />}
      </small>
    </Link>
  );
}
