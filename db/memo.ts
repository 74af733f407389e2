import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "./connection.ts";

/** A long reading in parts: each `yield` is a place at which other requests may be served. */
export type Steps<T> = Generator<void, T>;

/** How often a reading begins anew because of what was written meanwhile, before it is done in one go. */
const BEGINNINGS = 3;

/**
 * Returns what keeps the results of a reading for as long as nothing at all is written to the database, by this process or another: for
 * pages that many open at once and that read a long history. Those who ask while it is read wait for the same reading. The event loop turns
 * between its steps; when something was written in between, it begins anew, so that all parts of a result are of one state of the
 * database. Results are shared, and must not be changed.
 *
 * @param most how many results are kept, of different keys
 */
export function keptWhileUnchanged<T>(most: number): (db: Database, key: string, read: () => Steps<T>) => Promise<T> {
  let known: { db: Database; written: string; results: Map<string, Promise<T>> } | undefined;
  return (db, key, read) => {
    const written = writtenTo(db);
    if (known?.db !== db || known.written !== written) known = { db, written, results: new Map() };
    const { results } = known;
    const found = results.get(key);
    if (found !== undefined) return found;
    const result = inSteps(db, read);
    results.set(key, result);
    // Whoever asked is told; the next one tries again.
    result.catch(() => results.delete(key));
    for (const oldest of results.keys()) {
      if (results.size <= most) break;
      results.delete(oldest);
    }
    return result;
  };
}

/** Takes all steps at once. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

async function inSteps<T>(db: Database, read: () => Steps<T>): Promise<T> {
  for (let beginning = 1; beginning < BEGINNINGS; beginning++) {
    const written = writtenTo(db);
    const steps = read();
    do {
      const step = steps.next();
      // The page is written in a turn of its own.
      await nextTurn();
      if (step.done) return step.value;
    } while (writtenTo(db) === written);
  }
  return inOneGo(read());
}

/** Differs once a row has been written since: by this connection (`total_changes`), or by another (`data_version`). 1 statement. */
function writtenTo(db: Database): string {
  const [own] = db.values<[number, number]>(sql`select total_changes(), data_version from pragma_data_version`);
  return String(own);
}
