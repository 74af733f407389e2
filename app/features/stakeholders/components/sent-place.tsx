import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { PlaceResult, SentPlace as Sent } from "./use-places.ts";

interface SentPlaceProps {
  sent: Sent;
  onSettled: (sent: Sent, result: PlaceResult) => void;
}

/** Somebody on the way to another place: sends the form once, and says what came of it when the map's data are fresh again. */
export function SentPlace({ sent, onSettled }: SentPlaceProps) {
  const { submit, state, data } = useFetcher<{ place: PlaceResult }>({ key: sent.key });
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const { id, version, place } = sent;
    const { influence, stance } = place;
    const fields = { entry: String(id), version: String(version), influence: influence ?? "", stance: stance ?? "" };
    submit({ intent: "place", quick: "1", ...fields }, { method: "post" });
  }, [submit, sent]);

  useEffect(() => {
    if (state === "idle" && data?.place) onSettled(sent, data.place);
  }, [state, data, sent, onSettled]);

  return null;
}
