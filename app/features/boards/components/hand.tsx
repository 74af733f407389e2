import {
  DndContext,
  DragOverlay,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type MutableRefObject, useEffect, useImperativeHandle, useState } from "react";
import type { Place } from "~/features/boards/arrange.ts";
import type { CardData } from "~/features/boards/queries.server.ts";
import type { Stage } from "~/words.ts";
import { CardFace, type CardLabels } from "./card.tsx";
import { MOUSE, type Point, SILENT, TOUCH, usePointer } from "./in-hand.ts";

/** Takes the card under a press, when the press is on one that may be moved. */
export type Take = (event: React.MouseEvent | React.TouchEvent) => void;

/** Where the card in the hand would land. */
export interface Landing {
  ref: string;
  place: Place;
  height: number;
}

interface HandProps {
  take: MutableRefObject<Take | null>;
  cardOf: (ref: string) => CardData | undefined;
  labels: CardLabels;
  /** The hand is here: from now on a card can be dragged. */
  onReady: () => void;
  onLanding: (landing: Landing | null) => void;
  onDrop: (ref: string, place: Place) => void;
}

/**
 * The hand that drags a card, by mouse and by touch. It is one draggable for the whole board, which takes whatever card is
 * pressed: so the cards themselves carry nothing for it, and it is loaded only for those who may move, after the content.
 */
export function Hand({ take, cardOf, labels, onReady, onLanding, onDrop }: HandProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const pointer = usePointer();
  useEffect(onReady, [onReady]);
  const [held, setHeld] = useState<HeldCard | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);

  const hover = () => {
    const next = held && landingAt(held, pointer.current ?? { x: 0, y: 0 });
    if (!next || (landing && next.place.stage === landing.place.stage && next.place.after === landing.place.after))
      return;
    setLanding(next);
    onLanding(next);
  };
  const end = (drop: boolean) => {
    onLanding(null);
    setLanding(null);
    if (drop && held && landing) onDrop(held.ref, landing.place);
  };
  const card = held && cardOf(held.ref);

  return (
    <DndContext
      id="board"
      sensors={sensors}
      measuring={{ droppable: { strategy: MeasuringStrategy.BeforeDragging } }}
      // The card leaves its place for a gap of its own size: there is no shift to make up for.
      autoScroll={{ layoutShiftCompensation: false }}
      accessibility={{ container: undefined, announcements: SILENT, screenReaderInstructions: { draggable: "" } }}
      onDragStart={hover}
      onDragMove={hover}
      onDragEnd={() => end(true)}
      onDragCancel={() => end(false)}
    >
      <Grasp take={take} onTake={setHeld} />
      <DragOverlay dropAnimation={null}>
        {card && landing && (
          <div className="card hand" data-priority={card.priority}>
            <CardFace card={card} labels={labels} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

interface HeldCard {
  ref: string;
  height: number;
}

function Grasp({ take, onTake }: Pick<HandProps, "take"> & { onTake: (held: HeldCard) => void }) {
  const { listeners, setNodeRef } = useDraggable({ id: "hand" });
  useImperativeHandle(
    take,
    () => (event) => {
      const card = (event.target as Element).closest<HTMLElement>("[data-action]");
      const ref = card?.dataset.action;
      // A card without a grip is not this viewer's to move; one that is held is on its way already.
      if (!card || !ref || card.dataset.held || !card.querySelector(".grip") || isTyping(event.target)) return;
      setNodeRef(card);
      onTake({ ref, height: card.offsetHeight });
      const begin = event.type === "touchstart" ? listeners?.onTouchStart : listeners?.onMouseDown;
      begin?.(event);
    },
    [listeners, setNodeRef, onTake],
  );
  return null;
}

function isTyping(target: EventTarget): boolean {
  return (target as Element).closest("form, input, select, textarea, button") !== null;
}

/** The column under the pointer, and in it the last card whose middle lies above the pointer. */
function landingAt({ ref, height }: HeldCard, { x, y }: Point): Landing | null {
  const column = [...document.querySelectorAll<HTMLElement>("section[data-stage]")].find((section) => {
    const { left, right } = section.getBoundingClientRect();
    return x >= left && x < right;
  });
  if (!column) return null;
  let after: string | null = null;
  for (const card of column.querySelectorAll<HTMLElement>("[data-action]")) {
    if (card.dataset.action === ref) continue;
    const { top, height: tall } = card.getBoundingClientRect();
    if (top + tall / 2 > y) break;
    after = card.dataset.action ?? null;
  }
  return { ref, height, place: { stage: column.dataset.stage as Stage, after } };
}
