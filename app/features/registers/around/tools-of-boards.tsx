import { Trans } from "@lingui/react/macro";
import { useWords } from "~/ui/words.ts";
import { BOARDS, REGISTERS } from "~/words.ts";
import { RegisterLinks } from "./register-links.tsx";

/** The ways to every board's own tools, board by board. */
export function ToolsOfBoards() {
  const words = useWords();
  return (
    <section>
      <h2>
        <Trans>Tools of the boards</Trans>
      </h2>
      <ul className="rows">
        {BOARDS.filter((board) => REGISTERS[board].length > 0).map((board) => (
          <li key={board} data-board={board}>
            <strong>{words.board(board)}</strong>
            <RegisterLinks board={board} />
          </li>
        ))}
      </ul>
    </section>
  );
}
