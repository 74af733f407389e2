import { Trans } from "@lingui/react/macro";
import type { Adoption } from "~/domain.ts";
import { useLabels } from "~/ui/labels.ts";

const GLYPH: Record<Adoption, string> = { adopted: "●", adapted: "◐", "already-done": "✓", declined: "✕" };

/** What a network answered: a shape beside the word. */
export function AdoptionMark({ answer }: { answer: Adoption | null }) {
  const labels = useLabels();
  return (
    <span className="adoption" data-answer={answer ?? "owed"}>
      <span aria-hidden>{answer ? GLYPH[answer] : "○"}</span>{" "}
      {answer ? labels.adoption(answer) : <Trans>Has not answered yet</Trans>}
    </span>
  );
}
