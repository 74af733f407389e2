import Database from "better-sqlite3";

/*
 * Loaded before the server (`node --import`) by the tests of faults: on SIGUSR2 the disk is full, or the file read-only, as
 * `STORAGE_FAULT` says, for every connection that is open and each that is opened. SQLite itself then fails as it would.
 */

const FAULTS = {
  // No page more than there are: what a full disk comes to.
  full: (db) => db.pragma(`max_page_count = ${db.pragma("page_count", { simple: true })}`),
  "read-only": (db) => db.pragma("query_only = ON"),
};

const open = new Set();
let on = false;
const { pragma } = Database.prototype;
Database.prototype.pragma = function noted(...args) {
  const isNew = !open.has(this);
  open.add(this);
  if (on && isNew) FAULTS[process.env.STORAGE_FAULT](this);
  return pragma.apply(this, args);
};

process.on("SIGUSR2", () => {
  on = true;
  for (const db of open) if (db.open) FAULTS[process.env.STORAGE_FAULT](db);
  process.stdout.write("the fault is on\n");
});
