import { useLingui } from "@lingui/react/macro";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type End, quarterOfEnd, stepEnd, type VisibleRange } from "~/features/plan/boards/timeline/visible-range.ts";
import { useFormat } from "~/ui/format.ts";
import type { Replans } from "./use-replans.ts";

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/**
 * The ends of the bars by keyboard: the arrows move an end by a quarter, Enter saves, Escape leaves it as it was, and so
 * does going elsewhere. The end is a slider, whose quarter a screen reader reads at each step; what becomes of it is
 * announced.
 */
export function useEndKeys(window: VisibleRange, { held, sent, rowOf, setHeld, propose }: Replans) {
  const { t } = useLingui();
  const format = useFormat();
  const [said, say] = useState("");

  // Rows stand in the order of their quarters: one that has got another place loses the focus on the way there.
  const saved = useRef<string | null>(null);
  useEffect(() => {
    if (!saved.current || sent.length > 0) return;
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(saved.current)?.focus();
    saved.current = null;
  }, [sent]);

  const leave = (ref: string) => {
    setHeld(null);
    say(t`${ref} stays as it was.`);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = endAt(event.target);
    const row = at && rowOf(at.ref);
    if (!at || !row) return;
    const { ref, end } = at;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const plan = stepEnd(held?.ref === ref ? held.plan : row, end, step, window);
      if (!plan) return say(t`${ref} cannot go further that way.`);
      setHeld({ ref, end, plan });
      const quarter = format.quarter(quarterOfEnd(plan, end) ?? "");
      say(t`${quarter}. Enter saves, Escape leaves it as it was.`);
    } else if (held && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      const quarter = format.quarter(quarterOfEnd(held.plan, end) ?? "");
      setHeld(null);
      saved.current = `[data-action="${ref}"] [data-end="${end}"]`;
      propose(ref, held.plan);
      say(end === "start" ? t`${ref} starts in ${quarter}.` : t`${ref} is due in ${quarter}.`);
    } else if (held && event.key === "Escape") {
      event.preventDefault();
      leave(ref);
    }
  };

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (held && endAt(event.target)) leave(held.ref);
  };

  return { said, onKeyDown, onBlur };
}

/** The end of a bar that an event is about. */
export function endAt(target: EventTarget): { ref: string; end: End; handle: HTMLElement } | null {
  const handle = (target as Element).closest<HTMLElement>("[data-end]");
  const ref = handle?.closest<HTMLElement>("[data-action]")?.dataset.action;
  return handle && ref ? { ref, end: handle.dataset.end as End, handle } : null;
}
