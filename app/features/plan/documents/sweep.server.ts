import { and, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "~db/connection.ts";
import { documents } from "~db/schema.ts";
import { filesKept, removeFile } from "./files.server.ts";

const DAY_MS = 86_400_000;

/**
 * Removes the files that no document and none of the others names any more, and what is left of uploads that broke off a day ago. It awaits
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
  const { kept, remains } = filesKept(new Date(+now - DAY_MS));
  const gone = [...kept.filter((name) => !wanted.has(name)), ...remains];
  for (const name of gone) removeFile(name);
  return gone.length;
}
