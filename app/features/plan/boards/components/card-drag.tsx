import { useState } from "react";
import type { Stage } from "~/domain.ts";
import { type Place, samePlace } from "~/features/plan/boards/arrange.ts";
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

interface CardDragProps extends DragLayerProps {
  cardOf: (ref: string) => CardData | undefined;
  labels: CardLabels;
  /** Where the card in the hand would land; null when it is in the hand no more. */
  onLanding: (landing: Landing | null) => void;
  /** Put down; without a place it was taken back. */
  onDrop: (ref: string, place: Place | null) => void;
}

/** The hand that drags a card over the board. */
export function CardDrag({ take, cardOf, labels, onReady, onLanding, onDrop }: CardDragProps) {
  const [held, setHeld] = useState<HeldCard | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);
  const card = held && cardOf(held.ref);
  return (
    <DragLayer
      name="board"
      take={take}
      onReady={onReady}
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
        if (!next || (landing && samePlace(next.place, landing.place))) return;
        setLanding(next);
        onLanding(next);
      }}
      onEnd={(at) => {
        const last = held && at && (landingAt(held, at) ?? landing);
        onLanding(null);
        setLanding(null);
        if (held) onDrop(held.ref, last?.place ?? null);
      }}
      scrollers={scrollersAt}
    >
      {card && (
        <div className="card hand" data-priority={card.priority} data-board={labels.boardOf?.(card.ref).board}>
          <CardFace card={card} labels={labels} />
        </div>
      )}
    </DragLayer>
  );
}

/** The cards of the column under the pointer, and the row of columns. */
function scrollersAt(at: Point): Element[] {
  const boxes = [columnAt(at)?.querySelector(".cards"), document.querySelector(".columns")];
  return boxes.filter((box) => box instanceof Element);
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
