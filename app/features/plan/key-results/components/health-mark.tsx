import type { Health } from "~/domain.ts";
import { HEALTH_GLYPH, useLabels } from "~/ui/labels.ts";

/** How it goes: a shape and a word, never colour alone. */
export function HealthMark({ health }: { health: Health }) {
  const labels = useLabels();
  return (
    <span className="health" data-health={health}>
      <span className="glyph" aria-hidden>
        {HEALTH_GLYPH[health]}
      </span>{" "}
      {labels.health(health)}
    </span>
  );
}
