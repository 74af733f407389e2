import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useKeptFocus } from "~/ui/use-kept-focus.ts";
import { type Direction, stepTo } from "../place.ts";
import { usePlaceLabels } from "./use-place-labels.ts";
import type { Places } from "./use-places.ts";

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/**
 * Carrying somebody over the map by keyboard, as a board's cards are: Space on the grip picks them up, the arrows go from
 * cell to cell, Space or Enter puts them down, Escape takes them back. Each step is announced.
 */
export function useMapKeys({ drawn, carried, setCarried, propose }: Places) {
  const { t } = useLingui();
  const { say: sayPlace } = usePlaceLabels();
  const [said, say] = useState("");

  // In another cell it is another element: the focus goes along with it.
  useEffect(() => {
    if (carried) document.querySelector<HTMLElement>(gripOf(carried.id))?.focus();
  }, [carried]);

  const keepFocus = useKeptFocus();
  const keepFocusOn = (id: number) => keepFocus(gripOf(id));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const grip = (event.target as Element).closest<HTMLElement>(".map-grip");
    const id = Number(grip?.closest<HTMLElement>("[data-on-map]")?.dataset.onMap);
    const one = drawn.find((somebody) => somebody.id === id);
    if (!one) return;
    const { title } = one;
    if (!carried) {
      if (event.key !== " ") return;
      event.preventDefault();
      setCarried({ id, place: one.place });
      keepFocusOn(id);
      const at = sayPlace(one.place);
      return say(t`${title} picked up: ${at}. Arrow keys move it, Space puts it down, Escape takes it back.`);
    }
    const direction = DIRECTIONS[event.key];
    if (direction) {
      event.preventDefault();
      const place = stepTo(carried.place, direction);
      if (!place) return say(t`${title} cannot go further that way.`);
      setCarried({ id, place });
      say(sayPlace(place));
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      const at = sayPlace(carried.place);
      setCarried(null);
      propose(id, carried.place);
      say(t`${title} put down: ${at}.`);
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      setCarried(null);
      say(t`${title} is back where it was.`);
    }
  };

  return { said, onKeyDown, keepFocusOn };
}

const gripOf = (id: number) => `[data-on-map="${id}"] .map-grip`;
