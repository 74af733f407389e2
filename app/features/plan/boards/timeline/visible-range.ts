import { isQuarter, type Quarter, quarterAfter, quarterOf, quartersBetween, quartersInto } from "~/lib/quarter.ts";

/*
 * The arithmetic of a timeline: which quarters it shows, and where on them things lie. Pure; positions are counted in
 * quarters from the window's left edge, 0 to `count`, so that drawing them is a division.
 */

/** The quarters that a timeline shows, side by side. */
export interface VisibleRange {
  from: Quarter;
  count: number;
}

/** The quarters between which an action is planned; either may not be agreed yet. */
export interface Plan {
  start: string | null;
  due: string | null;
}

export type End = "start" | "due";

/** Two years: enough to see what comes and what lingers, few enough to read a quarter's name on a phone. */
export const SHOWN = 8;
/** Of them lie before now, where nothing else is asked for. */
const BEFORE_NOW = 2;
/** By how many quarters the links move the window: half of it, so that nobody loses the thread. */
export const STEP = 4;
/** "All" goes no further than this from now, whatever somebody typed as a due quarter. */
const FURTHEST = 40;

/**
 * The window that is asked for: around now, from a quarter on, or over all of `extent` (the first and the last quarter of
 * anything planned) and now.
 */
export function rangeShown(from: Quarter | "all" | null, now: Quarter, extent: Plan): VisibleRange {
  if (from !== "all") return { from: from ?? quarterAfter(now, -BEFORE_NOW), count: SHOWN };
  const offset = (quarter: string | null) =>
    isQuarter(quarter) ? Math.max(-FURTHEST, Math.min(FURTHEST, quartersBetween(now, quarter))) : 0;
  const first = Math.min(0, offset(extent.start));
  const last = Math.max(0, offset(extent.due), first + SHOWN - 1);
  return { from: quarterAfter(now, first), count: last - first + 1 };
}

export function quartersOf({ from, count }: VisibleRange): Quarter[] {
  return Array.from({ length: count }, (_, index) => quarterAfter(from, index));
}

/** Where an action's bar lies: within the window, between two of its edges, or altogether before or after it. */
export type Bar =
  | {
      place: "within";
      from: number;
      to: number;
      /** Where it would lie if the window had no edges. */
      whole: { from: number; to: number };
      /** The end that lies beyond the window's edge. */
      cut: { start: boolean; due: boolean };
      /** The end on which nobody has agreed yet: the bar is then as long as the quarter of the other. */
      missing: End | null;
    }
  | { place: "before" | "after" };

/** An action's bar; null where neither its start nor its due quarter is agreed. */
export function barOf({ start, due }: Plan, { from, count }: VisibleRange): Bar | null {
  const first = isQuarter(start) ? start : due;
  const last = isQuarter(due) ? due : start;
  if (!isQuarter(first) || !isQuarter(last)) return null;
  const begins = quartersBetween(from, first);
  // History may hold an order that no form lets in today: it is drawn as the quarter in which it begins.
  const ends = Math.max(begins, quartersBetween(from, last)) + 1;
  if (ends <= 0) return { place: "before" };
  if (begins >= count) return { place: "after" };
  return {
    place: "within",
    from: Math.max(0, begins),
    to: Math.min(count, ends),
    whole: { from: begins, to: ends },
    cut: { start: begins < 0, due: ends > count },
    missing: !isQuarter(start) ? "start" : !isQuarter(due) ? "due" : null,
  };
}

/** Where a day, or an instant, lies within the window; null outside it. Quarters are equally wide, however many days. */
export function positionOf(at: string | number, { from, count }: VisibleRange): number | null {
  const instant = new Date(at);
  if (Number.isNaN(+instant)) return null;
  const position = quartersInto(from, instant);
  return position < 0 || position >= count ? null : position;
}

/** How far a bar is filled by its action's progress, within the window. */
export function filledTo({ from, to, whole }: Extract<Bar, { place: "within" }>, percent: number): number {
  return Math.min(to, Math.max(from, whole.from + ((whole.to - whole.from) * percent) / 100));
}

/** How far a late action has run over: from the end of its due quarter to today, as far as the window shows it. */
export function overrunOf(
  due: string | null,
  window: VisibleRange,
  today: number,
): { from: number; to: number } | null {
  if (!isQuarter(due)) return null;
  const from = Math.max(0, quartersBetween(window.from, due) + 1);
  const now = quartersBetween(window.from, quarterOf(new Date(today)));
  const to = now >= window.count ? window.count : (positionOf(today, window) ?? 0);
  return to > from ? { from, to } : null;
}

/** A plan with one end in another quarter: never past its other end, which stays where it is. */
export function withEnd({ start, due }: Plan, end: End, quarter: Quarter): Plan {
  if (end === "start") return { start: isQuarter(due) && quarter > due ? due : quarter, due };
  return { start, due: isQuarter(start) && quarter < start ? start : quarter };
}

/** The quarter in which an end is drawn: its own, or, where nobody has agreed on it, that of the other end. */
export function quarterOfEnd({ start, due }: Plan, end: End): Quarter | null {
  const quarter = end === "start" ? (start ?? due) : (due ?? start);
  return isQuarter(quarter) ? quarter : null;
}

/** A plan with one end moved by some quarters, no further than the window's edges; null when it cannot go there. */
export function stepEnd(plan: Plan, end: End, by: number, window: VisibleRange): Plan | null {
  const quarter = quarterOfEnd(plan, end);
  if (!quarter) return null;
  const next = withEnd(plan, end, quarterAfter(quarter, by));
  // Where the other end holds it back, it may come to lie elsewhere than it was sent.
  const landed = next[end];
  const index = quartersBetween(window.from, isQuarter(landed) ? landed : quarter);
  if (index < 0 || index >= window.count) return null;
  return samePlan(next, plan) ? null : next;
}

export function samePlan(a: Plan, b: Plan): boolean {
  return a.start === b.start && a.due === b.due;
}

/** The quarters that a form offers: a year back, three ahead, and those that the plan has already, however old. */
export function quartersOffered({ start, due }: Plan, now: Quarter): Quarter[] {
  const near = Array.from({ length: 17 }, (_, index) => quarterAfter(now, index - 4));
  return [...new Set([...near, ...[start, due].filter(isQuarter)])].sort();
}
