import { useCallback, useMemo, useState } from "react";
import type { Sent } from "~/ui/sent-form.tsx";
import type { OnMap } from "../map.server.ts";
import { type Place, samePlace } from "../place.ts";
import type { PlaceAnswer } from "../placing.server.ts";

/** What comes of putting somebody elsewhere: the server's answer, or a line that dropped on the way. */
export type PlaceResult = PlaceAnswer | { outcome: "line-lost"; id: number };

/** Somebody on the way to another place. */
export interface SentPlace extends Sent {
  id: number;
  place: Place;
}

/** What the route says came of it. */
export const placedOf = ({ place }: { place: PlaceResult | null }) => place;

let sentSoFar = 0;

/**
 * Where everybody is drawn: as the loader says, but for those who are in the hand or on their way to the server; and what
 * came of the last who were put elsewhere.
 */
export function usePlaces(everybody: OnMap[], news: PlaceResult | null) {
  const [sent, setSent] = useState<SentPlace[]>([]);
  const [carried, setCarried] = useState<{ id: number; place: Place } | null>(null);
  const [result, setResult] = useState(news);

  const drawn = useMemo(() => {
    const places = new Map(sent.map(({ id, place }) => [id, place]));
    if (carried) places.set(carried.id, carried.place);
    return places.size === 0 ? everybody : everybody.map((one) => ({ ...one, place: places.get(one.id) ?? one.place }));
  }, [everybody, sent, carried]);

  const send = useCallback((id: number, place: Place, version: number) => {
    sentSoFar += 1;
    const key = `place-${sentSoFar}`;
    const { influence, stance } = place;
    const asked = { entry: String(id), version: String(version), influence: influence ?? "", stance: stance ?? "" };
    setResult(null);
    setSent((all) => [...all, { key, id, place, fields: { intent: "place", quick: "1", ...asked } }]);
  }, []);

  const propose = useCallback(
    (id: number, place: Place) => {
      const one = everybody.find((somebody) => somebody.id === id);
      if (one && !samePlace(one.place, place)) send(id, place, one.version);
    },
    [everybody, send],
  );

  const settle = useCallback((one: SentPlace, answer: PlaceResult) => {
    setSent((all) => all.filter((other) => other !== one));
    setResult(answer);
  }, []);

  return { drawn, sent, carried, result, send, propose, settle, setCarried, setResult };
}

export type Places = ReturnType<typeof usePlaces>;
