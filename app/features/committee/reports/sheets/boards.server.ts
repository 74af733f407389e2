import { msg } from "@lingui/core/macro";
import { STAGES } from "~/domain.ts";
import { SLIM, SOME } from "~/lib/table.ts";
import { type Maker, rowsOf, sheet } from "./sheet.server.ts";

export const boardsSheet: Maker = (snapshots, texts) => {
  const { i18n, labels } = texts;
  const LISTS = ["done", "moved", "slipped", "added", "dropped", "attention"] as const;
  return sheet(
    "boards",
    i18n._(msg`Boards`),
    texts,
    [
      [i18n._(msg`Board`), SOME],
      [i18n._(msg`Progress before, %`), SLIM],
      [i18n._(msg`Progress now, %`), SLIM],
      ...STAGES.map(labels.stage).map((stage) => [i18n._(msg`Now: ${stage}`), SLIM] as const),
      ...[i18n._(msg`Done in the quarter`), i18n._(msg`Moved`), i18n._(msg`Slipped`), i18n._(msg`Added`)].map(
        (one) => [one, SLIM] as const,
      ),
      [i18n._(msg`Dropped in the quarter`), SLIM],
      [i18n._(msg`Attention`), SLIM],
      ...[
        i18n._(msg`Were due`),
        i18n._(msg`Of these done`),
        i18n._(msg`Of these slipped`),
        i18n._(msg`Of these dropped`),
        i18n._(msg`Of these open`),
      ].map((one) => [one, SLIM] as const),
    ],
    rowsOf(snapshots, ({ boards }) =>
      boards.map((board) => [
        labels.board(board.board),
        board.progressThen,
        board.progress,
        ...STAGES.map((stage) => board.counts[stage]),
        ...LISTS.map((list) => board[list].length),
        board.commitment.due,
        board.commitment.done,
        board.commitment.slipped,
        board.commitment.dropped,
        board.commitment.open,
      ]),
    ),
  );
};
