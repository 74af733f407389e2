import "~/i18n/looks.client.ts";
import { DndContext, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from "@dnd-kit/core";
import { type MutableRefObject, useEffect, useImperativeHandle, useRef } from "react";
import { MOUSE, SILENT, TOUCH, usePointer } from "~/features/boards/components/in-hand.ts";
import { quarterAfter, type Window, withEnd } from "~/features/boards/timeline/window.ts";
import { endAt } from "./use-end-keys.ts";
import type { HeldEnd, Replans } from "./use-replans.ts";

/** Takes the end of a bar under a press, when the press is on one. */
export type TakeEnd = (event: React.MouseEvent | React.TouchEvent) => void;

interface EndHandProps {
  take: MutableRefObject<TakeEnd | null>;
  window: Window;
  replans: Replans;
  /** The hand is here: from now on the bars have ends to be dragged. */
  onReady: () => void;
}

/**
 * The hand that drags an end of a bar, by mouse and by touch: one for the whole timeline, loaded only for those who may
 * plan anew, after the content. The end goes to the quarter under the pointer.
 */
export function EndHand({ take, window, replans, onReady }: EndHandProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const pointer = usePointer();
  const taken = useRef<{ held: HeldEnd; track: HTMLElement } | null>(null);
  useEffect(onReady, [onReady]);

  const follow = () => {
    if (!taken.current) return;
    const { held, track } = taken.current;
    const { left, width } = track.getBoundingClientRect();
    const index = Math.floor((((pointer.current?.x ?? 0) - left) / width) * window.count);
    const quarter = quarterAfter(window.from, Math.max(0, Math.min(window.count - 1, index)));
    const next = { ...held, plan: withEnd(held.plan, held.end, quarter) };
    taken.current.held = next;
    replans.setHeld(next);
  };
  const end = (drop: boolean) => {
    const held = taken.current?.held;
    taken.current = null;
    replans.setHeld(null);
    if (drop && held) replans.propose(held.ref, held.plan);
  };

  return (
    <DndContext
      id="timeline"
      sensors={sensors}
      accessibility={{ container: undefined, announcements: SILENT, screenReaderInstructions: { draggable: "" } }}
      onDragStart={follow}
      onDragMove={follow}
      onDragEnd={() => end(true)}
      onDragCancel={() => end(false)}
    >
      <Grasp
        take={take}
        onTake={(event) => {
          const at = endAt(event.target);
          const row = at && replans.rowOf(at.ref);
          const track = at?.handle.closest<HTMLElement>(".track");
          if (!row || !track) return null;
          const { ref, end } = at;
          taken.current = { track, held: { ref, end, plan: { start: row.start, due: row.due } } };
          return track;
        }}
      />
    </DndContext>
  );
}

interface GraspProps {
  take: EndHandProps["take"];
  onTake: (event: React.MouseEvent | React.TouchEvent) => HTMLElement | null;
}

function Grasp({ take, onTake }: GraspProps) {
  const { listeners, setNodeRef } = useDraggable({ id: "end" });
  useImperativeHandle(
    take,
    () => (event) => {
      const track = onTake(event);
      if (!track) return;
      setNodeRef(track);
      const begin = event.type === "touchstart" ? listeners?.onTouchStart : listeners?.onMouseDown;
      begin?.(event);
    },
    [listeners, setNodeRef, onTake],
  );
  return null;
}
