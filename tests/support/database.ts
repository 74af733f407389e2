import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";
import { loadGenevaPlanning } from "~seed/geneva.ts";

/** The day on which tests stand, unless they say otherwise: in the fourth quarter of 2026. */
export const TODAY = new Date("2026-11-24T12:00:00Z");

const templates = new Map<string, string>();

/** A migrated, empty database in a file of its own, closed and removed when the test ends. */
export function testDatabase(): Database {
  return openCopy("empty", () => {});
}

/** A database with the Geneva planning, loaded as if on `TODAY`. */
export function seededDatabase(): Database {
  return openCopy("seeded", (db) => loadGenevaPlanning(db, TODAY));
}

/**
 * A copy of a database that is made once for all tests of its name. Copying opens in a millisecond what migrating and seeding would
 * take a hundred for.
 */
export function openCopy(name: string, fill: (db: Database) => void): Database {
  const folder = mkdtempSync(join(tmpdir(), "inspir-test-"));
  const file = join(folder, `${randomUUID()}.db`);
  copyFileSync(template(name, fill), file);
  const db = openDatabase(file);
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

function template(name: string, fill: (db: Database) => void): string {
  const made = templates.get(name);
  if (made) return made;
  const folder = mkdtempSync(join(tmpdir(), "inspir-template-"));
  const file = join(folder, `${name}.db`);
  const db = openDatabase(file);
  migrateDatabase(db);
  fill(db);
  // One whole file: what is still in the write-ahead log would not be copied.
  db.$client.pragma("journal_mode = DELETE");
  db.$client.close();
  templates.set(name, file);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return file;
}
