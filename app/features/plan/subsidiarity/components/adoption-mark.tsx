import { Trans } from "@lingui/react/macro";
import { useWords } from "~/ui/words.ts";
import type { Adoption } from "~/words.ts";

const GLYPH: Record<Adoption, string> = { adopted: "●", adapted: "◐", "already-done": "✓", declined: "✕" };

/** What a network answered: a shape beside the word. */
export function AdoptionMark({ answer }: { answer: Adoption | null }) {
  const words = useWords();
  return (
    <span className="adoption" data-answer={answer ?? "owed"}>
      <span aria-hidden>{answer ? GLYPH[answer] : "○"}</span>{" "}
      {answer ? words.adoption(answer) : <Trans>Has not answered yet</Trans>}
    </span>
  );
}
