import { useEffect, useState } from "react";
import type { Stage } from "~/domain.ts";
import type { ColumnData } from "~/features/plan/boards/queries.server.ts";
import type { Landing } from "./card-drag.tsx";

/** How long a card rests on a folded column before it opens, in milliseconds. */
const REST_MS = 400;

/** Returns the folded column that has opened under the card in the hand: it stays open for as long as the card is held. */
export function useUnfolding(columns: readonly ColumnData[], landing: Landing | null): Stage | null {
  const [unfolded, setUnfolded] = useState<Stage | null>(null);
  const isHeld = landing !== null;
  const over = columns.find(({ stage, folded }) => folded && stage === landing?.place.stage)?.stage;

  useEffect(() => {
    if (!over) return;
    const timer = setTimeout(() => setUnfolded(over), REST_MS);
    return () => clearTimeout(timer);
  }, [over]);

  useEffect(() => {
    if (!isHeld) setUnfolded(null);
  }, [isHeld]);

  return unfolded;
}
