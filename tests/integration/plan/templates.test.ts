import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readHistory } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { actionChoices } from "~/features/plan/actions/form.server.ts";
import { addKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { addMilestone } from "~/features/plan/milestones/mutations.server.ts";
import {
  newActionByForm,
  newActionValues,
  readSource,
  templatesToChoose,
} from "~/features/plan/new-action/form.server.ts";
import { partsOfAction } from "~/features/plan/new-action/parts.server.ts";
import {
  createTemplateByForm,
  newTemplateValues,
  templateByForm,
  templateValues,
} from "~/features/plan/templates/form.server.ts";
import { findTemplate, templatesOf } from "~/features/plan/templates/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

type Typed = Record<string, string | string[] | undefined>;

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

function formOf(typed: Typed): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) for (const one of [value ?? []].flat()) form.append(name, one);
  return form;
}

/** A template made of LOB-4, which begins in the first quarter of 2026 with a measure and a milestone. */
function templateOfAction(db: Database, admin: Viewer, typed: Typed = {}) {
  const by = { personId: admin.id, at: TODAY };
  db.update(actions).set({ startQuarter: "2026-Q1", dueQuarter: "2026-Q2" }).where(eq(actions.ref, "LOB-4")).run();
  const measure = { name: { en: "Joined", fr: "Rejoint" }, unit: "networks", start: 1.5, target: 9, due: "2026-Q2" };
  addKeyResult(db, by, admin, "LOB-4", measure);
  addMilestone(db, by, admin, "LOB-4", { name: { en: "Sent" }, day: "2026-05-31", state: "done" });
  const visit = visitOf(db, admin, "/boards/lobbying/templates/new?from=LOB-4");
  const values = newTemplateValues(visit);
  if (values === "unknown") throw new Error("There is no LOB-4.");
  return createTemplateByForm(visit, "lobbying", formOf({ ...values, ...typed }));
}

describe("a template", () => {
  it("holds what its action has, counted from the start, and makes actions in their own quarters", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    const made = templateOfAction(db, admin);
    const id = made.ok ? (made.id ?? 0) : 0;
    expect(findTemplate(db, id)?.content).toMatchObject({
      dueAfter: 1,
      keyResults: [{ name: { en: "Joined", fr: "Rejoint" }, start: 1.5, target: 9, dueAfter: 1 }],
      milestones: [{ name: { en: "Sent" }, month: 5, day: 31 }],
    });

    const visit = visitOf(db, admin, `/actions/new?template=${id}`);
    const [choices, source] = [actionChoices(visit), readSource(visit)];
    if (source === "unknown" || !source) throw new Error("There is no template.");
    const values = newActionValues(visit, choices, source);
    expect(values).toMatchObject({ board: "lobbying", start: "2027-Q1", due: "2027-Q2", stage: "proposed" });
    const without = newActionByForm(visit, formOf({ ...values, start: "", due: "" }), choices, source);
    expect(without).toMatchObject({ ok: false, status: 422, problems: { start: "start-missing" } });
    const entered = newActionByForm(visit, formOf({ ...values, start: "2027-Q4", due: "2028-Q1" }), choices, source);
    if (!entered.ok) throw new Error(JSON.stringify(entered.problems));
    const row = db.select().from(actions).where(eq(actions.ref, entered.ref)).get();
    const parts = partsOfAction(db, row?.id ?? 0);
    expect(parts.keyResults).toMatchObject([{ start: 1.5, target: 9, due: "2028-Q1" }]);
    // The fifth month from October on has 29 days in 2028.
    expect(parts.milestones.map(({ day }) => day)).toEqual(["2028-02-29"]);
    const [line] = readHistory(
      db,
      { actionId: row?.id ?? 0 },
      { by: null, kind: "action.made-from-template", page: 1 },
      "en",
    ).lines;
    expect(line?.about).toBe(findTemplate(db, id)?.content["title.en"]);
  });

  it("comes back from its form as it is, and an edit of an older version changes nothing", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    const made = templateOfAction(db, admin);
    const id = made.ok ? (made.id ?? 0) : 0;
    const template = findTemplate(db, id);
    const visit = visitOf(db, admin, `/boards/lobbying/templates/${id}`);
    const values = template ? templateValues(template.content, "en") : {};
    const save = (typed: Typed) => templateByForm(visit, "lobbying", id, formOf({ ...values, ...typed }));
    expect(save({ intent: "save", version: "1" })).toEqual({ ok: true, id: null });
    expect(save({ intent: "save", version: "1", "title.en": "Seminar" })).toEqual({ ok: true, id });
    expect(save({ intent: "save", version: "1", "title.en": "Later" })).toMatchObject({ ok: false, status: 409 });
    const kinds = readHistory(db, { templateId: id }, { by: null, kind: null, page: 1 }, "en").lines;
    expect(kinds.map(({ kind, about }) => [kind, about])).toEqual([
      ["template.edited", "Seminar"],
      ["template.created", template?.content["title.en"]],
    ]);
  });

  it("says beside each row what is wrong, and leaves empty rows out", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    const wrong = templateOfAction(db, admin, {
      "keyResult.3.unit": "people",
      "milestone.2.name.en": "Too late",
      "milestone.2.month": "99",
      "milestone.2.day": "1",
      "milestone.4.month": "1",
      "milestone.4.day": "1",
    });
    expect(wrong.ok ? {} : wrong.problems).toMatchObject({
      "keyResult.3.start": "missing",
      "keyResult.3.target": "missing",
      "milestone.2.month": "not-whole",
    });
    expect(wrong.ok ? [] : Object.keys(wrong.problems).filter((name) => name.startsWith("milestone.4"))).toEqual([]);
    expect(templatesOf(db, "lobbying", "en")).toEqual([]);
  });

  it("is found by the words of its title in any language, until it is retired; it is never deleted", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    const made = templateOfAction(db, admin, { "title.en": "A seminar", "title.fr": "Une journée d’étude" });
    const id = made.ok ? (made.id ?? 0) : 0;
    const found = (words: string, viewer = admin) => {
      const visit = visitOf(db, viewer, `/actions/new?${new URLSearchParams({ q: words })}`);
      return templatesToChoose(visit, actionChoices(visit)).found.map(({ title }) => title);
    };
    expect([found(""), found("journee etude"), found("semi"), found("campaign")]).toEqual([
      ["A seminar"],
      ["A seminar"],
      ["A seminar"],
      [],
    ]);
    // Of the boards on which somebody may enter an action alone.
    expect(found("", someone(db, "coordinator", "asia", ["learning"]))).toEqual([]);
    const visit = visitOf(db, admin, `/boards/lobbying/templates/${id}`);
    expect(templateByForm(visit, "lobbying", id, formOf({ intent: "retire", version: "1" }))?.ok).toBe(true);
    expect(found("")).toEqual([]);
    expect(readSource(visitOf(db, admin, `/actions/new?template=${id}`))).toBe("unknown");
    expect(() => db.$client.exec("delete from action_templates")).toThrow("never deleted");
    const stranger = someone(db, "coordinator", "asia", ["learning"]);
    const other = visitOf(db, stranger, `/boards/lobbying/templates/${id}`);
    const restore = formOf({ intent: "restore", version: "2" });
    expect(() => templateByForm(other, "lobbying", id, restore)).toThrow("keeps no templates");
  });
});
