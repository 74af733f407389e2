import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useState } from "react";
import { arrange, type Direction, placeOf, samePlace, step } from "~/features/plan/boards/arrange.ts";
import type { ColumnData } from "~/features/plan/boards/queries.server.ts";
import { useLabels } from "~/ui/labels.ts";
import { useKeptFocus } from "~/ui/use-kept-focus.ts";
import type { Moves } from "./use-moves.ts";

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/**
 * Carrying a card by keyboard: Space on its grip picks it up, the arrows move it by places and stages, Space or Enter puts
 * it down, Escape takes it back. Each step is announced in the reader's language. It reckons in places and not in pixels,
 * so that tall cards and columns that scroll make no difference (docs/decisions/0006-moving-cards.md).
 */
export function useCarrying(columns: ColumnData[], { carried, setCarried, propose }: Moves) {
  const { t } = useLingui();
  const labels = useLabels();
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

  const shown = carried ? arrange(columns, new Map([[carried.ref, carried.place]])) : columns;

  const where = (all: ColumnData[], ref: string) => {
    const column = all.find(({ cards }) => cards.some((card) => card.ref === ref));
    if (!column) return "";
    const stage = labels.stage(column.stage);
    const position = column.cards.findIndex((card) => card.ref === ref) + 1;
    const total = column.count;
    return t`${stage}, place ${position} of ${total}`;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const ref = gripRef(event.target);
    if (!ref) return;
    if (!carried) {
      const place = placeOf(columns, ref);
      if (event.key !== " " || !place) return;
      event.preventDefault();
      setCarried({ ref, place });
      keepFocusOn(ref);
      const at = where(columns, ref);
      say(t`${ref} picked up. ${at}. Arrow keys move it, Space puts it down, Escape takes it back.`);
      return;
    }
    const direction = DIRECTIONS[event.key];
    if (direction) {
      event.preventDefault();
      const place = step(shown, ref, direction);
      if (!place) return say(t`${ref} cannot go further that way.`);
      setCarried({ ref, place });
      const at = where(arrange(columns, new Map([[ref, place]])), ref);
      say(at);
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      setCarried(null);
      const at = where(shown, ref);
      if (!samePlace(placeOf(columns, ref), carried.place)) propose(ref, carried.place);
      say(t`${ref} put down. ${at}.`);
    } else if (event.key === "Escape") {
      event.preventDefault();
      setCarried(null);
      say(t`${ref} is back where it was.`);
    } else if (event.key === "Tab") {
      setCarried(null);
      say(t`${ref} is back where it was.`);
    }
  };

  return { said, onKeyDown, keepFocusOn };
}

const gripOf = (ref: string) => `[data-action="${ref}"] .grip`;

function gripRef(target: EventTarget): string | undefined {
  const grip = (target as Element).closest<HTMLElement>(".grip");
  return grip?.closest<HTMLElement>("[data-action]")?.dataset.action;
}
