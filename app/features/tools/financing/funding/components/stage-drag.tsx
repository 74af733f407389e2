import { useState } from "react";
import { DragLayer, type DragLayerProps } from "~/ui/drag-layer.tsx";
import { columnAt } from "~/ui/dragging.ts";
import type { FundingStage } from "../funding.ts";
import type { StreamCard } from "../streams.server.ts";
import { StreamFace } from "./stream-face.tsx";

interface StageHandProps extends DragLayerProps {
  find: (id: number) => StreamCard | undefined;
  /** Which card is in the hand, and the column over which it is. */
  onHover: (hover: Hover | null) => void;
  /** Put down; without a stage it was taken back. */
  onDrop: (id: number, stage: FundingStage | null) => void;
}

export interface Hover {
  id: number;
  stage: FundingStage | null;
}

/** The hand that drags a stream into another column. Within one streams stand by their deadlines: only the column counts. */
export function StageDrag({ take, find, onReady, onHover, onDrop }: StageHandProps) {
  const [held, setHeld] = useState<number | null>(null);
  const [over, setOver] = useState<FundingStage | null>(null);
  const card = held === null ? undefined : find(held);
  return (
    <DragLayer
      name="funding"
      take={take}
      onReady={onReady}
      grasp={({ target }) => {
        const pressed = target as Element;
        const element = pressed.closest<HTMLElement>("[data-entry].card");
        // A card without a grip is not this viewer's to move; one that is held is on its way already.
        if (!element?.querySelector(".grip") || element.dataset.held || pressed.closest("form, button")) return null;
        setHeld(Number(element.dataset.entry));
        return element;
      }}
      onMove={(at) => {
        if (held === null) return;
        const stage = (columnAt(at)?.dataset.stage ?? null) as FundingStage | null;
        setOver(stage);
        onHover({ id: held, stage });
      }}
      onEnd={(at) => {
        const stage = at && ((columnAt(at)?.dataset.stage ?? over) as FundingStage | null);
        onHover(null);
        if (held !== null) onDrop(held, stage);
        setOver(null);
        setHeld(null);
      }}
      scrollers={scrollersAt}
    >
      {card && (
        <div className="card hand">
          <StreamFace card={card} />
        </div>
      )}
    </DragLayer>
  );
}

/** The row of columns; they do not scroll by themselves. */
function scrollersAt(): Element[] {
  return [...document.querySelectorAll(".fund-columns")];
}
