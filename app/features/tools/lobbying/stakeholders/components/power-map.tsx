import { useLingui as useLabels } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSearchParams } from "@remix-run/react";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { useLive } from "~/features/core/live/use-live.ts";
import type { Take } from "~/ui/drag-layer.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { SentForm } from "~/ui/sent-form.tsx";
import { stakeholdersLabels } from "../labels.ts";
import type { OnMap, PowerMapData, Shifted } from "../map.server.ts";
import { isPlaced } from "../place.ts";
import { INFLUENCES, STANCES, stakeholders } from "../stakeholders.ts";
import { MapCell } from "./map-cell.tsx";
import { PlaceForm } from "./place-form.tsx";
import { PlaceNews } from "./place-news.tsx";
import { SinceForm } from "./since-form.tsx";
import { useMapKeys } from "./use-map-keys.ts";
import { usePlaceLabels } from "./use-place-labels.ts";
import { type PlaceResult, placedOf, usePlaces } from "./use-places.ts";

// Whoever may move nobody never downloads it.
const MapDrag = lazy(() => import("./map-drag.tsx").then(({ MapDrag }) => ({ default: MapDrag })));

interface PowerMapProps {
  map: PowerMapData;
  /** The filters as the address has them. */
  query: string;
  /** Whose form the address has opened. */
  opened: number | null;
  /** What came of a plain form. */
  news: PlaceResult | null;
}

/** Who stands where: influence upwards, favour to the right, those not placed yet below. */
export function PowerMap({ map, query, opened, news }: PowerMapProps) {
  const { _ } = useLabels();
  const { t } = useLingui();
  const { influenceOf, stanceOf } = usePlaceLabels();
  const hydrated = useHydrated();
  const places = usePlaces(map.everybody, news);
  const keys = useMapKeys(places);
  const take = useRef<Take | null>(null);
  const [handy, setHandy] = useState(false);
  const onReady = useCallback(() => setHandy(true), []);
  const [over, setOver] = useState<{ id: number; cell: string } | null>(null);
  const busy = over !== null || places.carried !== null || places.sent.length > 0 || opened !== null;
  useLive({ since: map.version, board: stakeholders.board, paused: busy });
  const [search] = useSearchParams();
  const find = useCallback((id: number) => map.everybody.find((one) => one.id === id), [map.everybody]);

  const shifts = new Map(map.shifted.map((one) => [one.id, one]));
  const invalid = news?.outcome === "invalid" ? news : null;
  const asked = invalid ? find(invalid.id) : opened === null ? undefined : find(opened);
  const parameters = new URLSearchParams(query);
  if (map.since) parameters.set("since", map.since);
  const back = `/stakeholders${parameters.size > 0 ? `?${parameters}` : ""}`;
  const page = search.get("page");
  const placing = (id: number) =>
    `?${new URLSearchParams([...parameters, ...(page ? [["page", page]] : []), ["place", String(id)]])}#place`;

  const cell = (of: string, label: string, everybody: OnMap[]) => (
    <MapCell
      key={of}
      label={label}
      everybody={everybody}
      shifts={shifts}
      placing={placing}
      query={query}
      cell={of}
      more={map.rest[of] ?? 0}
      over={over?.cell === of}
      held={over?.id ?? places.carried?.id ?? null}
      stood={map.shifted.filter((one) => stoodIn(one, of))}
    />
  );
  const unplaced = places.drawn.filter(({ place }) => !isPlaced(place));
  return (
    <>
      {asked?.mayMove && (
        <PlaceForm
          key={`${asked.id} ${asked.version}`}
          one={asked}
          submitted={invalid?.submitted ?? {}}
          problems={invalid?.problems ?? {}}
          back={back}
        />
      )}
      {/* The handlers serve the grips on the map, and dragging by mouse and touch; the grips are the keyboard's way. */}
      <section
        className="power-map"
        aria-label={t`Map of influence and stance`}
        data-hand={handy || undefined}
        onMouseDown={(event) => take.current?.(event)}
        onTouchStart={(event) => take.current?.(event)}
        onKeyDown={keys.onKeyDown}
      >
        <p className="map-axis map-up" aria-hidden>
          {_(stakeholdersLabels.fields.influence.label)} ↑
        </p>
        <div className="map-stances" aria-hidden>
          {STANCES.map((one) => (
            <span key={one}>{stanceOf(one)}</span>
          ))}
        </div>
        <ul className="map-rows">
          {INFLUENCES.toReversed().map((influence) => (
            <li key={influence}>
              <h3>
                <span className="unseen">{_(stakeholdersLabels.fields.influence.label)}: </span>
                {influenceOf(influence)}
              </h3>
              <ul className="map-cells">
                {STANCES.map((stance) =>
                  cell(
                    `${influence} ${stance}`,
                    stanceOf(stance),
                    places.drawn.filter(({ place }) => place.influence === influence && place.stance === stance),
                  ),
                )}
              </ul>
            </li>
          ))}
        </ul>
        <p className="map-axis map-right" aria-hidden>
          {_(stakeholdersLabels.fields.stance.label)} →
        </p>
        {(unplaced.length > 0 || over || places.carried) && (
          <ul className="map-beside">{cell("", t`Not placed yet`, unplaced)}</ul>
        )}
      </section>
      {places.drawn.some(({ mayMove }) => mayMove) && (
        <p className="unseen" id="map-help">
          <Trans>Enter opens a form. Space picks it up; then the arrow keys move it.</Trans>
        </p>
      )}
      <p className="unseen" aria-live="assertive">
        {keys.said}
      </p>
      {hydrated && map.everybody.some(({ mayMove }) => mayMove) && (
        <Suspense>
          <MapDrag
            take={take}
            find={find}
            onReady={onReady}
            onOver={setOver}
            onDrop={(id, place) => {
              keys.keepFocusOn(id);
              if (place) places.propose(id, place);
            }}
          />
        </Suspense>
      )}
      {places.sent.map((sent) => (
        <SentForm key={sent.key} sent={sent} answer={placedOf} onSettled={places.settle} />
      ))}
      <PlaceNews places={places} back={back} />
      <SinceForm query={query} since={map.since} shifted={map.shifted} />
    </>
  );
}

/** Whether somebody whose place changed stood in this cell. */
function stoodIn({ was }: Shifted, cell: string): boolean {
  return was !== null && isPlaced(was) && `${was.influence} ${was.stance}` === cell;
}
