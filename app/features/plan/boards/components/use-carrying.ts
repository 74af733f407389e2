import { useLingui } from "@lingui/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ColumnData } from "~/features/plan/boards/queries.server.ts";
import { useKeptFocus } from "~/ui/use-kept-focus.ts";
import type { Moves } from "./use-moves.ts";

// What the keys do is downloaded when the focus or a hand comes near a card.
type CarryKeys = typeof import("./carry-keys.ts");
let keys: CarryKeys | null = null;
export const carryKeysNear = async () => {
  keys ??= await import("./carry-keys.ts");
  return keys;
};

/** The keys that a carried card takes for itself: the page neither scrolls nor follows the grip's link. */
const TAKEN = [" ", "Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/**
 * Carrying a card by keyboard: Space on its grip picks it up, the arrows move it by places and stages, Space or Enter puts
 * it down, Escape takes it back. Each step is announced in the reader's language. It reckons in places and not in pixels,
 * so that tall cards and columns that scroll make no difference (docs/decisions/0006-moving-cards.md).
 */
export function useCarrying(columns: ColumnData[], moves: Moves) {
  const { i18n } = useLingui();
  const { carried } = moves;
  const [said, say] = useState("");

  // In another column the card is another element: the focus goes along with it.
  useEffect(() => {
    if (!carried) return;
    const grip = document.querySelector<HTMLElement>(gripOf(carried.ref));
    grip?.focus();
    grip?.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [carried]);

  const keepFocus = useKeptFocus();
  const keepFocusOn = (ref: string) => keepFocus(gripOf(ref));

  const context = { columns, moves, i18n, say, keepFocusOn };
  const latest = useRef(context);
  latest.current = context;
  // Keys that are pressed before what they do is here: they are carried out in turn, each on what the one before came to.
  const waiting = useRef<{ key: string; ref: string }[]>([]);
  const carryOutWaiting = ({ carryByKey }: CarryKeys) => {
    for (let next = waiting.current[0]; next; next = waiting.current[0]) {
      const { key, ref } = next;
      flushSync(() => carryByKey(key, ref, latest.current));
      waiting.current.shift();
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key } = event;
    const ref = gripRef(event.target);
    const isFirst = waiting.current.length === 0;
    if (!ref || (!carried && isFirst && key !== " ")) return;
    if (TAKEN.includes(key)) event.preventDefault();
    if (keys && isFirst) {
      keys.carryByKey(key, ref, context);
      return;
    }
    waiting.current.push({ key, ref });
    // Without a line the card stays where it is; its form is a press on Enter away.
    if (isFirst)
      carryKeysNear().then(carryOutWaiting, () => {
        waiting.current = [];
      });
  };

  return { said, onKeyDown, keepFocusOn };
}

const gripOf = (ref: string) => `[data-action="${ref}"] .grip`;

function gripRef(target: EventTarget): string | undefined {
  const grip = (target as Element).closest<HTMLElement>(".grip");
  return grip?.closest<HTMLElement>("[data-action]")?.dataset.action;
}
