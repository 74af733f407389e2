import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { config, configProblems } from "~/config.server.ts";
import { outboxFolder } from "~/features/core/mail/folder.server.ts";
import { evaluationHasWorked, isPublic } from "~/features/people/accounts/evaluation.server.ts";
import { filesFolder } from "~/features/plan/documents/files.server.ts";
import { log } from "~/log.server.ts";
import { databaseFile, openDatabase } from "~db/connection.ts";
import { newestMigration } from "~db/migrate.ts";

/**
 * All that keeps the server from starting, a sentence each: what the environment says, and what is on the disk. Makes the folders
 * that are not there yet.
 */
export function startProblems(): string[] {
  const wrong = configProblems(process.env);
  return [
    ...wrong,
    ...databaseProblems(wrong.length === 0),
    ...folderProblems("FILES", filesFolder()),
    ...(process.env.SMTP_URL ? [] : folderProblems("OUTBOX", outboxFolder())),
  ];
}

function databaseProblems(configured: boolean): string[] {
  const file = databaseFile();
  // An empty site in place of the plan would look as if all were lost.
  if (!existsSync(file)) {
    return [`There is no database ${file}. DATABASE names another one; “node build/seed.js” makes a new one there.`];
  }
  if (!mayWrite(file) || !mayWrite(dirname(file))) return [`The database ${file}, or its folder, cannot be written.`];
  try {
    const newest = newestMigrationIn(file);
    if (newest > newestMigration()) {
      return [`The database ${file} is of a newer version of this program: start that one, or restore a backup.`];
    }
    if (newest === 0) {
      return [
        `The database ${file} holds no plan: it is empty, or another program’s. DATABASE names another one; “node build/seed.js” puts the plan into an empty one.`,
      ];
    }
    return configured ? evaluationProblems(file) : [];
  } catch (error) {
    return [`The database ${file} cannot be read: ${(error as Error).message}.`];
  }
}

/** A database is for trying or for the public: one that has been used as the one is not opened as the other. */
function evaluationProblems(file: string): string[] {
  const db = openDatabase(file);
  try {
    if (config().evaluation) {
      return isPublic(db)
        ? [
            `The database ${file} holds people who were invited, and without an ORIGIN everybody on this computer comes in as anybody. Set ORIGIN, or let DATABASE name another file.`,
          ]
        : [];
    }
    return evaluationHasWorked(db)
      ? [
          `The database ${file} was used for evaluation: accounts for trying have changed things in it. Let DATABASE name another file, or keep what they did and close them: npm run evaluation:close.`,
        ]
      : [];
  } finally {
    db.$client.close();
  }
}

/** When the newest of the migrations was made that a database has been through; 0 for none. */
function newestMigrationIn(file: string): number {
  const client = new Sqlite(file, { readonly: true });
  try {
    const table = client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
    const newest = table && client.prepare("select max(created_at) as at from __drizzle_migrations").get();
    return (newest as { at: number | null } | undefined)?.at ?? 0;
  } finally {
    client.close();
  }
}

function folderProblems(name: string, folder: string): string[] {
  try {
    makeFolder(folder);
  } catch {
    return [`The folder ${folder} cannot be made: ${name} names another one.`];
  }
  return statSync(folder).isDirectory() && mayWrite(folder)
    ? []
    : [`The folder ${folder} cannot be written: ${name} names another one.`];
}

/** As `mkdir -p`. Node's own never ends below a folder that says of each new one that it is not there, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Closes to everybody else on the computer what holds people's data: sessions, sign-in links, what is not published. */
export function hideFromOthers(): void {
  const file = databaseFile();
  const folders = [filesFolder(), outboxFolder()];
  for (const path of [file, `${file}-wal`, `${file}-shm`, ...folders]) {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    if (mode === undefined || (mode & 0o007) === 0) continue;
    try {
      chmodSync(path, mode & 0o770);
    } catch (error) {
      log.warn({ path, err: error }, "everybody on this computer may read this, and its mode cannot be changed");
    }
  }
}
