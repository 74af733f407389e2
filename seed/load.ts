import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { count } from "drizzle-orm";
import { type Database, databaseFile, openDatabase } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";
import { events } from "~db/schema.ts";
import { loadGenevaPlanning } from "./geneva.ts";

/** True for a database in which nothing has happened yet: the seed goes nowhere else. */
export function isEmpty(db: Database): boolean {
  return db.select({ happened: count() }).from(events).get()?.happened === 0;
}

/**
 * Loads the Geneva planning into an empty database; into any other it changes nothing.
 *
 * @param now decides the quarter from which our proposed start and due quarters are counted
 * @returns whether anything was loaded
 */
export function seed(db: Database, now: Date): boolean {
  migrateDatabase(db);
  if (!isEmpty(db)) return false;
  loadGenevaPlanning(db, now);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = databaseFile();
  const isNew = !existsSync(file);
  const db = openDatabase(file);
  const loaded = seed(db, new Date());
  db.$client.close();
  // A mistyped DATABASE shows here, before anybody looks for their plan in an empty one.
  if (isNew) process.stdout.write(`Made a NEW database: ${file}\n`);
  process.stdout.write(
    loaded
      ? "Loaded the Geneva planning into an empty database.\n"
      : "The database holds a plan already: left as it is.\n",
  );
}
