import { HEALTH_GLYPH, useWords } from "~/ui/words.ts";
import type { Health } from "~/words.ts";

/** How it goes: a shape and a word, never colour alone. */
export function HealthMark({ health }: { health: Health }) {
  const words = useWords();
  return (
    <span className="health" data-health={health}>
      <span className="glyph" aria-hidden>
        {HEALTH_GLYPH[health]}
      </span>{" "}
      {words.health(health)}
    </span>
  );
}
