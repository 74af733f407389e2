import { useCallback, useMemo, useState } from "react";
import { useSentChanges } from "~/ui/use-sent-changes.ts";
import { FUNDING_STAGES, type FundingStage } from "../funding.ts";
import type { MoveAnswer } from "../moving.server.ts";
import type { StageColumn, StreamCard } from "../streams.server.ts";

/** What comes of a move that was sent: the server's answer, or a line that dropped on the way. */
export type MoveResult = MoveAnswer | { outcome: "line-lost"; id: number; wanted: FundingStage };

/** A card in a column: a move that is sent, or that is being carried. */
interface Move {
  id: number;
  stage: FundingStage;
}

/** What the route says came of a move. */
export const moveOf = ({ move }: { move: MoveResult | null }) => move;

/** The moves of the page of streams: cards stand where they were put until the loader's data agree or the move fails. */
export function useStageMoves(columns: StageColumn[], opened: number | null, news: MoveResult | null) {
  const { send: sendChange, ...changes } = useSentChanges<Move, number, MoveResult>({ opened, news });
  const { sent } = changes;
  const [carried, setCarried] = useState<Move | null>(null);
  const shown = useMemo(() => {
    const places = new Map([...sent, ...(carried ? [carried] : [])].map(({ id, stage }) => [id, stage]));
    return places.size > 0 ? placed(columns, places) : columns;
  }, [columns, sent, carried]);

  /** Sends a move, as of a version of the stream that the person saw. */
  const send = useCallback(
    (id: number, version: number, stage: FundingStage) =>
      sendChange({ id, stage }, { intent: "move", id: String(id), version: String(version), stage }),
    [sendChange],
  );

  /** Puts a card into a column. */
  const propose = useCallback(
    (id: number, stage: FundingStage) => {
      const card = cardOf(columns, id);
      if (card && card.stage !== stage) send(id, card.version, stage);
    },
    [columns, send],
  );

  return { ...changes, shown, carried, propose, send, setCarried };
}

export type StageMoves = ReturnType<typeof useStageMoves>;

export function cardOf(columns: StageColumn[], id: number): StreamCard | undefined {
  return columns.flatMap(({ cards }) => cards).find((card) => card.id === id);
}

/** The columns with some cards in other ones than the server said. */
function placed(columns: StageColumn[], places: ReadonlyMap<number, FundingStage>): StageColumn[] {
  const all = columns.flatMap(({ cards }) => cards);
  return columns.map((column) => ({
    ...column,
    cards: all.filter((card) => (places.get(card.id) ?? card.stage) === column.stage),
  }));
}

/** The stage beside one; null at either end. */
export function beside(stage: FundingStage, step: 1 | -1): FundingStage | null {
  return FUNDING_STAGES[FUNDING_STAGES.indexOf(stage) + step] ?? null;
}
