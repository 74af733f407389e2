import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import type { Health } from "~/domain.ts";
import { firstInstant, isQuarter, quarterAfter } from "~/lib/quarter.ts";

/* The drawing of a key result over time, worked out on the server: the browser is sent lengths, not the libraries. */

/** In the units of the drawing. */
export const CHART = { width: 340, height: 170, left: 6, right: 96, top: 18, bottom: 28 } as const;

/** A check-in's value. */
export interface Given {
  /** The check-in's. */
  id: number;
  at: number;
  value: number;
  health: Health;
}

export interface ChartPoint extends Given {
  x: number;
  y: number;
}

export interface Chart {
  /** The way of the values, from the start; an SVG path. */
  path: string;
  points: ChartPoint[];
  startY: number;
  targetY: number;
  /** Where a label of the newest value stands, clear of the target's. */
  valueLabelY: number;
  /** The instants at the drawing's two ends. */
  from: number;
  to: number;
  /** Where the due quarter ends; null without one. */
  dueX: number | null;
}

interface Drawn {
  start: number;
  target: number;
  dueQuarter: string | null;
  createdAt: Date;
}

const DAY = 86_400_000;
/** Two labels nearer than this would run into each other. */
const APART = 17;

/**
 * From when it was entered to the end of its due quarter (or to today, where that is later), from the start to the target.
 *
 * @param given its values in the order of time, one at least
 */
export function chartOf({ start, target, dueQuarter, createdAt }: Drawn, given: readonly Given[], now: Date): Chart {
  const first = given[0]?.at ?? +now;
  const last = given.at(-1)?.at ?? +now;
  const begun = Math.min(+createdAt, first);
  const due = isQuarter(dueQuarter) ? +firstInstant(quarterAfter(dueQuarter, 1)) - DAY : null;
  const end = Math.max(due ?? +now, last, begun + 30 * DAY);
  const values = [start, target, ...given.map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleUtc([begun, end], [CHART.left, CHART.width - CHART.right]);
  const y = scaleLinear([low, high], [CHART.height - CHART.bottom, CHART.top]);
  const points = given.map((one) => ({ ...one, x: round(x(one.at)), y: round(y(one.value)) }));
  // Older values than those given are left out: then the line begins with the first of them.
  const way: [number, number][] = points.map((point) => [point.x, point.y]);
  if (first - begun >= DAY) way.unshift([round(x(begun)), round(y(start))]);
  const targetY = round(y(target));
  return {
    path: line()(way) ?? "",
    points,
    targetY,
    startY: round(y(start)),
    valueLabelY: apart(points.at(-1)?.y ?? targetY, targetY),
    from: begun,
    to: end,
    dueX: due === null ? null : round(x(due)),
  };
}

/** Moves a label away from another: down from one above it, up from one below it, always within the drawing. */
function apart(label: number, other: number): number {
  if (Math.abs(label - other) >= APART) return label;
  const moved = label >= other ? other + APART : other - APART;
  return moved < CHART.top - APART || moved > CHART.height - CHART.bottom + 6
    ? other + Math.sign(other - moved) * APART
    : moved;
}

const round = (value: number) => Math.round(value * 10) / 10;
