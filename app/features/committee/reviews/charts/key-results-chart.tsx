import { Trans, useLingui } from "@lingui/react/macro";
import type { Language, Translated } from "~/domain.ts";
import { textShown } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import type { BoardReview, KeyResultInReview } from "../snapshot.ts";
import { ChartFigure, type ChartProps } from "./chart-figure.tsx";
import { Legend, Surfaces, useSurfaces } from "./patterns.tsx";
import { bandsOf, FEW } from "./progress-bands.ts";
import { StackedBar } from "./stacked-bar.tsx";

type Board = Pick<BoardReview, "board" | "names" | "keyResults">;

/**
 * Progress against key results: each by itself while there are few, and by board how many have come how far where there
 * are too many to be looked at one by one.
 */
export function KeyResultsChart({ boards, open }: ChartProps & { boards: readonly Board[] }) {
  const all = boards.reduce((sum, { keyResults }) => sum + keyResults.length, 0);
  const few = all <= FEW;
  return (
    <ChartFigure
      open={open ?? false}
      title={<Trans>Progress against key results</Trans>}
      units={
        few ? (
          <Trans>How far each has come from its start to its target, in percent</Trans>
        ) : (
          <Trans>Number of key results on each board, by how far they have come from start to target</Trans>
        )
      }
      nothing={<Trans>No key results have been set yet.</Trans>}
      table={few ? <EachTable boards={boards} /> : <BandsTable boards={boards} />}
    >
      {all === 0 ? null : few ? <Each boards={boards} /> : <Bands boards={boards} />}
    </ChartFigure>
  );
}

function Each({ boards }: { boards: readonly Board[] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const locale = i18n.locale as Language;
  return boards.map(
    ({ board, names, keyResults }) =>
      keyResults.length > 0 && (
        <div key={board} data-board={board} className="chart-group">
          <p className="chart-board">{names[locale]}</p>
          <ul className="chart-rows">
            {keyResults.map((one) => {
              const { name, lang } = nameShown(one.names, locale);
              const said = saidOf(one, format.number, t`no value yet`);
              return (
                <li key={`${one.ref} ${name} ${said}`}>
                  <span className="chart-name" lang={lang}>
                    {one.ref} {name}
                  </span>
                  <Track progress={one.progress} label={`${one.ref} ${name}: ${said}`} />
                  <span className="chart-figure">
                    {one.progress === null ? "–" : format.percent(one.progress)} <small>{said}</small>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ),
  );
}

/** From the start at its left to the target at its right; before the first value, nothing but the way. */
function Track({ progress, label }: { progress: number | null; label: string }) {
  const { id, fill } = useSurfaces();
  return (
    <svg className="chart-bar" width="100%" height="24" role="img" aria-label={label}>
      <Surfaces id={id} />
      <rect className="part" x="0" y="6" width="100%" height="12" fill={fill(progress === null ? "dotted" : "empty")} />
      {progress !== null && <rect className="come" x="0" y="6" width={`${progress}%`} height="12" />}
      <path className="axis" d="M0.5 2v20" />
    </svg>
  );
}

function Bands({ boards }: { boards: readonly Board[] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const labels = useBandWords();
  const locale = i18n.locale as Language;
  const rows = boards.map(({ board, names, keyResults }) => ({
    board,
    name: names[locale],
    total: keyResults.length,
    bands: bandsOf(keyResults),
  }));
  const most = Math.max(...rows.map(({ total }) => total));
  return (
    <>
      <Legend items={bandsOf([]).map(({ band, surface }) => ({ surface, word: labels[band] }))} />
      <ul className="chart-rows">
        {rows.map(({ board, name, total, bands }) => {
          const said = format.list(bands.map(({ band, count }) => `${labels[band]}: ${format.number(count)}`));
          return (
            <li key={board} data-board={board}>
              <span className="chart-name">{name}</span>
              <StackedBar
                label={`${name}: ${said}`}
                most={most}
                parts={bands.map(({ surface, count }) => ({ surface, value: count }))}
              />
              <span className="chart-figure">{format.number(total)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function EachTable({ boards }: { boards: readonly Board[] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const locale = i18n.locale as Language;
  return (
    <>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Key result</Trans>
          </th>
          <th scope="col" className="number">
            <Trans>Start</Trans>
          </th>
          <th scope="col" className="number">
            <Trans>Latest value</Trans>
          </th>
          <th scope="col" className="number">
            <Trans>Target</Trans>
          </th>
          <th scope="col">
            <Trans>Unit</Trans>
          </th>
          <th scope="col" className="number">
            <Trans>Progress</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {boards
          .flatMap(({ keyResults }) => keyResults)
          .map((one) => {
            const { name, lang } = nameShown(one.names, locale);
            return (
              <tr key={`${one.ref} ${name} ${one.start} ${one.target}`}>
                <th scope="row" lang={lang}>
                  {one.ref} {name}
                </th>
                <td className="number">{format.number(one.start)}</td>
                <td className="number">{one.latest === null ? t`no value yet` : format.number(one.latest)}</td>
                <td className="number">{format.number(one.target)}</td>
                <td>{one.unit}</td>
                <td className="number">{one.progress === null ? "–" : format.percent(one.progress)}</td>
              </tr>
            );
          })}
      </tbody>
    </>
  );
}

function BandsTable({ boards }: { boards: readonly Board[] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const labels = useBandWords();
  return (
    <>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Board</Trans>
          </th>
          {bandsOf([]).map(({ band }) => (
            <th key={band} scope="col" className="number">
              {labels[band]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {boards.map(({ board, names, keyResults }) => (
          <tr key={board}>
            <th scope="row">{names[i18n.locale as Language]}</th>
            {bandsOf(keyResults).map(({ band, count }) => (
              <td key={band} className="number">
                {format.number(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function useBandWords() {
  const { t } = useLingui();
  const format = useFormat();
  const [quarter, half, most, whole] = [25, 50, 75, 100].map(format.percent);
  return {
    unmeasured: t`no value yet`,
    first: t`below ${quarter}`,
    second: t`from ${quarter}`,
    third: t`from ${half}`,
    fourth: t`from ${most}`,
    reached: t`target reached (${whole})`,
  };
}

/** "4 → 19 networks". */
function saidOf({ latest, target, unit }: KeyResultInReview, number: (value: number) => string, none: string): string {
  return `${latest === null ? none : number(latest)} → ${number(target)} ${unit}`;
}

/** A name in the reader's language, or in another that there is, said so. */
function nameShown(names: Translated, locale: Language): { name: string; lang: Language | undefined } {
  const { text, lang } = textShown(names, locale);
  return { name: text, lang: lang ?? undefined };
}
