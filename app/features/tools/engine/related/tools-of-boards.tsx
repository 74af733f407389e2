import { Trans } from "@lingui/react/macro";
import { BOARDS, type RegisterName } from "~/domain.ts";
import { useLabels } from "~/ui/labels.ts";
import { RegisterLinks } from "./register-links.tsx";

/** The ways to every board's own tools, board by board, with how many entries each holds. */
export function ToolsOfBoards({ held }: { held: Partial<Record<RegisterName, number>> }) {
  const labels = useLabels();
  return (
    <section>
      <h2>
        <Trans>Tools of the boards</Trans>
      </h2>
      <ul className="rows">
        {BOARDS.map((board) => (
          <li key={board} data-board={board}>
            <strong>{labels.board(board)}</strong>
            <RegisterLinks board={board} held={held} />
          </li>
        ))}
      </ul>
    </section>
  );
}
