import { msg } from "@lingui/core/macro";
import type { BoardReview, ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import type { DocumentTexts } from "../document-texts.server.ts";
import type { Block, Entry, Section } from "../paper.ts";
import {
  actionEntry,
  assessedEntry,
  attentionEntry,
  keyResultEntry,
  movedEntry,
  overdueEntry,
  slippedEntry,
} from "./actions.server.ts";
import { commitmentSaid, movementSaid, progressSaid } from "./summary.server.ts";

/** Each board in a section of its own: what needs attention first, then what happened, then how it is measured and found. */
export function boardSections({ boards }: ReviewSnapshot, texts: DocumentTexts): Section[] {
  return boards.map((board) => boardSection(board, texts));
}

function boardSection(board: BoardReview, texts: DocumentTexts): Section {
  const { i18n, labels, percent, format } = texts;
  const entries = <T>(
    title: string,
    things: readonly T[],
    entry: (thing: T, texts: DocumentTexts) => Entry,
  ): Block[] =>
    things.length === 0
      ? []
      : [
          { kind: "heading", text: `${title} (${format.number(things.length)})` },
          { kind: "entries", entries: things.map((thing) => entry(thing, texts)) },
        ];
  return {
    id: board.board,
    title: labels.board(board.board),
    board: board.board,
    blocks: [
      {
        kind: "figures",
        figures: [
          { value: percent(board.progress), name: i18n._(msg`progress`) },
          { value: format.number(board.done.length), name: i18n._(msg`done in the quarter`) },
          { value: format.number(board.counts["under-way"]), name: i18n._(msg`under way`) },
          { value: format.number(board.attention.length), name: i18n._(msg`to attend to`) },
        ],
      },
      { kind: "text", line: [progressSaid(board, texts)] },
      { kind: "text", line: [movementSaid({ boards: [board] }, texts)] },
      { kind: "text", line: [commitmentSaid(board.commitment, texts)] },
      ...entries(i18n._(msg`Needs attention`), board.attention, attentionEntry),
      ...entries(i18n._(msg`Answers that are overdue`), board.promisesBroken ?? [], overdueEntry),
      ...entries(labels.stage("done"), board.done, actionEntry),
      ...entries(i18n._(msg`Moved`), board.moved, movedEntry),
      ...entries(i18n._(msg`Slipped to a later quarter`), board.slipped, slippedEntry),
      ...entries(i18n._(msg`Added during the quarter`), board.added, actionEntry),
      ...entries(labels.stage("dropped"), board.dropped, actionEntry),
      ...entries(i18n._(msg`Key results`), board.keyResults, keyResultEntry),
      ...entries(i18n._(msg`How the committee finds it`), board.assessed, assessedEntry),
    ],
  };
}
