import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { MoveResult, Sent } from "./use-moves.ts";

interface SentMoveProps {
  sent: Sent;
  onSettled: (sent: Sent, result: MoveResult) => void;
}

/** One move on its way: sends its form once, and says what came of it when the board's data are fresh again. */
export function SentMove({ sent, onSettled }: SentMoveProps) {
  const { submit, state, data } = useFetcher<{ move: MoveResult | null }>({ key: sent.key });
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    submit(sent.fields, { method: "post" });
  }, [submit, sent]);

  useEffect(() => {
    if (state === "idle" && data?.move) onSettled(sent, data.move);
  }, [state, data, sent, onSettled]);

  return null;
}
