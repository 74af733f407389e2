import { useState } from "react";
import { DragLayer, type DragLayerProps } from "~/ui/drag-layer.tsx";
import type { Point } from "~/ui/dragging.ts";
import type { OnMap } from "../map.server.ts";
import type { Influence, Place, Stance } from "../place.ts";

interface MapHandProps extends DragLayerProps {
  find: (id: number) => OnMap | undefined;
  /** The cell over which somebody is held; null when nobody is. */
  onOver: (over: { id: number; cell: string } | null) => void;
  /** Put down; without a place they were taken back. */
  onDrop: (id: number, place: Place | null) => void;
}

/** The hand that drags over the map. */
export function MapDrag({ take, find, onReady, onOver, onDrop }: MapHandProps) {
  const [held, setHeld] = useState<number | null>(null);
  const [cell, setCell] = useState<string | null>(null);
  const one = held === null ? undefined : find(held);
  return (
    <DragLayer
      name="map"
      take={take}
      onReady={onReady}
      grasp={({ target }) => {
        const element = (target as Element).closest<HTMLElement>("[data-on-map]");
        // Whoever has no grip is not this viewer's to move.
        if (!element?.querySelector(".map-grip")) return null;
        setHeld(Number(element.dataset.onMap));
        return element;
      }}
      onMove={(at) => {
        if (held === null) return;
        const over = cellUnder(at);
        setCell(over);
        onOver({ id: held, cell: over ?? "none" });
      }}
      onEnd={(at) => {
        const over = at ? (cellUnder(at) ?? cell) : null;
        onOver(null);
        if (held !== null) onDrop(held, over === null ? null : placeOfCell(over));
      }}
    >
      {one && <div className="on-map in-map-hand">{one.title}</div>}
    </DragLayer>
  );
}

function cellUnder({ x, y }: Point): string | null {
  const under = [...document.querySelectorAll<HTMLElement>("[data-cell]")].find((cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  });
  return under?.dataset.cell ?? null;
}

/** `high open` is a cell; nothing is beside the map. */
function placeOfCell(cell: string): Place {
  const [influence, stance] = cell.split(" ");
  return { influence: (influence || null) as Influence | null, stance: (stance || null) as Stance | null };
}
