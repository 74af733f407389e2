import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Board } from "~/domain.ts";
import { boardSearch, withParameter } from "~/features/plan/boards/filters.ts";
import { useLabels } from "~/ui/labels.ts";

/** Says that several actions are changed at once within one board, with the way to each that the viewer works on. */
export function ChooseBoard({ boards, query }: { boards: readonly Board[]; query: URLSearchParams }) {
  const labels = useLabels();
  const here = new URLSearchParams(boardSearch(query));
  here.delete("page");
  return (
    <p className="choose-board">
      <Trans>To change several actions at once, choose one board:</Trans>
      {boards.map((board) => (
        <Link key={board} className="chip" to={withParameter(here, "board", board)} preventScrollReset>
          {labels.boardShort(board)}
        </Link>
      ))}
    </p>
  );
}
