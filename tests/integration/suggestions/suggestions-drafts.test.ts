import { describe, expect, test } from "vitest";
import { draftsOf, draftTitle, findDraft, forgetDraft, saveDraft } from "~/features/suggestions/drafts.server.ts";
import { submitSuggestion } from "~/features/suggestions/mutations.server.ts";
import { enteredAt, findWorkshop, openWorkshop, submitWorkshop } from "~/features/suggestions/workshops.server.ts";
import { drafts, events, suggestions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { by, formOf, networkOf, rowOf, said } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const viewer = someone(db, "member", "nepal");
  return { db, viewer, asked: { viewer, by: { personId: viewer.id, at: TODAY } } };
}

describe("a draft", () => {
  test("is kept as typed, right or not, and overwritten by its own form", () => {
    const { db, viewer, asked } = setUp();
    const submitted = { title: "", voice: "mandated", mandateOn: "soon", principles: ["1", "4"] };
    const draft = saveDraft(db, asked, formOf({ ...submitted, intent: "draft" }));
    expect(draftsOf(db, viewer).map((one) => one.formValues)).toEqual([submitted]);
    const again = saveDraft(
      db,
      { ...asked, by: { ...asked.by, at: new Date(+TODAY + 1) } },
      formOf({ draft: String(draft), title: " New " }),
    );
    expect(again).toBe(draft);
    expect(draftsOf(db, viewer).map(draftTitle)).toEqual(["New"]);
  });

  test("is its author’s alone: another can neither read, overwrite nor forget it", () => {
    const { db, viewer, asked } = setUp();
    const other = someone(db, "member", "india");
    const draft = saveDraft(db, asked, formOf({ title: "Mine" })) ?? 0;
    expect([findDraft(db, other, draft), draftsOf(db, other)]).toEqual([undefined, []]);
    expect(saveDraft(db, { ...asked, viewer: other }, formOf({ draft: String(draft), title: "Theirs" }))).not.toBe(
      draft,
    );
    forgetDraft(db, other, draft);
    expect(draftsOf(db, viewer).map(draftTitle)).toEqual(["Mine"]);
  });

  test("is gone once it is submitted, and not when nothing was", () => {
    const { db, viewer, asked } = setUp();
    const draft = saveDraft(db, asked, formOf({ title: "Mine" }));
    const nowhere = said(db, viewer, { originId: 9999 });
    expect(() => submitSuggestion(db, by(viewer), viewer, nowhere, { draft })).toThrow();
    expect(draftsOf(db, viewer)).toHaveLength(1);
    submitSuggestion(db, by(viewer), viewer, said(db, viewer), { draft });
    expect(draftsOf(db, viewer)).toEqual([]);
  });

  test("has its limits: of size, and of how many somebody keeps", () => {
    const { db, asked } = setUp();
    expect(saveDraft(db, asked, formOf({ why: "x".repeat(100_001) }))).toBeNull();
    for (let number = 1; number < 200; number++) saveDraft(db, asked, formOf({ title: String(number) }));
    const last = saveDraft(db, asked, formOf({ title: "The last" }));
    expect(last).toBeGreaterThan(0);
    expect(saveDraft(db, asked, formOf({ title: "One too many" }))).toBeNull();
    expect(saveDraft(db, asked, formOf({ draft: String(last), title: "Still written on" }))).toBe(last);
  });
});

describe("what was said at a workshop", () => {
  test("is submitted as a whole, or stays as it was entered", () => {
    const { db, viewer, asked } = setUp();
    const workshop = openWorkshop(db, by(viewer), viewer, { occasion: "Assembly", place: "", heldOn: "2026-11-01" });
    const enter = (title: string, originId: number) => ({
      draft: saveDraft(db, asked, formOf({ title }), workshop) ?? 0,
      content: said(db, viewer, { title, originId }),
    });
    const nepal = enter("From Nepal", networkOf(db, "nepal").id);
    const asia = enter("From Asia", networkOf(db, "asia").id);
    const before = db.select().from(events).all().length;
    expect(() => submitWorkshop(db, by(viewer), viewer, workshop, [nepal, enter("From nowhere", 9999)])).toThrow();
    expect(db.select().from(suggestions).all()).toEqual([]);
    expect(db.select().from(events).all()).toHaveLength(before);
    expect(enteredAt(db, workshop)).toHaveLength(3);

    const ids = submitWorkshop(db, by(viewer), viewer, workshop, [nepal, asia]);
    expect(ids.map((id) => [rowOf(db, id).title, rowOf(db, id).workshopId])).toEqual([
      ["From Nepal", workshop],
      ["From Asia", workshop],
    ]);
    expect(enteredAt(db, workshop).map(draftTitle)).toEqual(["From nowhere"]);
  });

  test("is its facilitator’s alone until then, and not among their other drafts", () => {
    const { db, viewer, asked } = setUp();
    const workshop = openWorkshop(db, by(viewer), viewer, { occasion: "Assembly", place: "", heldOn: "2026-11-01" });
    saveDraft(db, asked, formOf({ title: "Entered" }), workshop);
    expect(findWorkshop(db, someone(db, "admin", "insp-r"), workshop)).toBeUndefined();
    expect(findWorkshop(db, viewer, workshop)?.occasion).toBe("Assembly");
    expect(draftsOf(db, viewer)).toEqual([]);
    expect(db.select().from(drafts).all()).toHaveLength(1);
  });
});
