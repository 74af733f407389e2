import { useWords } from "~/ui/words.ts";
import type { DecisionState } from "~/words.ts";

/** A shape beside the word, so that colour never says it alone. */
const SHAPE: Record<DecisionState, string> = { proposed: "○", adopted: "●", rejected: "✕", withdrawn: "–" };

export function DecisionMark({ state }: { state: DecisionState }) {
  const words = useWords();
  return (
    <span className="tag state-mark" data-state={state}>
      <span aria-hidden>{SHAPE[state]}</span> {words.decisionState(state)}
    </span>
  );
}
