import { Trans, useLingui } from "@lingui/react/macro";
import type { Health, Language } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { HEALTH_GLYPH, useLabels } from "~/ui/labels.ts";
import type { BoardReview } from "../snapshot.ts";
import { ChartFigure, type ChartProps } from "./chart-figure.tsx";
import { Legend, type Surface } from "./patterns.tsx";
import { StackedBar } from "./stacked-bar.tsx";

type Found = Health | "unknown";

const PARTS: [Found, Surface][] = [
  ["on-track", "empty"],
  ["at-risk", "striped"],
  ["off-track", "full"],
  ["unknown", "dotted"],
];

/** Health by board: how the newest check-ins of the open actions find them. */
export function HealthByBoard({
  boards,
  open,
}: ChartProps & { boards: readonly Pick<BoardReview, "board" | "names" | "health">[] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const labels = useLabels();
  const locale = i18n.locale as Language;
  const word = (found: Found) =>
    found === "unknown" ? t`No check-in yet` : `${HEALTH_GLYPH[found]} ${labels.health(found)}`;
  const most = Math.max(0, ...boards.map(({ health }) => totalOf(health)));
  return (
    <ChartFigure
      open={open ?? false}
      title={<Trans>Health by board</Trans>}
      units={<Trans>Number of open actions, by the health of their newest check-in</Trans>}
      nothing={<Trans>There are no open actions.</Trans>}
      table={
        <>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Board</Trans>
              </th>
              {PARTS.map(([found]) => (
                <th key={found} scope="col" className="number">
                  {word(found)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {boards.map(({ board, names, health }) => (
              <tr key={board}>
                <th scope="row">{names[locale]}</th>
                {PARTS.map(([found]) => (
                  <td key={found} className="number">
                    {format.number(health[found])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </>
      }
    >
      {most === 0 ? null : (
        <>
          <Legend items={PARTS.map(([found, surface]) => ({ surface, word: word(found) }))} />
          <ul className="chart-rows">
            {boards.map(({ board, names, health }) => {
              const name = names[locale];
              const said = format.list(PARTS.map(([found]) => `${word(found)}: ${format.number(health[found])}`));
              return (
                <li key={board} data-board={board}>
                  <span className="chart-name">{name}</span>
                  <StackedBar
                    label={`${name}: ${said}`}
                    most={most}
                    parts={PARTS.map(([found, surface]) => ({ surface, value: health[found] }))}
                  />
                  <span className="chart-figure">{format.number(totalOf(health))}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </ChartFigure>
  );
}

const totalOf = (health: Record<Found, number>) => Object.values(health).reduce((sum, count) => sum + count, 0);
