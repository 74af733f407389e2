import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ScrollBox } from "~/ui/scroll-box.tsx";
import type { Bar, Part } from "../bars.server.ts";

const LEFT = 190;
const WIDTH = 420;
const ROW = 26;
const THICK = 16;

/** What became of each network's suggestions: bars with a pattern for each outcome, so that they read in black and white. */
export function VoiceBars({ bars }: { bars: Bar[] }) {
  const { t } = useLingui();
  const shown = bars.filter(({ total }) => total > 0);
  if (shown.length === 0) return null;
  return (
    <figure className="section voice-bars">
      <figcaption>
        <h2 id="voice-outcomes">
          <Trans>What became of them</Trans>
        </h2>
        <ul className="legend">
          {LEGEND.map(([part, label]) => (
            <li key={part}>
              <svg width="22" height="12" aria-hidden>
                <rect width="22" height="12" className="voice-part" data-part={part} fill={`url(#part-${part})`} />
              </svg>{" "}
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
      <ScrollBox labelledBy="voice-outcomes">
        <svg
          viewBox={`0 0 ${LEFT + WIDTH + 50} ${shown.length * ROW + 4}`}
          role="img"
          aria-label={t`Bars: what became of the suggestions of each network. The table below says the same.`}
        >
          <Patterns />
          {shown.map(({ id, name, inner, total, parts }, index) => (
            <g key={id} transform={`translate(0 ${index * ROW + 4})`}>
              <text x={inner ? 14 : 0} y={THICK - 3} className={inner ? "inner" : "outer"}>
                {name}
              </text>
              {parts.map(({ part, value, x, width }) => (
                <g key={part}>
                  <rect
                    className="voice-part"
                    data-part={part}
                    x={LEFT + x}
                    width={width}
                    height={THICK}
                    fill={`url(#part-${part})`}
                  />
                  {width > 18 && (
                    <text className="on-bar" x={LEFT + x + width / 2} y={THICK - 4}>
                      {value}
                    </text>
                  )}
                </g>
              ))}
              <text x={LEFT + parts.reduce((end, { x, width }) => Math.max(end, x + width), 0) + 8} y={THICK - 3}>
                {total}
              </text>
            </g>
          ))}
        </svg>
      </ScrollBox>
    </figure>
  );
}

/** Full, striped, crossed, dotted, empty: told apart without colour. */
function Patterns() {
  const box = { width: 6, height: 6, patternUnits: "userSpaceOnUse" as const };
  return (
    <defs>
      <pattern id="part-accepted" {...box}>
        <rect width="6" height="6" className="voice-ink" />
      </pattern>
      <pattern id="part-partly" {...box} patternTransform="rotate(45)">
        <rect width="3" height="6" className="voice-ink" />
      </pattern>
      <pattern id="part-declined" {...box}>
        <path d="M0 0L6 6M6 0L0 6" className="voice-stroke" />
      </pattern>
      <pattern id="part-withdrawn" {...box}>
        <circle cx="3" cy="3" r="1" className="voice-ink" />
      </pattern>
      <pattern id="part-waiting" {...box}>
        <rect width="6" height="6" className="voice-paper" />
      </pattern>
    </defs>
  );
}

const LEGEND: [Part, ReactNode][] = [
  ["accepted", <Trans key="accepted">accepted</Trans>],
  ["partly", <Trans key="partly">in part</Trans>],
  ["declined", <Trans key="declined">declined</Trans>],
  ["withdrawn", <Trans key="withdrawn">withdrawn</Trans>],
  ["waiting", <Trans key="waiting">waiting</Trans>],
];
