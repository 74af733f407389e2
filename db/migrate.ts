import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { FOLDING_VERSION } from "~/lib/fold.ts";
import type { Database } from "./connection.ts";
import { upgradeHistory } from "./history/format.ts";

/** The folder of generated SQL: this file may have been bundled into build/, at whatever depth. */
function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, "drizzle");
    if (existsSync(join(candidate, "meta", "_journal.json"))) return candidate;
    if (folder === dirname(folder)) throw new Error("The folder drizzle/ with the migrations is missing.");
  }
}

/** When the newest migration that this program knows was made, as the migrator notes it in a database. */
export function newestMigration(): number {
  const journal = readFileSync(join(migrationsFolder(), "meta", "_journal.json"), "utf8");
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  return Math.max(...entries.map(({ when }) => when));
}

/**
 * Brings a database to the newest shape. Foreign keys are off *outside* the migrator's transaction: SQLite rebuilds a
 * table by dropping it, and with foreign keys on that drop deletes the children (docs/decisions/0003-sqlite.md). Then old
 * events and the search index are brought up to date.
 *
 * @throws Error when a migration left a row pointing at nothing.
 */
export function migrateDatabase(db: Database): void {
  const { $client: client } = db;
  client.pragma("foreign_keys = OFF");
  try {
    migrate(db, { migrationsFolder: migrationsFolder() });
    const broken = client.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`After migrating, ${broken.length} rows point at rows that are gone.`);
  } finally {
    client.pragma("foreign_keys = ON");
  }
  upgradeHistory(db);
  if (indexedFolding(db) !== FOLDING_VERSION) rebuildSearch(db);
}

function indexedFolding({ $client: client }: Database): unknown {
  return client.prepare("SELECT version FROM search_folding").pluck().get();
}

/** Folds every text of the search anew, in one transaction: whoever searches meanwhile finds what was found before. */
export function rebuildSearch({ $client: client }: Database): void {
  const rebuild = client.transaction(() => {
    client.exec("INSERT INTO search_terms(search_terms) VALUES ('delete-all')");
    client.exec(`INSERT INTO search_terms(rowid, ref, title, body)
      SELECT id, ref, search_text(title), search_text(body) FROM search_index`);
    client.prepare("UPDATE search_folding SET version = ?").run(FOLDING_VERSION);
  });
  rebuild.immediate();
}
