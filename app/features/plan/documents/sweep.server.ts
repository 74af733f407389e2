import { and, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "~db/connection.ts";
import { documents } from "~db/schema/plan.ts";
import { removeFile, storedFiles } from "./files.server.ts";

const HOUR_MS = 3_600_000;

/** Removes what is left of uploads that a process which was ended left half there, an hour after anything of them came. */
export function sweepRemains(now: Date): void {
  for (const name of storedFiles(new Date(+now - HOUR_MS)).remains) removeFile(name);
}

/**
 * Removes the files that no document and none of the others names any more, and what is left of uploads that broke off. It awaits
 * nothing: no upload can be given its lasting name between the question and the removal.
 *
 * @param others the SHA-256 of the files that are kept beside the documents
 * @returns how many files it removed
 */
export function sweepFiles(db: Database, now: Date, others: Iterable<string>): number {
  const named = db
    .select({ sha256: documents.sha256 })
    .from(documents)
    .where(and(isNotNull(documents.sha256), isNull(documents.removedAt)))
    .all();
  const wanted = new Set([...named.map(({ sha256 }) => sha256), ...others]);
  const { kept, remains } = storedFiles(new Date(+now - HOUR_MS));
  const gone = [...kept.filter((name) => !wanted.has(name)), ...remains];
  for (const name of gone) removeFile(name);
  return gone.length;
}
