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
  const found = sqliteError(error);
  if (found) return TROUBLES.find(([prefix]) => found.code.startsWith(prefix))?.[1] ?? null;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? (SYSTEM[code] ?? null) : null;
}

/** Whether another program holds the lock that was needed. */
export function isLocked(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(sqliteError(error)?.code ?? "");
}

/**
 * SQLite's own error, which libraries wrap in theirs, each in the one below it. Told by its code alone: one from a worker thread is
 * of no class of better-sqlite3's.
 */
function sqliteError(error: unknown): { code: string } | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === "string" && code.startsWith("SQLITE_")) return { code };
  }
  return null;
}
