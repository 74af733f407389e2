import { Trans, useLingui } from "@lingui/react/macro";
import type { Stage } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { FlowAt } from "../snapshot.ts";
import { ChartFigure, type ChartProps } from "./chart-figure.tsx";
import { type Surface, Surfaces, useSurfaces } from "./patterns.tsx";
import { QuarterLabel } from "./quarter-label.tsx";
import { axisTo, round, spread } from "./scale.ts";

/** In the units of the drawing; the words at its right have room of their own. */
const SIZE = { width: 420, height: 250, left: 30, right: 128, top: 10, bottom: 38 } as const;
const LINE = 15;
/** So many quarters have room for their names. */
const NAMED = 9;

/** From the ground up: what is done grows below, what is new comes in above it, what stands aside lies on top. */
const LAYERS: [Stage, Surface][] = [
  ["done", "full"],
  ["under-review", "dense"],
  ["under-way", "striped"],
  ["planned", "dotted"],
  ["proposed", "empty"],
  ["on-hold", "ruled"],
  ["dropped", "crossed"],
];

/** Stages over time: how many actions stood in each stage at the end of each quarter, laid on each other. */
export function StagesOverTime({ flow, open }: ChartProps & { flow: readonly FlowAt[] }) {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  const { id, fill } = useSurfaces();
  const layers = layersOf(flow);
  const { top, steps } = axisTo(Math.max(0, ...flow.map(({ counts }) => totalOf(counts))));
  const right = SIZE.width - SIZE.right;
  const floor = SIZE.height - SIZE.bottom;
  const x = (index: number) =>
    flow.length < 2 ? right : SIZE.left + ((right - SIZE.left) * index) / (flow.length - 1);
  const y = (value: number) => round(floor - ((floor - SIZE.top) * value) / top);
  const labelHeights = spread(layers.map(({ ends }) => y(middle(ends.at(-1)))).toReversed(), LINE, floor).toReversed();
  const every = Math.ceil(flow.length / NAMED);
  return (
    <ChartFigure
      open={open ?? false}
      title={<Trans>Stages over time</Trans>}
      units={<Trans>Number of actions in each stage at the end of each quarter, or now</Trans>}
      nothing={<Trans>There are no actions yet.</Trans>}
      table={<Table flow={flow} />}
    >
      {layers.length === 0 ? null : (
        <svg
          className="chart-flow"
          viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
          role="img"
          aria-label={t`Areas: how many actions stood in each stage, quarter by quarter. The table below says the same.`}
        >
          <Surfaces id={id} />
          {steps.map((step) => (
            <g key={step}>
              <line className="grid" x1={SIZE.left} x2={right} y1={y(step)} y2={y(step)} />
              <text className="chart-tick" x={SIZE.left - 5} y={y(step) + 4}>
                {format.number(step)}
              </text>
            </g>
          ))}
          {layers.map(({ stage, surface, ends }) => (
            <path key={stage} className="part" fill={fill(surface)} d={areaOf(ends, x, y)} />
          ))}
          {layers.map(({ stage, ends, last }, index) => (
            <g key={stage}>
              <path
                className="chart-lead"
                d={`M${right} ${y(middle(ends.at(-1)))}L${right + 8} ${labelHeights[index]}h3`}
                data-none={last === 0 || undefined}
              />
              <text className="name" x={right + 14} y={(labelHeights[index] ?? 0) + 4}>
                {labels.stage(stage)} <tspan className="figure">{format.number(last)}</tspan>
              </text>
            </g>
          ))}
          {flow.map(
            ({ quarter }, index) =>
              (flow.length - 1 - index) % every === 0 && (
                <QuarterLabel key={quarter} quarter={quarter} x={round(x(index))} y={floor + 15} />
              ),
          )}
        </svg>
      )}
    </ChartFigure>
  );
}

function Table({ flow }: { flow: readonly FlowAt[] }) {
  const labels = useLabels();
  const format = useFormat();
  return (
    <>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Quarter</Trans>
          </th>
          {LAYERS.map(([stage]) => (
            <th key={stage} scope="col" className="number">
              {labels.stage(stage)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flow.map(({ quarter, counts }) => (
          <tr key={quarter}>
            <th scope="row">{format.quarter(quarter)}</th>
            {LAYERS.map(([stage]) => (
              <td key={stage} className="number">
                {format.number(counts[stage])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** A layer's lower and upper end at a quarter. */
type Ends = readonly [from: number, to: number];

interface Layer {
  stage: Stage;
  surface: Surface;
  ends: Ends[];
  /** How many there are in the last quarter. */
  last: number;
}

/** The stages in which any action ever stood, laid on each other. */
function layersOf(flow: readonly FlowAt[]): Layer[] {
  const below = flow.map(() => 0);
  return LAYERS.flatMap(([stage, surface]) => {
    if (flow.every(({ counts }) => counts[stage] === 0)) return [];
    const ends = flow.map(({ counts }, index): Ends => {
      const from = below[index] ?? 0;
      below[index] = from + counts[stage];
      return [from, from + counts[stage]];
    });
    return [{ stage, surface, ends, last: flow.at(-1)?.counts[stage] ?? 0 }];
  });
}

const middle = (ends: Ends | undefined) => (ends ? (ends[0] + ends[1]) / 2 : 0);
const totalOf = (counts: Record<Stage, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Along the upper end and back along the lower; one quarter alone is as wide as the drawing. */
function areaOf(ends: readonly Ends[], x: (index: number) => number, y: (value: number) => number): string {
  const at = ends.map(([from, to], index) => ({ x: round(x(index)), from: y(from), to: y(to) }));
  const first = at[0];
  if (at.length === 1 && first) at.unshift({ ...first, x: SIZE.left });
  const over = at.map((one) => `${one.x} ${one.to}`);
  const under = at.toReversed().map((one) => `${one.x} ${one.from}`);
  return `M${[...over, ...under].join("L")}Z`;
}
