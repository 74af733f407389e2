import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { isLocked } from "./storage-trouble.ts";

/** How long a lock that another program holds is waited for, where nothing else is set. */
export const BUSY_TIMEOUT_MS = 5000;
/** How long somebody waits for it before a page says so; the tests wait shorter. */
const PATIENCE_MS = Number(process.env.BUSY_TIMEOUT_MS) || BUSY_TIMEOUT_MS;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;

const attempts = new AsyncLocalStorage<{ committed: boolean }>();

/** Notes that something of the attempt under way is on the disk: it is not tried again. */
export function noteCommit(): void {
  const attempt = attempts.getStore();
  if (attempt) attempt.committed = true;
}

/**
 * Runs what reads and writes the database, and again for as long as another program holds the lock. Between two attempts the
 * process serves everybody else: SQLite itself would wait without giving way (docs/decisions/0026-requests-and-locks.md).
 *
 * @param attempt must leave nothing behind when it finds the database locked: a transaction that failed has rolled back whole.
 *   Once it has committed a `change()` it is not run again.
 * @returns what the attempt returns
 * @throws SqliteError `SQLITE_BUSY` when the lock is still held after `BUSY_TIMEOUT_MS`; whatever else the attempt throws
 */
export async function whenUnlocked<T>(attempt: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  const outer = attempts.getStore();
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    const state = { committed: false };
    try {
      return await attempts.run(state, async () => await attempt());
    } catch (error) {
      if (!isLocked(error) || state.committed || performance.now() + wait > deadline) throw error;
    } finally {
      if (outer && state.committed) outer.committed = true;
    }
    await pause(wait);
  }
}
