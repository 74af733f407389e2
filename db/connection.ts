import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isMainThread } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { foldText, searchText } from "~/lib/fold.ts";
import * as schema from "./schema.ts";
import { BUSY_TIMEOUT_MS } from "./unlocked.ts";

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database };

/** Where the plan lives unless `DATABASE` names another file. */
export function databaseFile(): string {
  return resolve(process.env.DATABASE || "data/inspir.db");
}

/** The server waits by itself, so that it serves others meanwhile (`whenUnlocked`). */
const SERVING_BUSY_TIMEOUT_MS = 20;

/**
 * Opens one SQLite file as this project wants it everywhere: WAL so that readers never wait for a writer, foreign keys
 * on, five seconds of patience with a lock, and every commit on disk before it is acknowledged. A file that is not there yet is
 * made, for its owner alone.
 *
 * @throws SqliteError when the file cannot be opened (`SQLITE_CANTOPEN`, `SQLITE_NOTADB`).
 */
export function openDatabase(file: string): Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  // SQLite gives its other files the mode of this one. A file that is there is left alone: closing it would drop its locks.
  if (file !== ":memory:" && !existsSync(file)) closeSync(openSync(file, "a", 0o600));
  const client = new Sqlite(file);
  client.pragma("journal_mode = WAL");
  client.pragma("foreign_keys = ON");
  client.pragma("synchronous = FULL");
  // Without it, INSERT OR REPLACE would slip past the triggers that keep history append-only.
  client.pragma("recursive_triggers = ON");
  return withSettings(client);
}

/** What every connection has, whether it writes or only reads. */
function withSettings(client: Sqlite.Database): Database {
  // SQLite itself waits, and nothing else is done meanwhile: for programs that serve nobody.
  client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  client.pragma("cache_size = -16000");
  // For putting in order: SQLite by itself sorts É after Z.
  client.function("folded", { deterministic: true }, ofText(foldText));
  client.function("search_text", { deterministic: true }, ofText(searchText));
  return drizzle(client, { schema }) as Database;
}

/** A function of SQL that leaves everything but texts as it is. */
function ofText(of: (text: string) => string) {
  return (value: unknown): unknown => (typeof value === "string" ? of(value) : value);
}

/** From here on a lock of another program is waited for without keeping the process from anything else. */
export function serveFrom(db: Database): void {
  db.$client.pragma(`busy_timeout = ${SERVING_BUSY_TIMEOUT_MS}`);
}

const held = globalThis as typeof globalThis & { inspirDatabase?: Database };

/** The process's one connection. It is kept on the global object so that a reload in development does not open another. */
export function database(): Database {
  held.inspirDatabase ??= openDatabase(databaseFile());
  return held.inspirDatabase;
}

const reading = globalThis as typeof globalThis & { inspirReading?: Database };

/**
 * A connection to read by: in a worker thread one of its own, which can write nothing; elsewhere the process's one. Readers and
 * the writer never wait for each other (WAL).
 */
export function readingDatabase(): Database {
  if (isMainThread) return database();
  reading.inspirReading ??= openToRead(databaseFile());
  return reading.inspirReading;
}

function openToRead(file: string): Database {
  return withSettings(new Sqlite(file, { readonly: true, fileMustExist: true }));
}

/** Closes the process's connection, for shutdown and for tests that open another file. */
export function closeDatabase(): void {
  held.inspirDatabase?.$client.close();
  held.inspirDatabase = undefined;
}

/**
 * A query that is prepared once for each connection and then only run: for those that every page asks.
 *
 * @param make prepares the query on a connection and returns what runs it
 */
export function prepared<Args extends unknown[], Result>(make: (db: Database) => (...args: Args) => Result) {
  const made = new WeakMap<object, (...args: Args) => Result>();
  return (db: Database, ...args: Args): Result => {
    let run = made.get(db.$client);
    if (!run) {
      run = make(db);
      made.set(db.$client, run);
    }
    return run(...args);
  };
}
