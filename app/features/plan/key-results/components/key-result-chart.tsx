import { Trans, useLingui } from "@lingui/react/macro";
import type { CHART as Size } from "~/features/plan/key-results/chart.server.ts";
import type { KeyResultShown } from "~/features/plan/key-results/queries.server.ts";
import { useFormat } from "~/ui/format.ts";
import { HealthMark } from "./health-mark.tsx";
import { Measured } from "./measured.tsx";

/** As chart.server.ts draws it: the type ties the two, and its module stays on the server. */
const CHART: typeof Size = { width: 340, height: 170, left: 6, right: 96, top: 18, bottom: 28 };

/** A key result over time: its values, the line of its target, from its start to when it is due. Drawn on the server. */
export function KeyResultChart({ of }: { of: KeyResultShown }) {
  const { t } = useLingui();
  const format = useFormat();
  const { chart, name, unit } = of;
  const last = chart?.points.at(-1);
  if (!chart || !last) return null;
  const right = CHART.width - CHART.right;
  const floor = CHART.height - CHART.bottom;
  const [value, target, start] = [format.number(last.value), format.number(of.target), format.number(of.start)];
  const due = of.due && format.quarter(of.due);
  const [begun, until] = [format.day(chart.from), due ? t`due ${due}` : format.day(chart.to)];
  const besideTarget = last.x > right - 4;
  return (
    <figure className="key-result-chart">
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-label={t`${name}, in ${unit}: from ${start}, now ${value}, target ${target}. The table below has all values.`}
      >
        <line className="key-result-axis" x1={CHART.left} x2={right} y1={floor} y2={floor} />
        {chart.dueX !== null && (
          <line className="key-result-due" x1={chart.dueX} x2={chart.dueX} y1={CHART.top - 10} y2={floor + 5} />
        )}
        <line className="target" x1={CHART.left} x2={right} y1={chart.targetY} y2={chart.targetY} />
        <text x={right + 6} y={chart.targetY + 4}>
          {t`target ${target}`}
        </text>
        <path className="key-result-way" d={chart.path} />
        {chart.points.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r={id === last.id ? 4.5 : 2.5} />
        ))}
        <text className="now" x={besideTarget ? right + 8 : last.x + 8} y={chart.valueLabelY + 4}>
          {value}
        </text>
        <text className="key-result-end" x={CHART.left} y={CHART.height - 8}>
          {begun}
        </text>
        <text className="key-result-end" x={right} y={CHART.height - 8} textAnchor="end">
          {until}
        </text>
      </svg>
      <details>
        <summary>
          <Trans>The values in a table</Trans>
        </summary>
        <table className="table">
          <caption className="unseen">{name}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Day</Trans>
              </th>
              <th scope="col">{unit}</th>
              <th scope="col">
                <Trans>Health</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {chart.points.toReversed().map(({ id, at, value: one, health }) => (
              <tr key={id}>
                <td>{format.dayOf(at)}</td>
                <td>{format.number(one)}</td>
                <td>
                  <HealthMark health={health} />
                </td>
              </tr>
            ))}
            <tr>
              <td>
                <Trans>Target</Trans>
              </td>
              <td>
                <Measured value={of.target} unit={unit} />
              </td>
              <td>{due}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </figure>
  );
}
