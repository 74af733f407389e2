import { DndContext, DragOverlay, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from "@dnd-kit/core";
import { type MutableRefObject, useEffect, useImperativeHandle, useState } from "react";
import { MOUSE, type Point, SILENT, TOUCH, usePointer } from "~/features/boards/components/in-hand.ts";
import type { OnMap } from "../map.server.ts";
import type { Influence, Place, Stance } from "../place.ts";

/** Takes whoever is under a press, when they may be put elsewhere. */
export type TakeOnMap = (event: React.MouseEvent | React.TouchEvent) => void;

interface MapHandProps {
  take: MutableRefObject<TakeOnMap | null>;
  find: (id: number) => OnMap | undefined;
  /** The hand is here: from now on people can be dragged. */
  onReady: () => void;
  /** The cell over which somebody is held; null when nobody is. */
  onOver: (over: { id: number; cell: string } | null) => void;
  onDrop: (id: number, place: Place) => void;
}

/** The hand that drags over the map, by mouse and by touch: one for all (docs/decisions/0006-moving-cards.md). */
export function MapHand({ take, find, onReady, onOver, onDrop }: MapHandProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const pointer = usePointer();
  const [held, setHeld] = useState<number | null>(null);
  useEffect(onReady, [onReady]);

  const hover = () => {
    const cell = cellUnder(pointer.current ?? AWAY);
    onOver(held !== null ? { id: held, cell: cell?.dataset.cell ?? "none" } : null);
  };
  const end = (drop: boolean) => {
    const cell = cellUnder(pointer.current ?? AWAY);
    onOver(null);
    if (drop && held !== null && cell) onDrop(held, placeOfCell(cell.dataset.cell ?? ""));
  };
  const one = held === null ? undefined : find(held);

  return (
    <DndContext
      id="map"
      sensors={sensors}
      accessibility={{ container: undefined, announcements: SILENT, screenReaderInstructions: { draggable: "" } }}
      onDragStart={hover}
      onDragMove={hover}
      onDragEnd={() => end(true)}
      onDragCancel={() => end(false)}
    >
      <Grasp take={take} onTake={setHeld} />
      <DragOverlay dropAnimation={null}>{one && <div className="on-map in-map-hand">{one.title}</div>}</DragOverlay>
    </DndContext>
  );
}

function Grasp({ take, onTake }: Pick<MapHandProps, "take"> & { onTake: (id: number) => void }) {
  const { listeners, setNodeRef } = useDraggable({ id: "on-map" });
  useImperativeHandle(
    take,
    () => (event) => {
      const element = (event.target as Element).closest<HTMLElement>("[data-on-map]");
      // Whoever has no grip is not this viewer's to move.
      if (!element?.querySelector(".map-grip")) return;
      setNodeRef(element);
      onTake(Number(element.dataset.onMap));
      const begin = event.type === "touchstart" ? listeners?.onTouchStart : listeners?.onMouseDown;
      begin?.(event);
    },
    [listeners, setNodeRef, onTake],
  );
  return null;
}

const AWAY: Point = { x: -1, y: -1 };

function cellUnder({ x, y }: Point): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("[data-cell]")].find((cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  });
}

/** `high open` is a cell; nothing is beside the map. */
function placeOfCell(cell: string): Place {
  const [influence, stance] = cell.split(" ");
  return { influence: (influence || null) as Influence | null, stance: (stance || null) as Stance | null };
}
