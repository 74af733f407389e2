import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { MapMark } from "../map.server.ts";

/** As the land is drawn (map.server.ts). */
const WIDTH = 960;
const HEIGHT = 412;

/** Where suggestions come from: a circle a country, by its area; a hollow, dashed one where nothing came this quarter. */
export function VoiceMap({ marks }: { marks: MapMark[] }) {
  const { t } = useLingui();
  return (
    <figure className="section voice-map">
      <figcaption>
        <h2>
          <Trans>Where suggestions come from</Trans>
        </h2>
        <p className="soft">
          <Trans>
            A circle’s area tells how many suggestions a national network made in the period. Dashed: nothing this
            quarter.
          </Trans>
        </p>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t`Map: suggestions by country. The table below says the same.`}
      >
        <image href="/networks/land.svg" width={WIDTH} height={HEIGHT} />
        {marks.map(({ slug, name, made, silent, x, y, radius }) => (
          <g key={slug} data-silent={silent || undefined}>
            <title>{name}</title>
            <circle cx={x} cy={y} r={radius} />
            <text x={x} y={y - radius - 4}>
              {made}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary>
          <Trans>The map as a table</Trans>
        </summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">
                <Trans>National network</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Suggestions</Trans>
              </th>
              <th scope="col">
                <Trans>This quarter</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ slug, name, made, silent }) => (
              <tr key={slug}>
                <th scope="row">
                  <Link to={`/networks/${slug}`}>{name}</Link>
                </th>
                <td className="number">{made}</td>
                <td>{silent ? <Trans>silent</Trans> : <Trans>heard</Trans>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
