import { DragOverlay, MeasuringStrategy } from "@dnd-kit/core";
import { useState } from "react";
import type { Stage } from "~/domain.ts";
import type { Place } from "~/features/plan/boards/arrange.ts";
import type { CardData } from "~/features/plan/boards/queries.server.ts";
import { DragLayer, type DragLayerProps } from "~/ui/drag-layer.tsx";
import { columnAt, type Point } from "~/ui/dragging.ts";
import { CardFace, type CardLabels } from "./card.tsx";

/** Where the card in the hand would land. */
export interface Landing {
  ref: string;
  place: Place;
  height: number;
}

interface CardHandProps extends DragLayerProps {
  cardOf: (ref: string) => CardData | undefined;
  labels: CardLabels;
  onLanding: (landing: Landing | null) => void;
  onDrop: (ref: string, place: Place) => void;
}

/** The hand that drags a card over the board. */
export function CardDrag({ take, cardOf, labels, onReady, onLanding, onDrop }: CardHandProps) {
  const [held, setHeld] = useState<HeldCard | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);
  const card = held && cardOf(held.ref);
  return (
    <DragLayer
      name="board"
      take={take}
      onReady={onReady}
      measuring={{ droppable: { strategy: MeasuringStrategy.BeforeDragging } }}
      // The card leaves its place for a gap of its own size: there is no shift to make up for.
      autoScroll={{ layoutShiftCompensation: false }}
      grasp={({ target }) => {
        const element = (target as Element).closest<HTMLElement>("[data-action]");
        const ref = element?.dataset.action;
        // A card without a grip is not this viewer's to move; one that is held is on its way already.
        if (!ref || element.dataset.held || !element.querySelector(".grip") || isTyping(target)) return null;
        setHeld({ ref, height: element.offsetHeight });
        return element;
      }}
      onMove={(at) => {
        const next = held && landingAt(held, at);
        if (!next || (landing && next.place.stage === landing.place.stage && next.place.after === landing.place.after))
          return;
        setLanding(next);
        onLanding(next);
      }}
      onEnd={(dropped) => {
        onLanding(null);
        setLanding(null);
        if (dropped && held && landing) onDrop(held.ref, landing.place);
      }}
    >
      <DragOverlay dropAnimation={null}>
        {card && landing && (
          <div className="card hand" data-priority={card.priority}>
            <CardFace card={card} labels={labels} />
          </div>
        )}
      </DragOverlay>
    </DragLayer>
  );
}

interface HeldCard {
  ref: string;
  height: number;
}

function isTyping(target: EventTarget): boolean {
  return (target as Element).closest("form, input, select, textarea, button") !== null;
}

/** The column under the pointer, and in it the last card whose middle lies above the pointer. */
function landingAt({ ref, height }: HeldCard, { x, y }: Point): Landing | null {
  const column = columnAt({ x, y });
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
