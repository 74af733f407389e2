import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { checkHealth } from "~/health.server.ts";
import { openDatabase } from "~db/connection.ts";
import { keptWhileUnchanged, type Steps } from "~db/memo.ts";
import { migrateDatabase } from "~db/migrate.ts";

const folder = mkdtempSync(join(tmpdir(), "inspir-memo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a reading is kept until something is written, by this connection or another", async () => {
  const [db, other] = ["plan.db", "plan.db"].map((name) => openDatabase(join(folder, name)));
  if (!db || !other) throw new Error("Two connections were opened.");
  db.$client.exec("create table notes (text)");
  const kept = keptWhileUnchanged<number>(2);
  const count = db.$client.prepare("select count(*) from notes").pluck();
  let readings = 0;
  const read = (key = "all") =>
    kept(db, key, function* () {
      readings += 1;
      yield;
      return count.get() as number;
    });
  expect([await read(), await read(), readings]).toEqual([0, 0, 1]);
  db.$client.exec("insert into notes values ('one')");
  expect([await read(), await read(), readings]).toEqual([1, 1, 2]);
  other.$client.exec("insert into notes values ('two')");
  expect([await read(), await read(), readings]).toEqual([2, 2, 3]);
  // Of more keys than are kept, the first is read again.
  await Promise.all([read("b"), read("c")]);
  expect(readings).toBe(5);
  expect([await read("c"), await read(), readings]).toEqual([2, 2, 6]);
  db.$client.close();
  other.$client.close();
});

test("a check of health, which writes a row and takes it back, leaves it kept", async () => {
  process.env.FILES = folder;
  const db = openDatabase(join(folder, "healthy.db"));
  migrateDatabase(db);
  const kept = keptWhileUnchanged<number>(1);
  let readings = 0;
  const read = () =>
    kept(db, "all", function* () {
      readings += 1;
      yield;
      return readings;
    });
  await read();
  checkHealth(db);
  await read();
  expect(readings).toBe(1);
  db.$client.close();
});

test("the event loop turns between the steps of a reading, which is of one state of the database", async () => {
  const db = openDatabase(join(folder, "steps.db"));
  db.$client.exec("create table notes (text)");
  const write = () => db.$client.exec("insert into notes values ('one')");
  const count = db.$client.prepare("select count(*) from notes").pluck();
  const kept = keptWhileUnchanged<[number, number]>(2);
  let readings = 0;
  function* read(): Steps<[number, number]> {
    readings += 1;
    const first = count.get() as number;
    yield;
    return [first, count.get() as number];
  }
  const asked = [kept(db, "all", read), kept(db, "all", read)];
  // Another request writes between the two steps.
  write();
  expect(await Promise.all(asked)).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(readings).toBe(2);

  // Where something is written at every turn, it is read in one go in the end.
  readings = 0;
  let busy = true;
  const others = (async () => {
    while (busy) {
      write();
      await nextTurn();
    }
  })();
  const [first, second] = await kept(db, "all", read);
  busy = false;
  await others;
  expect(second).toBe(first);
  expect(readings).toBe(3);

  const fails = () =>
    kept(db, "fails", function* () {
      yield;
      throw new Error("The disk is gone.");
    });
  await expect(fails()).rejects.toThrow("gone");
  await expect(fails()).rejects.toThrow("gone");
  db.$client.close();
});
