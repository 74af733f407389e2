import Sqlite from "better-sqlite3";

const TROUBLES: readonly (readonly [prefix: string, trouble: string])[] = [
  ["SQLITE_BUSY", "locked by another program"],
  ["SQLITE_LOCKED", "locked by another program"],
  ["SQLITE_FULL", "the disk is full"],
  ["SQLITE_READONLY", "the file is read-only"],
  ["SQLITE_IOERR", "the disk does not answer"],
  ["SQLITE_CANTOPEN", "the file cannot be opened"],
  ["SQLITE_CORRUPT", "the file is damaged"],
  ["SQLITE_NOTADB", "the file is not a database"],
];

/** In words for the log, what keeps the database from being used; null when an error is of another kind. */
export function storageTrouble(error: unknown): string | null {
  const cause = error instanceof Error && error.cause instanceof Sqlite.SqliteError ? error.cause : error;
  if (!(cause instanceof Sqlite.SqliteError)) return null;
  return TROUBLES.find(([prefix]) => cause.code.startsWith(prefix))?.[1] ?? null;
}
