import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Database } from "./connection.ts";

/** In development this file stands in db/, in production it is bundled into build/: drizzle/ is beside both. */
const FOLDER = fileURLToPath(new URL("../drizzle", import.meta.url));

/**
 * Brings a database to the newest shape. Foreign keys are off *outside* the migrator's transaction: SQLite rebuilds a
 * table by dropping it, and with foreign keys on that drop deletes the children (docs/decisions/0003-sqlite.md).
 *
 * @throws Error when a migration left a row pointing at nothing.
 */
export function migrateDatabase(db: Database): void {
  const { $client: client } = db;
  client.pragma("foreign_keys = OFF");
  try {
    migrate(db, { migrationsFolder: FOLDER });
    const broken = client.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`After migrating, ${broken.length} rows point at rows that are gone.`);
  } finally {
    client.pragma("foreign_keys = ON");
  }
}
