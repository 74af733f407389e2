import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ReplanResult, SentReplan as Sent } from "./use-replans.ts";

interface SentReplanProps {
  sent: Sent;
  onSettled: (sent: Sent, result: ReplanResult) => void;
}

/** One change on its way: sends its form once, and says what came of it when the timeline's data are fresh again. */
export function SentReplan({ sent, onSettled }: SentReplanProps) {
  // A line that drops is told by the board's route under the name that moves have.
  const { submit, state, data } = useFetcher<{ replan?: ReplanResult; move?: ReplanResult }>({ key: sent.key });
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    submit(sent.fields, { method: "post" });
  }, [submit, sent]);

  useEffect(() => {
    const result = data?.replan ?? data?.move;
    if (state === "idle" && result) onSettled(sent, result);
  }, [state, data, sent, onSettled]);

  return null;
}
