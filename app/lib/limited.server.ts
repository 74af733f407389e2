import pLimit from "p-limit";
import { TooBusy } from "./too-busy.ts";

/**
 * Returns what does some work for a few at a time, the others in the order in which they came.
 *
 * @param waiting how many may wait
 * @throws TooBusy, from the returned function, when so many wait already
 */
export function limited(concurrency: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const limit = pLimit(concurrency);
  return async (work) => {
    // What has just been handed over counts as waiting until the next tick, even where a place is free.
    if (limit.activeCount + limit.pendingCount >= concurrency + waiting) throw new TooBusy("Too many are waiting.");
    return await limit(work);
  };
}
