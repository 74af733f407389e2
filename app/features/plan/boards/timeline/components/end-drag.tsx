import { useRef } from "react";
import { type VisibleRange, withEnd } from "~/features/plan/boards/timeline/visible-range.ts";
import { quarterAfter } from "~/lib/quarter.ts";
import { DragLayer, type DragLayerProps } from "~/ui/drag-layer.tsx";
import { endAt } from "./use-end-keys.ts";
import type { HeldEnd, Replans } from "./use-replans.ts";

interface EndHandProps extends DragLayerProps {
  window: VisibleRange;
  replans: Replans;
}

/** The hand that drags an end of a bar: the end goes to the quarter under the pointer. */
export function EndDrag({ take, window, replans, onReady }: EndHandProps) {
  const taken = useRef<{ held: HeldEnd; track: HTMLElement } | null>(null);
  return (
    <DragLayer
      name="timeline"
      take={take}
      onReady={onReady}
      grasp={({ target }) => {
        const at = endAt(target);
        const row = at && replans.rowOf(at.ref);
        const track = at?.handle.closest<HTMLElement>(".track");
        if (!row || !track) return null;
        const { ref, end } = at;
        taken.current = { track, held: { ref, end, plan: { start: row.start, due: row.due } } };
        return track;
      }}
      onMove={({ x }) => {
        if (!taken.current) return;
        const { held, track } = taken.current;
        const { left, width } = track.getBoundingClientRect();
        const index = Math.floor(((x - left) / width) * window.count);
        const quarter = quarterAfter(window.from, Math.max(0, Math.min(window.count - 1, index)));
        const next = { ...held, plan: withEnd(held.plan, held.end, quarter) };
        taken.current.held = next;
        replans.setHeld(next);
      }}
      onEnd={(at) => {
        const held = taken.current?.held;
        taken.current = null;
        replans.setHeld(null);
        if (at && held) replans.propose(held.ref, held.plan);
      }}
      axis="x"
      scrollers={() => [...document.querySelectorAll(".timeline-box")]}
    />
  );
}
