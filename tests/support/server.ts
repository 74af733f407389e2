import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { ensureEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { openDatabase } from "~db/connection.ts";
import { seed } from "~seed/load.ts";

export interface RunningServer {
  /** Without a trailing slash. */
  origin: string;
  folder: string;
  databaseFile: string;
  logFile: string;
  process: ChildProcess;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Puts a database back, as if the server had just been started on it: what a test left is gone. */
  startOver: (prepare?: Prepare) => Promise<void>;
}

/** Makes a database in a file that is not there yet. */
type Prepare = (databaseFile: string) => void;

interface Options {
  /** The Geneva planning unless something else is given. */
  prepare?: Prepare;
  env?: Record<string, string>;
}

const withGenevaPlanning: Prepare = (databaseFile) => {
  const db = openDatabase(databaseFile);
  seed(db, new Date());
  db.$client.close();
};

/**
 * Starts the real server (the production build) on a free port of its own, with a database, an outbox and a log in a
 * folder of its own.
 */
export async function startServer({ prepare = withGenevaPlanning, env = {} }: Options = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "inspir-server-"));
  const databaseFile = join(folder, "plan.db");
  const logFile = join(folder, "server.log");
  copyFileSync(preparedDatabase(prepare), databaseFile);
  // The server writes into the file itself, not through this process.
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--enable-source-maps", "build/server.js"], {
    stdio: ["ignore", log, log, "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      DATABASE: databaseFile,
      OUTBOX: join(folder, "outbox"),
      LOG_LEVEL: "info",
      ...env,
    },
  });
  closeSync(log);
  const port = await listening(child, logFile);
  return {
    origin: `http://127.0.0.1:${port}`,
    folder,
    databaseFile,
    logFile,
    process: child,
    async startOver(anew = prepare) {
      await withDatabase(preparedDatabase(anew), (source) => source.backup(databaseFile));
      for (const left of ["outbox", "files"].map((name) => join(folder, name))) {
        for (const name of existsSync(left) ? readdirSync(left) : []) rmSync(join(left, name), { recursive: true });
      }
    },
    async stop(signal = "SIGTERM") {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, "exit");
        child.kill(signal);
        await exited;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listening(child: ChildProcess, logFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve((message as { listening: number }).listening));
    child.once("exit", (code) =>
      reject(new Error(`The server ended with ${code} before it listened; its log: ${logFile}`)),
    );
  });
}

const madeFiles = new Map<Prepare, string>();

/**
 * Returns the file of a database as it was prepared, to be copied. That takes a second and copying it none: each process of tests makes
 * each only once.
 */
export function preparedDatabase(prepare: Prepare = withGenevaPlanning): string {
  const made = madeFiles.get(prepare);
  if (made) return made;
  const folder = mkdtempSync(join(tmpdir(), "inspir-prepared-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "plan.db");
  prepare(file);
  const db = openDatabase(file);
  // As a server does when it starts: one that starts over is not started again.
  ensureEvaluationAccounts(db, new Date());
  // One whole file: what is still in the write-ahead log would not be copied.
  db.$client.pragma("journal_mode = DELETE");
  db.$client.close();
  madeFiles.set(prepare, file);
  return file;
}

async function withDatabase<T>(file: string, use: (client: Sqlite.Database) => Promise<T>): Promise<T> {
  const client = new Sqlite(file, { readonly: true });
  try {
    return await use(client);
  } finally {
    client.close();
  }
}
