import "~/i18n/registers.client.ts";
import { DndContext, DragOverlay, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from "@dnd-kit/core";
import { type MutableRefObject, useEffect, useImperativeHandle, useState } from "react";
import { MOUSE, type Point, SILENT, TOUCH, usePointer } from "~/features/boards/components/in-hand.ts";
import type { FundingStage } from "../funding.ts";
import type { StreamCard } from "../streams.server.ts";
import { StreamFace } from "./stream-face.tsx";

/** Takes the card under a press, when the press is on one that may be moved. */
export type Take = (event: React.MouseEvent | React.TouchEvent) => void;

interface StageHandProps {
  take: MutableRefObject<Take | null>;
  find: (id: number) => StreamCard | undefined;
  /** The hand is here: from now on a card can be dragged. */
  onReady: () => void;
  /** Which card is in the hand, and the column over which it is. */
  onHover: (hover: Hover | null) => void;
  onDrop: (id: number, stage: FundingStage) => void;
}

export interface Hover {
  id: number;
  stage: FundingStage | null;
}

/**
 * The hand that drags a stream into another column, by mouse and by touch: one draggable for all cards, as on the boards
 * (docs/decisions/0006-moving-cards.md). Within a column streams stand by their deadlines, so that only the column counts.
 */
export function StageHand({ take, find, onReady, onHover, onDrop }: StageHandProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const pointer = usePointer();
  useEffect(onReady, [onReady]);
  const [held, setHeld] = useState<number | null>(null);
  const [over, setOver] = useState<FundingStage | null>(null);
  const hover = () => {
    if (held === null) return;
    const stage = stageAt(pointer.current ?? { x: 0, y: 0 });
    setOver(stage);
    onHover({ id: held, stage });
  };
  const end = (drop: boolean) => {
    onHover(null);
    if (drop && held !== null && over) onDrop(held, over);
    setOver(null);
    setHeld(null);
  };
  const card = held === null ? undefined : find(held);
  return (
    <DndContext
      id="funding"
      sensors={sensors}
      accessibility={{ container: undefined, announcements: SILENT, screenReaderInstructions: { draggable: "" } }}
      onDragStart={hover}
      onDragMove={hover}
      onDragEnd={() => end(true)}
      onDragCancel={() => end(false)}
    >
      <Grasp take={take} onTake={setHeld} />
      <DragOverlay dropAnimation={null}>
        {card && over && (
          <div className="card hand">
            <StreamFace card={card} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

function Grasp({ take, onTake }: Pick<StageHandProps, "take"> & { onTake: (id: number) => void }) {
  const { listeners, setNodeRef } = useDraggable({ id: "hand" });
  useImperativeHandle(
    take,
    () => (event) => {
      const target = event.target as Element;
      const card = target.closest<HTMLElement>("[data-entry].card");
      // A card without a grip is not this viewer's to move; one that is held is on its way already.
      if (!card || card.dataset.held || !card.querySelector(".grip") || target.closest("form, button")) return;
      setNodeRef(card);
      onTake(Number(card.dataset.entry));
      const begin = event.type === "touchstart" ? listeners?.onTouchStart : listeners?.onMouseDown;
      begin?.(event);
    },
    [listeners, setNodeRef, onTake],
  );
  return null;
}

function stageAt({ x }: Point): FundingStage | null {
  const column = [...document.querySelectorAll<HTMLElement>("section[data-stage]")].find((section) => {
    const { left, right } = section.getBoundingClientRect();
    return x >= left && x < right;
  });
  return (column?.dataset.stage as FundingStage | undefined) ?? null;
}
