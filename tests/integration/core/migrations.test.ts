import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { expect, onTestFinished, test } from "vitest";
import { type Database, openDatabase } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";
import { addSearchedRows, columnName, expectWholeIndex, indexed, SEARCHED } from "../../support/searched-rows.ts";

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
  const rows = (positions: string) => [
    ...["seats", "presences", "sign_offs"].map((table) => client.prepare(`select * from ${table}`).all()),
    client.prepare(`select decision_id, seat_id, ${positions}`).all(),
  ];
  const before = rows("stand as position from stands");
  // The reviews and decisions are missing, and only they.
  expect(() => migrateDatabase(db)).toThrow("After migrating, 4 rows point at rows that are gone.");
  expect(rows("position from seat_positions")).toEqual(before);
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
        `select s.kind, s.${columnName(db, "search_index", "subject_id")} as subject_id from search_terms join search_index as s on s.id = search_terms.rowid
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

test("what is stored under a retired name is read under its new one", () => {
  const db = databaseBefore("_standard_names");
  const { $client: client } = db;
  addSearchedRows(db);
  const index = indexed(db);
  const reworded = () => {
    for (const [table, { reworded: set }] of Object.entries(SEARCHED)) client.exec(`update ${table} set ${set}`);
  };
  // What the rows point at is of no matter here.
  client.pragma("foreign_keys = OFF");
  client.exec(`
    insert into stands (id, decision_id, seat_id, stand, reason, language, person_id, at)
      values (4, 7, 3, 'objection', 'Too soon.', 'en', 'p', 8);
    insert into settings (name, value) values ('answerPromise', '{"learning":12}'), ('decisionRule', '"consent"');
    insert into follows (person_id, thing) values ('p', 'board:lobbying');
    insert into notices (person_id, event_id, thing, because, at) values ('p', 1, 'suggestion:7', 'author', 9);
    insert into drafts (id, author_id, typed, updated_at) values (5, 'p', '{"title":"Mine"}', 10);
    insert into kept_forms (token_hash, path, fields, created_at) values ('hash', '/actions/new', '[["title","T"]]', 11);
    insert into people (id, name, email, email_verified, role, boards, network_id, created_at, updated_at, mailing)
      values ('p', 'P', 'p@example.org', 1, 'admin', '[]', 7, 0, 0, 'weekly')`);
  const event = client.prepare("insert into events (id, at, kind, before, after, cause) values (?, 0, ?, ?, ?, ?)");
  event.run(1, "promise.edited", '{"learning":30}', '{"learning":12}', null);
  event.run(2, "decision.stood", null, '{"seat":3,"stand":"consent"}', null);
  event.run(3, "decision.stood", '{"seat":3,"stand":"consent"}', '{"seat":3,"stand":"objection"}', null);
  event.run(4, "decision.lapsed", '{"seat":3,"holder":"A","stand":"objection"}', null, null);
  event.run(5, "action.moved", '{"stage":"planned"}', '{"stage":"done"}', '{"together":"a-step"}');
  event.run(6, "action.edited", '{"title.en":"stand"}', '{"title.en":"stood"}', '{"suggestion":7}');

  expect(() => migrateDatabase(db)).toThrow(/^After migrating, \d+ rows point at rows that are gone\.$/);

  const all = (query: string) => client.prepare(query).raw().all();
  expect(all("select id, decision_id, seat_id, position, reason from seat_positions")).toEqual([
    [4, 7, 3, "objection", "Too soon."],
  ]);
  expect(all("select name, value from settings order by 1")).toEqual([
    ["decisionRule", '"consent"'],
    ["responseDeadlines", '{"learning":12}'],
  ]);
  expect(all("select person_id, subject from follows")).toEqual([["p", "board:lobbying"]]);
  expect(all("select person_id, subject, reason from notices")).toEqual([["p", "suggestion:7", "author"]]);
  expect(all("select id, form_values from drafts")).toEqual([[5, '{"title":"Mine"}']]);
  expect(all("select form_values from answers")).toEqual([["[]"]]);
  expect(all("select path, fields from form_drafts")).toEqual([["/actions/new", '[["title","T"]]']]);
  expect(all("select mail_frequency from people")).toEqual([["weekly"]]);
  expect(all("select response_due, search_text from suggestions")).toEqual([[0, "bread"]]);
  const events = all("select kind, before, after, cause from events order by id").map((row) =>
    (row as string[]).map((cell, at) => (at > 0 && cell ? JSON.parse(cell) : cell)),
  );
  expect(events).toEqual([
    ["response-deadlines.edited", { learning: 30 }, { learning: 12 }, null],
    ["decision.position-recorded", null, { seat: 3, position: "consent" }, null],
    ["decision.position-recorded", { seat: 3, position: "consent" }, { seat: 3, position: "objection" }, null],
    ["decision.lapsed", { seat: 3, holder: "A", position: "objection" }, null, null],
    ["action.moved", { stage: "planned" }, { stage: "done" }, { bulkEdit: "a-step" }],
    ["action.edited", { "title.en": "stand" }, { "title.en": "stood" }, { suggestion: 7 }],
  ]);
  expect(() => client.exec("update events set why = 'x'")).toThrow("events are append-only");
  expect(() => client.exec("delete from events")).toThrow("events are append-only");
  const again = "insert into seat_positions (decision_id, seat_id, position, reason, language, person_id, at)";
  client.pragma("foreign_keys = OFF");
  expect(() => client.exec(`${again} values (7, 3, 'consent', '', 'en', 'p', 0)`)).toThrow(/UNIQUE/);
  // The search is whole, and goes on being written by the triggers.
  expect(indexed(db)).toEqual(index);
  expectWholeIndex(db);
  reworded();
  expectWholeIndex(db);
  expect(all("select 1 from search_index where body = 'sun'")).toHaveLength(1);
});
