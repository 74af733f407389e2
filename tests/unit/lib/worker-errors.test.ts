import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { revived, withWholeErrors } from "~/lib/worker-errors.ts";
import { isLocked, storageTrouble } from "~db/storage-trouble.ts";

/** What the other thread catches: the copy that a message is. */
async function crossed(error: unknown): Promise<unknown> {
  const work = withWholeErrors(() => {
    throw error;
  });
  const thrown = await work(undefined).catch((reason: unknown) => reason);
  return revived(structuredClone(thrown));
}

test("trouble with the storage is known for what it is in another thread, wrapped or not", async () => {
  const locked = new Sqlite.SqliteError("database is locked", "SQLITE_BUSY");
  expect(isLocked(await crossed(locked))).toBe(true);
  const wrapped = new Error("a query failed", { cause: new Sqlite.SqliteError("full", "SQLITE_FULL") });
  expect(storageTrouble(await crossed(wrapped))).toBe("the disk is full");
});

test("another error keeps its kind, its message and where it came from, and is no trouble with the storage", async () => {
  const error = new TypeError("no such thing");
  const there = await crossed(error);
  expect(there).toBeInstanceOf(Error);
  expect(there).toMatchObject({ name: "TypeError", message: "no such thing", stack: error.stack });
  expect(storageTrouble(there)).toBeNull();
  expect(await crossed("a text")).toMatchObject({ message: "a text" });
});
