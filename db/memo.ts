import { sql } from "drizzle-orm";
import type { Database } from "./connection.ts";

/**
 * Returns what keeps the results of a reading for as long as nothing at all is written to the database, by this process or another: for
 * pages that many open at once and that read a long history. Results are shared, and must not be changed.
 *
 * @param most how many results are kept, of different keys
 */
export function keptWhileUnchanged<T>(most: number): (db: Database, key: string, read: () => T) => T {
  let known: { db: Database; written: string; results: Map<string, T> } | undefined;
  return (db, key, read) => {
    const written = writtenTo(db);
    if (known?.db !== db || known.written !== written) known = { db, written, results: new Map() };
    const { results } = known;
    const found = results.get(key);
    if (found !== undefined) return found;
    const result = read();
    results.set(key, result);
    for (const oldest of results.keys()) {
      if (results.size <= most) break;
      results.delete(oldest);
    }
    return result;
  };
}

/** Differs once a row has been written since: by this connection (`total_changes`), or by another (`data_version`). 1 statement. */
function writtenTo(db: Database): string {
  const [own] = db.values<[number, number]>(sql`select total_changes(), data_version from pragma_data_version`);
  return String(own);
}
