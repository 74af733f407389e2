import {
  DndContext,
  type DndContextProps,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  type MouseEvent,
  type MutableRefObject,
  type ReactNode,
  type TouchEvent,
  useEffect,
  useImperativeHandle,
} from "react";
import { MOUSE, type Point, SILENT, TOUCH, usePointer } from "./dragging.ts";

type Press = MouseEvent | TouchEvent;

/** Takes what is under a press, when that is something that may be moved. */
export type Take = (event: Press) => void;

export interface DragLayerProps {
  take: MutableRefObject<Take | null>;
  /** The hand is here: from now on things can be dragged. */
  onReady: () => void;
}

interface OneHandProps extends DragLayerProps, Pick<DndContextProps, "measuring" | "autoScroll"> {
  /** Of the page's own, so that its marks are the same on the server and in the browser. */
  name: string;
  /** What a press takes; null where there is nothing for this hand. */
  grasp: (event: Press) => HTMLElement | null;
  onMove: (at: Point) => void;
  onEnd: (dropped: boolean) => void;
  /** What is drawn in the hand. */
  children?: ReactNode;
}

/**
 * The hand that drags, by mouse and by touch. It is one draggable for a whole page, which takes whatever is pressed: so
 * the things themselves carry nothing for it, and it is loaded only for those who may move something, after the content
 * (docs/decisions/0006-moving-cards.md).
 */
export function DragLayer({ name, take, onReady, grasp, onMove, onEnd, children, ...settings }: OneHandProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const pointer = usePointer();
  useEffect(onReady, [onReady]);
  const move = () => onMove(pointer.current ?? { x: 0, y: 0 });
  return (
    <DndContext
      id={name}
      sensors={sensors}
      accessibility={{ container: undefined, announcements: SILENT, screenReaderInstructions: { draggable: "" } }}
      onDragStart={move}
      onDragMove={move}
      onDragEnd={() => onEnd(true)}
      onDragCancel={() => onEnd(false)}
      {...settings}
    >
      <Grasp take={take} grasp={grasp} />
      {children}
    </DndContext>
  );
}

function Grasp({ take, grasp }: Pick<OneHandProps, "take" | "grasp">) {
  const { listeners, setNodeRef } = useDraggable({ id: "hand" });
  useImperativeHandle(
    take,
    () => (event) => {
      const taken = grasp(event);
      if (!taken) return;
      setNodeRef(taken);
      const begin = event.type === "touchstart" ? listeners?.onTouchStart : listeners?.onMouseDown;
      begin?.(event);
    },
    [listeners, setNodeRef, grasp],
  );
  return null;
}
