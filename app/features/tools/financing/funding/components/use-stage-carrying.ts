import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useKeptFocus } from "~/ui/use-kept-focus.ts";
import type { StageColumn } from "../streams.server.ts";
import { beside, cardOf, type StageMoves } from "./stage-moves.ts";
import { useStages } from "./use-stages.ts";

/** Carrying by keyboard, from column to column: Space picks up and puts down, Escape takes back, each step is announced. */
export function useStageCarrying(columns: StageColumn[], { carried, setCarried, propose, open, setOpen }: StageMoves) {
  const { t } = useLingui();
  const stages = useStages();
  const [said, say] = useState("");

  // In another column the card is another element: the focus goes along with it.
  useEffect(() => {
    if (!carried) return;
    const grip = document.querySelector<HTMLElement>(gripOf(carried.id));
    grip?.focus();
    grip?.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [carried]);

  const keepFocus = useKeptFocus();
  const keepFocusOn = (id: number) => keepFocus(gripOf(id));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape" && open !== null) return setOpen(null);
    const grip = (event.target as Element).closest(".grip");
    const id = Number(grip?.closest<HTMLElement>("[data-entry]")?.dataset.entry);
    const card = grip && cardOf(columns, id);
    if (!card) return;
    const { title } = card;
    if (!carried) {
      if (event.key !== " ") return;
      event.preventDefault();
      setCarried({ id, stage: card.stage });
      keepFocusOn(id);
      const at = stages(card.stage);
      return say(t`“${title}” picked up, in ${at}. Arrow keys move it, Space puts it down, Escape takes it back.`);
    }
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
    if (step) {
      event.preventDefault();
      const stage = beside(carried.stage, step);
      if (!stage) return say(t`“${title}” cannot go further that way.`);
      setCarried({ id, stage });
      say(stages(stage));
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      setCarried(null);
      propose(id, carried.stage);
      const at = stages(carried.stage);
      say(t`“${title}” put down in ${at}.`);
    } else if (event.key === "Escape" || event.key === "Tab") {
      setCarried(null);
      say(t`“${title}” is back where it was.`);
    }
  };
  return { said, onKeyDown, keepFocusOn };
}

const gripOf = (id: number) => `#E-${id} .grip`;
