import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { BOARDS, type Board, type Language, type Stage } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

interface Led {
  ref: string;
  board: Board;
  stage: Stage;
  due: string | null;
  title: string;
  lang: Language | null;
}

/** What a network leads, by board. */
export function LedActions({ actions }: { actions: Led[] }) {
  const labels = useLabels();
  const format = useFormat();
  if (actions.length === 0) {
    return (
      <p className="soft">
        <Trans>It leads no action of the plan yet.</Trans>
      </p>
    );
  }
  return BOARDS.map((board) => {
    const own = actions.filter((action) => action.board === board);
    if (own.length === 0) return null;
    return (
      <div key={board} data-board={board} className="led">
        <h3>{labels.board(board)}</h3>
        <ul className="lines">
          {own.map(({ ref, title, lang, stage, due }) => (
            <li key={ref}>
              <small className="ref">{ref}</small>
              <span>
                <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
                  {title}
                </Link>
              </span>
              <small>
                {labels.stage(stage)}
                {due && `, ${format.quarter(due)}`}
              </small>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
