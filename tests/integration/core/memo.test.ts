import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "~db/connection.ts";
import { keptWhileUnchanged } from "~db/memo.ts";

const folder = mkdtempSync(join(tmpdir(), "inspir-memo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a reading is kept until something is written, by this connection or another", () => {
  const [db, other] = ["plan.db", "plan.db"].map((name) => openDatabase(join(folder, name)));
  if (!db || !other) throw new Error("Two connections were opened.");
  db.$client.exec("create table notes (text)");
  const kept = keptWhileUnchanged<number>(2);
  const count = db.$client.prepare("select count(*) from notes").pluck();
  let readings = 0;
  const read = (key = "all") =>
    kept(db, key, () => {
      readings += 1;
      return count.get() as number;
    });
  expect([read(), read(), readings]).toEqual([0, 0, 1]);
  db.$client.exec("insert into notes values ('one')");
  expect([read(), read(), readings]).toEqual([1, 1, 2]);
  other.$client.exec("insert into notes values ('two')");
  expect([read(), read(), readings]).toEqual([2, 2, 3]);
  // Of more keys than are kept, the first is read again.
  read("b");
  read("c");
  expect(readings).toBe(5);
  expect([read("c"), read(), readings]).toEqual([2, 2, 6]);
  db.$client.close();
  other.$client.close();
});
