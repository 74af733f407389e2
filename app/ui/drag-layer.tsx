import { DndContext, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from "@dnd-kit/core";
import {
  type MouseEvent,
  type MutableRefObject,
  type ReactNode,
  type RefObject,
  type TouchEvent,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { MOUSE, type Point, pointOf, SILENT, scrollAtEdges, TOUCH } from "./dragging.ts";

type Press = MouseEvent | TouchEvent;

/** Takes what is under a press, when that is something that may be moved. */
export type Take = (event: Press) => void;

export interface DragLayerProps {
  take: MutableRefObject<Take | null>;
  /** The hand is here: from now on things can be dragged. */
  onReady: () => void;
}

interface OneHandProps extends DragLayerProps {
  /** Of the page's own, so that its marks are the same on the server and in the browser. */
  name: string;
  /** What a press takes; null where there is nothing for this hand. */
  grasp: (event: Press) => HTMLElement | null;
  /** The pointer has moved, or what lies under it. */
  onMove: (at: Point) => void;
  /** Put down at a point; null when it is taken back. */
  onEnd: (at: Point | null) => void;
  /** What scrolls under a point, besides the page: when the pointer comes near an edge of it. */
  scrollers?: (at: Point) => Element[];
  /** The one way that things are moved, when it is one: nothing scrolls the other way. */
  axis?: "x";
  /** What is drawn in the hand, at the size of what was pressed. */
  children?: ReactNode;
}

/** What was pressed: its size, and where in it the pointer holds it (CSS px). */
interface Grip {
  width: number;
  height: number;
  held: Point;
}

/**
 * The hand that drags, by mouse and by touch. It is one draggable for a whole page, which takes whatever is pressed: so
 * the things themselves carry nothing for it, and it is loaded only for those who may move something, after the content.
 * dnd-kit says when a press becomes a grip and when it ends; where the hand is drawn and what scrolls under it follow the
 * pointer itself (docs/decisions/0006-moving-cards.md).
 */
export function DragLayer({ name, take, onReady, grasp, onMove, onEnd, scrollers, axis, children }: OneHandProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const pressed = useRef<Grip | null>(null);
  const [grip, setGrip] = useState<Grip | null>(null);
  const hand = useRef<HTMLDivElement>(null);
  const pointer = usePointer();
  useEffect(onReady, [onReady]);
  useFrames(grip, pointer, hand, { onMove, scrollers, axis });
  const end = (dropped: boolean) => {
    setGrip(null);
    onEnd(dropped ? pointer.current : null);
  };
  return (
    <DndContext
      id={name}
      sensors={sensors}
      autoScroll={false}
      accessibility={{ container: undefined, announcements: SILENT, screenReaderInstructions: { draggable: "" } }}
      onDragStart={() => {
        setGrip(pressed.current);
        onMove(pointer.current);
      }}
      onDragEnd={() => end(true)}
      onDragCancel={() => end(false)}
    >
      <Grasp
        take={take}
        grasp={(event) => {
          const taken = grasp(event);
          const at = pointOf(event.nativeEvent);
          if (!taken || !at) return null;
          const { left, top, width, height } = taken.getBoundingClientRect();
          pressed.current = { width, height, held: { x: at.x - left, y: at.y - top } };
          return taken;
        }}
      />
      {grip && children && (
        <div ref={hand} className="in-hand" style={{ width: grip.width, height: grip.height }}>
          {children}
        </div>
      )}
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

/** Where the mouse or the finger is. */
function usePointer(): RefObject<Point> & { current: Point } {
  const point = useRef<Point>({ x: 0, y: 0 });
  useEffect(() => {
    const follow = (event: globalThis.MouseEvent | globalThis.TouchEvent) => {
      point.current = pointOf(event) ?? point.current;
    };
    const kinds = ["mousedown", "mousemove", "touchstart", "touchmove"] as const;
    const options = { passive: true, capture: true };
    for (const kind of kinds) window.addEventListener(kind, follow, options);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, follow, options);
    };
  }, []);
  return point;
}

/** While something is held, each frame: scrolls what the pointer is at the edge of, draws the hand, and says what lies under it. */
function useFrames(
  grip: Grip | null,
  pointer: { current: Point },
  hand: RefObject<HTMLDivElement>,
  props: Pick<OneHandProps, "onMove" | "scrollers" | "axis">,
): void {
  const now = useRef(props);
  useLayoutEffect(() => {
    now.current = props;
  });
  useLayoutEffect(() => {
    if (!grip) return;
    const { held } = grip;
    const draw = () => {
      const { x, y } = pointer.current;
      if (hand.current) hand.current.style.translate = `${x - held.x}px ${y - held.y}px`;
    };
    draw();
    let last = { at: pointer.current, time: performance.now() };
    let frame = requestAnimationFrame(function next(time) {
      const at = pointer.current;
      const { onMove, scrollers, axis } = now.current;
      const boxes = [document.documentElement, ...(scrollers?.(at) ?? [])];
      const scrolled = scrollAtEdges(at, boxes, time - last.time, axis);
      if (scrolled || at !== last.at) {
        draw();
        onMove(at);
      }
      last = { at, time };
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [grip, pointer, hand]);
}
