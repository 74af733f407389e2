import { randomUUID } from "node:crypto";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { filesFolder } from "~/features/plan/documents/files.server.ts";
import type { Database } from "~db/connection.ts";
import * as schema from "~db/schema.ts";
import { isLocked } from "~db/storage-trouble.ts";

/** An answer holds for so long: however often it is asked, it costs little. */
const FRESH_MS = 250;
/** More than the free space of a page, so that a full database has no room for it. */
const TINY_BYTES = 16_384;

const TABLES = Object.values(schema).filter((value) => is(value, SQLiteTable));
const FIRST_AND_LAST = TABLES.map((table) => {
  const name = `"${getTableName(table)}"`;
  return `select * from (select * from ${name} order by rowid limit 1) union all select * from (select * from ${name} order by rowid desc limit 1)`;
});

let checked: { at: number; error: unknown } | undefined;

/**
 * Asks whether the plan can be read and written: the database's file is in its place and its tables are whole at both ends, it
 * takes a row (which is rolled back), and the folder of files takes a file.
 *
 * @throws Error that says what is wrong
 */
export function checkHealth(db: Database): void {
  if (!checked || performance.now() - checked.at > FRESH_MS) {
    checked = { at: performance.now(), error: undefined };
    try {
      check(db);
    } catch (error) {
      checked.error = error;
    }
  }
  if (checked.error) throw checked.error;
}

function check(db: Database): void {
  const file = db.$client.name;
  // A connection of its own: the process's would go on reading from its memory, and from a file that was moved away.
  // Nor does what is rolled back on it count as written to the plan (db/memo.ts).
  const reading = new Sqlite(file, { fileMustExist: true, timeout: 0 });
  reading.pragma("foreign_keys = ON");
  try {
    for (const query of FIRST_AND_LAST) reading.prepare(query).all();
    takeRow(reading);
  } finally {
    reading.close();
  }
  takeFile(filesFolder());
}

function takeRow(client: Sqlite.Database): void {
  try {
    client.exec("begin immediate");
  } catch (error) {
    // Another program writes at the moment: the disk is well.
    if (isLocked(error)) return;
    throw error;
  }
  try {
    client.exec(
      `insert into verifications (id, identifier, value, expires_at, created_at, updated_at)
       values ('health', 'health', hex(zeroblob(${TINY_BYTES})), 0, 0, 0)`,
    );
  } finally {
    if (client.inTransaction) client.exec("rollback");
  }
}

function takeFile(folder: string): void {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder.`);
  const file = join(folder, `${randomUUID()}.part`);
  try {
    writeFileSync(file, Buffer.alloc(TINY_BYTES), { mode: 0o600, flag: "wx" });
  } finally {
    rmSync(file, { force: true });
  }
}
