import type { SuggestionState } from "~/domain.ts";
import { useLabels } from "~/ui/labels.ts";

/** A shape beside the word, so that colour never says it alone. */
const SHAPE: Record<SuggestionState, string> = {
  submitted: "○",
  "under-consideration": "◐",
  accepted: "●",
  "partly-accepted": "◕",
  declined: "✕",
  merged: "⤳",
  withdrawn: "–",
};

export function StateMark({ state }: { state: SuggestionState }) {
  const labels = useLabels();
  return (
    <span className="tag state-mark" data-state={state}>
      <span aria-hidden>{SHAPE[state]}</span> {labels.suggestionState(state)}
    </span>
  );
}
