import { scaleLinear } from "d3-scale";
import { stack } from "d3-shape";

/** The parts of a bar, from left to right, each with its own pattern. */
export const PARTS = ["accepted", "partly", "declined", "withdrawn", "waiting"] as const;
export type Part = (typeof PARTS)[number];

export interface Bar {
  id: number;
  name: string;
  /** Set in from the margin: a country under its continent. */
  inner: boolean;
  total: number;
  parts: { part: Part; value: number; x: number; width: number }[];
}

/** In the units of the drawing: the length of the longest bar. */
export const BARS_WIDTH = 420;

type Counted = Record<Part, number> & { id: number; name: string; kind: string; made: number };

/** What became of each network's suggestions, as bars one under the other on one scale. */
export function barsOf(rows: readonly Counted[]): Bar[] {
  const most = Math.max(1, ...rows.map(({ made }) => made));
  const x = scaleLinear([0, most], [0, BARS_WIDTH]);
  const stacked = stack<Counted, Part>().keys(PARTS)([...rows]);
  return rows.map(({ id, name, kind, made }, index) => ({
    id,
    name,
    inner: kind === "national",
    total: made,
    parts: stacked.flatMap((series) => {
      const [start, end] = series[index] ?? [0, 0];
      const value = end - start;
      return value === 0 ? [] : [{ part: series.key, value, x: round(x(start)), width: round(x(end) - x(start)) }];
    }),
  }));
}

const round = (value: number) => Math.round(value * 10) / 10;
