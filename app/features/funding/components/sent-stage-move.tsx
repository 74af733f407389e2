import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { MoveResult, SentMove } from "./stage-moves.ts";

interface SentStageMoveProps {
  sent: SentMove;
  onSettled: (sent: SentMove, result: MoveResult) => void;
}

/** One move on its way: sends its form once, and says what came of it when the page's data are fresh again. */
export function SentStageMove({ sent, onSettled }: SentStageMoveProps) {
  const { submit, state, data } = useFetcher<{ move: MoveResult | null }>({ key: sent.key });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const { id, version, stage } = sent;
    submit({ intent: "move", id, version, stage, quick: "1" }, { method: "post" });
  }, [submit, sent]);
  useEffect(() => {
    if (state === "idle" && data?.move) onSettled(sent, data.move);
  }, [state, data, sent, onSettled]);
  return null;
}
