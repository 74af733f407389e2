import type { DecisionState } from "~/domain.ts";
import { useLabels } from "~/ui/labels.ts";

/** A shape beside the word, so that colour never says it alone. */
const SHAPE: Record<DecisionState, string> = { proposed: "○", adopted: "●", rejected: "✕", withdrawn: "–" };

export function DecisionMark({ state }: { state: DecisionState }) {
  const labels = useLabels();
  return (
    <span className="tag state-mark" data-state={state}>
      <span aria-hidden>{SHAPE[state]}</span> {labels.decisionState(state)}
    </span>
  );
}
