import { describe, expect, test } from "vitest";
import { heldByEach, lyingAhead } from "~/features/tools/engine/ahead.server.ts";
import type { Values } from "~/features/tools/engine/field.ts";
import { addEntry, editEntry, removeEntry } from "~/features/tools/engine/mutations.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { funding } from "~/features/tools/financing/funding/funding.ts";
import { proposals } from "~/features/tools/financing/proposals/proposals.ts";
import { windows } from "~/features/tools/lobbying/windows/windows.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
const SEED = { personId: null, at: NOW };

function enter(db: Database, register: Register, title: string, values: Values): number {
  return addEntry(db, SEED, null, register, { title: { en: title }, networkId: 1, refs: [], values });
}

const titles = (db: Database) => lyingAhead(db, "en", NOW).map(({ title }) => title);

/** The seed's own window lies ahead or not as the years go: the tests name their own. */
function emptied(): Database {
  const db = seededDatabase();
  db.$client.exec("update entries set ahead_on = null");
  return db;
}

describe("what lies ahead in the boards' tools", () => {
  test("the soonest first, today among them; a meeting that is over is not", () => {
    const db = emptied();
    enter(db, windows, "Next year", { first: "2027-02-01" });
    enter(db, windows, "Today", { first: "2026-11-24" });
    enter(db, windows, "Yesterday", { first: "2026-11-23" });
    enter(db, funding, "Soon", { stage: "idea", deadline: "2026-12-01", donor: "Made up", currency: "EUR" });
    expect(lyingAhead(db, "en", NOW)).toMatchObject([
      { title: "Today", register: "windows", board: "lobbying", day: "2026-11-24", late: false },
      { title: "Soon", register: "funding", board: "financing", day: "2026-12-01" },
      { title: "Next year" },
    ]);
  });

  test("what is owed is late once its day has passed, for ninety days", () => {
    const db = emptied();
    enter(db, proposals, "Late", { stage: "in-review", deadline: "2026-11-23" });
    enter(db, proposals, "Long late", { stage: "draft", deadline: "2026-08-01" });
    expect(lyingAhead(db, "en", NOW)).toMatchObject([{ title: "Late", late: true }]);
  });

  test("a stream is to be asked for, then to be reported on, then nothing is owed", () => {
    const db = emptied();
    const values = { donor: "Made up", currency: "EUR", deadline: "2026-12-01", reportDue: "2027-06-30" };
    const id = enter(db, funding, "Stream", { ...values, stage: "in-preparation" });
    const days = () => lyingAhead(db, "en", NOW).map(({ day }) => day);
    const move = (version: number, stage: string) =>
      editEntry(db, SEED, null, funding, { id, version }, { values: { stage } });
    expect(days()).toEqual(["2026-12-01"]);
    move(1, "asked");
    expect(days()).toEqual([]);
    move(2, "granted");
    expect(days()).toEqual(["2027-06-30"]);
    move(3, "reported");
    expect(days()).toEqual([]);
  });

  test("a proposal that was sent owes nothing, and what was taken off its list is not named", () => {
    const db = emptied();
    enter(db, proposals, "Sent", { stage: "sent", deadline: "2026-12-01" });
    const id = enter(db, windows, "Removed", { first: "2026-12-01" });
    expect(titles(db)).toEqual(["Removed"]);
    removeEntry(db, SEED, null, windows, { id, version: 1 }, null);
    expect(titles(db)).toEqual([]);
  });

  test("at most six, and three that are late before them, in two statements", () => {
    const db = emptied();
    for (let n = 1; n <= 9; n += 1) enter(db, windows, `Meeting ${n}`, { first: `2027-01-0${n}` });
    for (let n = 1; n <= 4; n += 1) enter(db, proposals, `Late ${n}`, { stage: "draft", deadline: `2026-11-0${n}` });
    expect(titles(db)).toEqual([
      "Late 1",
      "Late 2",
      "Late 3",
      "Meeting 1",
      "Meeting 2",
      "Meeting 3",
      "Meeting 4",
      "Meeting 5",
      "Meeting 6",
    ]);
    expect(statementsOf(db, () => lyingAhead(db, "en", NOW))).toBe(2);
  });
});

test("how many each tool holds, without those that were removed", () => {
  const db = seededDatabase();
  const before = heldByEach(db).windows ?? 0;
  const id = enter(db, windows, "One more", { first: "2026-12-01" });
  expect(heldByEach(db).windows).toBe(before + 1);
  removeEntry(db, SEED, null, windows, { id, version: 1 }, null);
  expect(heldByEach(db).windows).toBe(before);
});
