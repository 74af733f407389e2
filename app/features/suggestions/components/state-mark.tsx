import { useWords } from "~/ui/words.ts";
import type { SuggestionState } from "~/words.ts";

/** A shape beside the word, so that colour never says it alone. */
const SHAPE: Record<SuggestionState, string> = {
  draft: "✎",
  submitted: "○",
  "under-consideration": "◐",
  accepted: "●",
  "partly-accepted": "◕",
  declined: "✕",
  merged: "⤳",
  withdrawn: "–",
};

export function StateMark({ state }: { state: SuggestionState }) {
  const words = useWords();
  return (
    <span className="tag state-mark" data-state={state}>
      <span aria-hidden>{SHAPE[state]}</span> {words.suggestionState(state)}
    </span>
  );
}
