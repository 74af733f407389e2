import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { OnMap, Shifted } from "../map.server.ts";
import { arrowBetween } from "../place.ts";

/** As many are named of those who stood in a cell; those who went are told below the map too. */
const MOST_STOOD = 12;

interface MapCellProps {
  /** `high open`; nothing for those beside the map. */
  cell: string;
  label: string;
  everybody: OnMap[];
  /** How many more stand here: the list below has everybody. */
  more: number;
  shifts: ReadonlyMap<number, Shifted>;
  /** Who stood here on the day that the map is compared with. */
  stood: Shifted[];
  /** Whether somebody is held over it, and who. */
  over: boolean;
  held: number | null;
  placing: (id: number) => string;
  query: string;
}

/** One cell of the map, with all who stand there. */
export function MapCell({ cell, label, everybody, more, shifts, stood, over, held, placing, query }: MapCellProps) {
  const here = new URLSearchParams(query);
  const [influence, stance] = cell.split(" ");
  if (influence && stance) {
    here.set("influence", influence);
    here.set("stance", stance);
  }
  return (
    <li className="map-cell" data-cell={cell} data-over={over || undefined}>
      <h4>{label}</h4>
      <ul className="on-map-list">
        {everybody.map((one) => (
          <OneOnMap key={one.id} one={one} shift={shifts.get(one.id)} held={held === one.id} to={placing(one.id)} />
        ))}
        {stood.slice(0, MOST_STOOD).map(({ id, title, lang }) => (
          <li key={`stood-${id}`} className="stood-here" data-stood={id}>
            <Trans>
              stood here: <span lang={lang ?? undefined}>{title}</span>
            </Trans>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="map-more">
          {influence ? (
            <Link to={`?${here}`}>
              <Trans>and {more} more</Trans>
            </Link>
          ) : (
            <Trans>and {more} more</Trans>
          )}
        </p>
      )}
    </li>
  );
}

interface OneOnMapProps {
  one: OnMap;
  shift: Shifted | undefined;
  held: boolean;
  to: string;
}

function OneOnMap({ one, shift, held, to }: OneOnMapProps) {
  const { t } = useLingui();
  const { id, title, lang, version, mayMove } = one;
  return (
    <li className="on-map" data-on-map={id} data-version={version} data-held={held || undefined}>
      <Link to={`/stakeholders/${id}`} lang={lang ?? undefined} draggable={false}>
        {title}
      </Link>
      {shift && <ShiftMark {...shift} />}
      {mayMove && (
        <Link
          className="map-grip"
          to={to}
          draggable={false}
          aria-label={t`Move ${title}`}
          aria-describedby="map-help"
          aria-pressed={held || undefined}
        >
          <span aria-hidden>⠿</span>
        </Link>
      )}
    </li>
  );
}

/** That somebody is not where they were, by an arrow or a word. */
function ShiftMark({ shift, was, now }: Shifted) {
  const arrow = was && now ? arrowBetween(was, now) : "";
  return (
    <span className="shift-mark">
      {shift === "entered" ? (
        <Trans context="stakeholder">new</Trans>
      ) : shift === "placed" ? (
        <Trans>placed since</Trans>
      ) : shift === "unplaced" ? (
        <Trans>off the map since</Trans>
      ) : (
        <>
          <span aria-hidden>{arrow} </span>
          <Trans context="stakeholder">moved</Trans>
        </>
      )}
    </span>
  );
}
