import { describe, expect, test } from "vitest";
import { milestoneByForm } from "~/features/plan/milestones/form.server.ts";
import { addMilestone, editMilestone, removeMilestone } from "~/features/plan/milestones/mutations.server.ts";
import { milestonesOf } from "~/features/plan/milestones/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { events, milestones } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { actionOf, by, formOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const NOBODY = { personId: null, at: TODAY };
const SEMINAR = { name: { en: "Seminar in Lomé", fr: "Séminaire à Lomé" }, day: "2027-03-10", state: "ahead" as const };

const add = (db: Database, more: Partial<typeof SEMINAR> = {}) =>
  addMilestone(db, NOBODY, null, "LRN-3", { ...SEMINAR, ...more });
const last = (db: Database) => db.select().from(events).all().at(-1);

describe("milestones", () => {
  test("are read in the order of their days, in the reader's language or in one that there is, for many actions at once", () => {
    const db = seededDatabase();
    add(db);
    add(db, { name: { en: "Programme", fr: "Programme" }, day: "2026-12-01" });
    addMilestone(db, NOBODY, null, "LOB-5", { ...SEMINAR, day: "2027-01-01" });
    const ids = [actionOf(db, "LRN-3").id, actionOf(db, "LOB-5").id];
    const read = milestonesOf(db, ids, "fr");
    expect(read.map(({ day }) => day)).toEqual(["2026-12-01", "2027-01-01", "2027-03-10"]);
    expect(read.at(-1)).toMatchObject({ name: "Séminaire à Lomé", lang: null });
    expect(milestonesOf(db, ids, "nl").at(-1)).toMatchObject({ name: "Séminaire à Lomé", lang: "fr" });
    expect(milestonesOf(db, [], "fr")).toEqual([]);
  });

  test("are marked done and missed and ahead again, each an event with what it was", () => {
    const db = seededDatabase();
    const id = add(db);
    let version = 1;
    for (const state of ["done", "missed", "ahead"] as const) {
      expect(editMilestone(db, NOBODY, null, { ref: "LRN-3", id, version }, { state })).toEqual({ status: "saved" });
      expect(last(db)).toMatchObject({ kind: "milestone.edited", board: "learning", after: { ...SEMINAR, state } });
      version += 1;
    }
    expect(editMilestone(db, NOBODY, null, { ref: "LRN-3", id, version }, { state: "ahead" }).status).toBe("unchanged");
    expect(db.select().from(milestones).get()?.version).toBe(version);
  });

  test("a stale edit, mark or removal changes nothing", () => {
    const db = seededDatabase();
    const id = add(db);
    const old = { ref: "LRN-3", id, version: 1 };
    editMilestone(db, NOBODY, null, old, { day: "2027-04-01" });
    expect(editMilestone(db, NOBODY, null, old, { day: "2027-05-01" })).toEqual({ status: "stale" });
    expect(editMilestone(db, NOBODY, null, old, { state: "done" })).toEqual({ status: "stale" });
    expect(removeMilestone(db, NOBODY, null, old)).toEqual({ status: "stale" });
    expect(db.select().from(milestones).get()).toMatchObject({ day: "2027-04-01", state: "ahead", version: 2 });
  });

  test("removing one keeps in history what it said", () => {
    const db = seededDatabase();
    const id = add(db);
    expect(removeMilestone(db, NOBODY, null, { ref: "LRN-3", id, version: 1 })).toEqual({ status: "removed" });
    expect(last(db)).toMatchObject({ kind: "milestone.removed", before: SEMINAR, after: null });
    expect(() => removeMilestone(db, NOBODY, null, { ref: "LRN-3", id, version: 1 })).toThrow(/no milestone/);
  });

  test("are the coordinators' of the action, and one cannot be reached through another action", () => {
    const db = seededDatabase();
    const id = add(db);
    const member = someone(db, "member", "nepal");
    const other = someone(db, "coordinator", "asia", ["lobbying"]);
    for (const one of [member, other])
      expect(() => addMilestone(db, by(one), one, "LRN-3", SEMINAR)).toThrow(/may not work/);
    expect(() => editMilestone(db, by(other), other, { ref: "LOB-5", id, version: 1 }, { state: "done" })).toThrow(
      /no milestone/,
    );
  });
});

describe("the form of milestones", () => {
  const asked = (db: Database, fields: Record<string, string>) => {
    const viewer = someone(db, "admin", "insp-r");
    return milestoneByForm({ db, by: by(viewer), viewer, language: "nl" }, "LRN-3", formOf(fields));
  };

  test("asks for a name in one language at least, and a day that the calendar has", () => {
    const db = seededDatabase();
    expect(asked(db, { intent: "add", day: "2027-02-30", state: "ahead" })).toMatchObject({
      status: 422,
      problems: { "name.nl": "name-missing", day: "not-a-day" },
      submitted: { day: "2027-02-30" },
    });
    expect(asked(db, { intent: "add", "name.fr": "Séminaire", day: "2027-02-28", state: "gone" })).toMatchObject({
      problems: { state: "not-a-choice" },
    });
    expect(asked(db, { intent: "add", "name.fr": "Séminaire", day: "2027-02-28", state: "ahead" })).toEqual({
      ok: true,
    });
    expect(asked(db, { intent: "elsewhere" })).toBeNull();
  });

  test("that comes too late answers 409 and keeps what was typed, also when the milestone is gone", () => {
    const db = seededDatabase();
    const id = String(add(db));
    const edit = { intent: "edit", id, version: "1", "name.en": "Mine", day: "2027-06-01", state: "ahead" };
    asked(db, { intent: "mark", id, version: "1", state: "done" });
    expect(asked(db, edit)).toMatchObject({ status: 409, id: Number(id), submitted: { "name.en": "Mine" } });
    asked(db, { intent: "remove", id, version: "2" });
    expect(asked(db, { ...edit, version: "2" })).toMatchObject({
      status: 409,
      id: null,
      submitted: { "name.en": "Mine" },
    });
  });
});
