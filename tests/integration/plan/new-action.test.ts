import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readHistory } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { DUPLICATE_FIELDS, FORM_FIELDS, pickFields } from "~/features/plan/actions/fields.ts";
import { actionChoices } from "~/features/plan/actions/form.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { readFields } from "~/features/plan/actions/row.server.ts";
import { addKeyResult, retireKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { addMilestone } from "~/features/plan/milestones/mutations.server.ts";
import { newActionByForm, newActionValues, readSource } from "~/features/plan/new-action/form.server.ts";
import { partsOfAction } from "~/features/plan/new-action/parts.server.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

/** A visit to the page of a new action, as far as that page asks. */
function visitOf(db: Database, viewer: Viewer, address: string): SignedInVisit {
  const visit = {
    db,
    viewer,
    networks: allNetworks(db),
    language: "en",
    at: TODAY,
    url: new URL(address, "http://here.invalid"),
    cookies: {},
    by: { personId: viewer.id, at: TODAY },
  };
  return visit as unknown as SignedInVisit;
}

/** Opens the form as the page does, and sends it with what is typed. */
function enter(visit: SignedInVisit, typed: Record<string, string | string[]> = {}) {
  const choices = actionChoices(visit);
  const source = readSource(visit);
  if (source === "unknown") throw new Error("There is no such source.");
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...newActionValues(visit, choices, source), ...typed }))
    for (const one of [value ?? []].flat()) form.append(name, one);
  return newActionByForm(visit, form, choices, source);
}

const rowOf = (db: Database, ref: string) => {
  const row = db.select().from(actions).where(eq(actions.ref, ref)).get();
  if (!row) throw new Error(`There is no ${ref}.`);
  return row;
};

function withParts(db: Database, admin: Viewer) {
  const by = { personId: admin.id, at: TODAY };
  db.update(actions).set({ startQuarter: "2026-Q1", dueQuarter: "2026-Q2" }).where(eq(actions.ref, "LOB-4")).run();
  const measure = { unit: "networks", start: 1, target: 9 };
  addKeyResult(db, by, admin, "LOB-4", { ...measure, name: { en: "Joined", fr: "Rejoint" }, due: "2026-Q2" });
  const { id } = addKeyResult(db, by, admin, "LOB-4", { ...measure, name: { en: "Given up" }, due: null });
  retireKeyResult(db, by, admin, { ref: "LOB-4", id, version: 1 });
  addMilestone(db, by, admin, "LOB-4", { name: { en: "Begin" }, day: "2026-01-31", state: "done" });
  addMilestone(db, by, admin, "LOB-4", { name: { en: "End" }, day: "2026-06-30", state: "ahead" });
}

describe("an action made from another", () => {
  it("has its texts and fields, what was chosen of its parts, moved by its new start, and says so", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    withParts(db, admin);
    const visit = visitOf(db, admin, "/actions/new?from=LOB-4");
    const source = findAction(db, "LOB-4");
    const parts = partsOfAction(db, source?.id ?? 0);
    const end = parts.milestones.find(({ name }) => name.en === "End");
    const result = enter(visit, { start: "2027-Q2", due: "2027-Q3", milestone: String(end?.id) });
    if (!result.ok) throw new Error(JSON.stringify(result));
    const [before, after] = [rowOf(db, "LOB-4"), rowOf(db, result.ref)].map((row) => readFields(db, row));
    expect(pickFields(after ?? {}, DUPLICATE_FIELDS as never)).toEqual(
      pickFields(before ?? {}, DUPLICATE_FIELDS as never),
    );
    const texts = (fields: object = {}) => Object.entries(fields).filter(([name]) => name.includes("."));
    expect(texts(after)).toEqual(texts(before));
    expect(after).toMatchObject({ stage: "proposed", start: "2027-Q2", due: "2027-Q3", origin: "direct" });
    const made = partsOfAction(db, rowOf(db, result.ref).id);
    expect(made.keyResults.map(({ id: _, ...rest }) => rest)).toEqual([
      { name: { en: "Joined", fr: "Rejoint" }, unit: "networks", start: 1, target: 9, due: "2027-Q3" },
    ]);
    expect(made.milestones.map(({ day, name }) => [name.en, day])).toEqual([["End", "2027-09-30"]]);
    const { lines } = readHistory(
      db,
      { actionId: rowOf(db, result.ref).id },
      { by: null, kind: "action.duplicated", page: 1 },
      "en",
    );
    expect(lines).toMatchObject([{ kind: "action.duplicated", other: "LOB-4", by: admin.name }]);
  });

  it("gives back what was typed and ticked, and enters nothing, when something is wrong", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    withParts(db, admin);
    const visit = visitOf(db, admin, "/actions/new?from=LOB-4");
    const before = db.select().from(actions).all().length;
    const result = enter(visit, { "title.en": " ", start: "2027-Q2", due: "2026-Q1", milestone: [], keyResult: ["1"] });
    expect(result).toMatchObject({
      ok: false,
      status: 422,
      submitted: { keyResult: ["1"], milestone: [], start: "2027-Q2" },
      problems: { due: "due-before-start" },
    });
    expect(db.select().from(actions).all()).toHaveLength(before);
  });

  it("is offered on the viewer’s own boards and lead networks alone", () => {
    const db = seededDatabase();
    const coordinator = someone(db, "coordinator", "asia", ["learning"]);
    const visit = visitOf(db, coordinator, "/actions/new?from=LOB-4&board=lobbying");
    const source = readSource(visit);
    const choices = actionChoices(visit);
    const values = newActionValues(visit, choices, source === "unknown" ? null : source);
    expect(values.board).toBe("learning");
    expect(choices.leads.map(({ id }) => String(id))).toContain(values.lead);
    expect(readSource(visitOf(db, coordinator, "/actions/new?from=LOB-999"))).toBe("unknown");
  });

  it("takes over each field of the form, except those that it has for itself", () => {
    const own = FORM_FIELDS.filter((name) => !(DUPLICATE_FIELDS as readonly string[]).includes(name));
    expect(own).toEqual(["responsible", "start", "due"]);
  });
});
