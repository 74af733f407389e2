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

/** What the system says of the folder of files, where documents are written beside the database. */
const SYSTEM: Partial<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EROFS: "the disk is read-only",
  EIO: "the disk does not answer",
};

/** In words for the log, what keeps the database or the disk from being used; null when an error is of another kind. */
export function storageTrouble(error: unknown): string | null {
  const cause = error instanceof Error && error.cause instanceof Sqlite.SqliteError ? error.cause : error;
  if (cause instanceof Sqlite.SqliteError)
    return TROUBLES.find(([prefix]) => cause.code.startsWith(prefix))?.[1] ?? null;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? (SYSTEM[code] ?? null) : null;
}
