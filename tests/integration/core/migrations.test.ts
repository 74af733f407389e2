import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { expect, onTestFinished, test } from "vitest";
import { type Database, openDatabase } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";
import { addSearchedRows, expectWholeIndex, indexed, SEARCHED } from "../../support/searched-rows.ts";

/** A database as the program made it before a migration. */
function databaseBefore(migration: string): Database {
  const folder = mkdtempSync(join(tmpdir(), "inspir-migrations-"));
  cpSync("drizzle", join(folder, "drizzle"), { recursive: true });
  const journal = join(folder, "drizzle", "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
  const place = entries.findIndex(({ tag }) => tag.endsWith(migration));
  expect(place).toBeGreaterThan(0);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, place) }));
  const db = openDatabase(join(folder, "before.db"));
  migrate(db, { migrationsFolder: join(folder, "drizzle") });
  onTestFinished(() => {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

test("what a seat that is gone has said stays, and names a seat that there was", () => {
  const db = databaseBefore("_seats_that_were");
  const { $client: client } = db;
  client.exec(`
    insert into networks (id, slug, kind, names) values (1, 'asia', 'continental', '{}');
    insert into people (id, name, email, email_verified, role, boards, network_id, created_at, updated_at)
      values ('p', 'P', 'p@example.org', 1, 'admin', '[]', 1, 0, 0);
    insert into seats (id, network_id, holder, capacity) values (1, 1, 'A', 'representative'), (2, 1, 'B', 'representative'),
      (3, 1, 'C', 'representative');
    delete from seats where id in (2, 3)`);
  // Whoever wrote the reviews that these are of is of no matter here.
  client.pragma("foreign_keys = OFF");
  client.exec(`
    insert into presences (review_id, seat_id, at) values (1, 1, 5), (1, 2, 6);
    insert into sign_offs (review_id, seat_id, person_id, at, sha256) values (1, 2, 'p', 7, 'x');
    insert into stands (decision_id, seat_id, stand, reason, language, person_id, at) values (1, 3, 'consent', '', 'en', 'p', 8)`);
  const rows = () =>
    ["seats", "presences", "sign_offs", "stands"].map((table) => client.prepare(`select * from ${table}`).all());
  const before = rows();
  // The reviews and decisions are missing, and only they.
  expect(() => migrateDatabase(db)).toThrow("After migrating, 4 rows point at rows that are gone.");
  expect(rows()).toEqual(before);
  expect(client.prepare("select id from seat_numbers order by id").pluck().all()).toEqual([1, 2, 3]);
  expect(() => client.exec("insert into presences (review_id, seat_id, at) values (1, 9, 5)")).toThrow(/FOREIGN KEY/);
  expect(() => client.exec("insert into presences (review_id, seat_id, at) values (1, 1, 5)")).toThrow(/UNIQUE/);
});

test("every text is searched as it was before the index named its sources", () => {
  const db = databaseBefore("_search_sources");
  const { $client: client } = db;
  addSearchedRows(db);
  const before = indexed(db);
  const found = () =>
    client
      .prepare(
        `select s.kind, s.thing from search_terms join search_index as s on s.id = search_terms.rowid
          where search_terms match '{title body} : (zanzibar OR quagga OR zebra OR okapi OR rain)' order by 1, 2`,
      )
      .all();
  const foundBefore = found();
  expect(foundBefore).toHaveLength(6);
  // What the rows point at is missing, and only that.
  expect(() => migrateDatabase(db)).toThrow(/^After migrating, \d+ rows point at rows that are gone\.$/);
  expect(indexed(db)).toEqual(before);
  expect(found()).toEqual(foundBefore);
  expectWholeIndex(db);
  expect(client.prepare("select distinct source from search_index order by 1").pluck().all()).toEqual(
    Object.keys(SEARCHED).sort(),
  );
});
