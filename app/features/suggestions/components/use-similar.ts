import { useEffect, useState } from "react";
import { fetchedJson } from "~/lib/fetched-json.ts";
import type { Similar } from "../similar.server.ts";

const PAUSE_MS = 350;
const LETTERS_AT_LEAST = 4;

/** What sounds like a title, asked for each time the typing pauses; what the server found before the scripts came, at first. */
export function useSimilar(title: string, found: Similar | null, wanted: boolean): Similar | null {
  const [similar, setSimilar] = useState(found);
  useEffect(() => setSimilar(found), [found]);
  useEffect(() => {
    const asked = title.trim();
    if (!wanted || asked.length < LETTERS_AT_LEAST) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      // Without a line nothing is found: the form works all the same.
      const address = `/suggestions/similar?${new URLSearchParams({ title: asked })}`;
      const answer = await fetchedJson<Similar>(address, leaving.signal);
      if (answer) setSimilar(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [title, wanted]);
  return similar;
}
