import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import type { DueAndDone } from "../snapshot.ts";
import { ChartFigure, type ChartProps } from "./chart-figure.tsx";
import { Legend, Surfaces, useSurfaces } from "./patterns.tsx";
import { QuarterLabel } from "./quarter-label.tsx";
import { round } from "./scale.ts";

const HEIGHT = 190;
const TOP = 22;
const FLOOR = HEIGHT - 40;
/** A column's share of its place. */
const THICK = 0.62;
/** So many quarters have room for their names. */
const NAMED = 9;

/** Due against done: of what was due in a quarter when it began, how much was done by its end. */
export function DueAndDoneChart({ dueAndDone, open }: ChartProps & { dueAndDone: readonly DueAndDone[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const { id, fill } = useSurfaces();
  const most = Math.max(0, ...dueAndDone.flatMap(({ due, done }) => [due, done]));
  const place = 100 / Math.max(1, dueAndDone.length);
  const height = (value: number) => round(((FLOOR - TOP) * value) / Math.max(1, most));
  const every = Math.ceil(dueAndDone.length / NAMED);
  return (
    <ChartFigure
      open={open ?? false}
      title={<Trans>Due and done</Trans>}
      units={
        <Trans>Number of actions due in each quarter when it began, and how many of them were done by its end</Trans>
      }
      nothing={<Trans>Nothing was due in these quarters.</Trans>}
      table={<Table dueAndDone={dueAndDone} />}
    >
      {most === 0 ? null : (
        <>
          <Legend
            items={[
              { surface: "full", word: t`done` },
              { surface: "empty", word: t`due, not done` },
            ]}
          />
          <svg
            className="chart-columns"
            width="100%"
            height={HEIGHT}
            role="img"
            aria-label={t`Columns: what was due in each quarter, and how much of it was done. The table below says the same.`}
          >
            <Surfaces id={id} />
            {dueAndDone.map(({ quarter, due, done }, index) => {
              const x = `${round(place * (index + (1 - THICK) / 2))}%`;
              const width = `${round(place * THICK)}%`;
              const center = `${round(place * (index + 0.5))}%`;
              return (
                <g key={quarter}>
                  <rect
                    className="part"
                    x={x}
                    width={width}
                    y={FLOOR - height(due)}
                    height={height(due)}
                    fill={fill("empty")}
                  />
                  <rect
                    className="part"
                    x={x}
                    width={width}
                    y={FLOOR - height(done)}
                    height={height(done)}
                    fill={fill("full")}
                  />
                  <text className="on-top" x={center} y={FLOOR - height(Math.max(due, done)) - 6}>
                    {due === 0 && done === 0 ? "–" : `${format.number(done)}/${format.number(due)}`}
                  </text>
                  {(dueAndDone.length - 1 - index) % every === 0 && (
                    <QuarterLabel quarter={quarter} x={center} y={FLOOR + 16} />
                  )}
                </g>
              );
            })}
            <line className="axis" x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
          </svg>
        </>
      )}
    </ChartFigure>
  );
}

function Table({ dueAndDone }: { dueAndDone: readonly DueAndDone[] }) {
  const format = useFormat();
  return (
    <>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Quarter</Trans>
          </th>
          <th scope="col" className="number">
            <Trans>Due when it began</Trans>
          </th>
          <th scope="col" className="number">
            <Trans>Done by its end</Trans>
          </th>
          <th scope="col" className="number">
            <Trans>Share</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {dueAndDone.map(({ quarter, due, done }) => (
          <tr key={quarter}>
            <th scope="row">{format.quarter(quarter)}</th>
            <td className="number">{format.number(due)}</td>
            <td className="number">{format.number(done)}</td>
            <td className="number">{due === 0 ? "–" : format.percent(Math.floor((done / due) * 100))}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
