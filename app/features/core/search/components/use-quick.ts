import { useEffect, useState } from "react";
import { fetchedJson } from "~/lib/fetched-json.ts";
import type { Found } from "../found.ts";

const PAUSE_MS = 150;

/** What the search finds of what is being typed; what it found before, until there is an answer. */
export function useQuick(typed: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  const q = typed.trim();
  useEffect(() => {
    // One letter finds too much; a number alone is the actions that have it.
    if (q.length < 2 && !/\d/.test(q)) return setFound([]);
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      // Without a line nothing is found: boards and pages are still there to go to.
      const answer = await fetchedJson<Found[]>(`/search/quick?${new URLSearchParams({ q })}`, leaving.signal);
      if (answer) setFound(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [q]);
  return found;
}
