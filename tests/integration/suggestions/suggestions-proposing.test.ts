import { describe, expect, test } from "vitest";
import type { SuggestionKind } from "~/domain.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { beginning, draftFrom, readSuggestion } from "~/features/suggestions/form.server.ts";
import { submitSuggestion } from "~/features/suggestions/mutations.server.ts";
import { openWorkshop } from "~/features/suggestions/workshops.server.ts";
import { events, suggestions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { actionOf, addOrganisation, by, edit, formOf, networkOf, rowOf, said } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/** A member in Nepal, and what becomes of a form of theirs as it begins, typed over with some fields. */
function setUp(organisations: string[] = []) {
  const db = seededDatabase();
  for (const organisation of organisations) addOrganisation(db, organisation, "nepal");
  const viewer = someone(db, "member", organisations[0] ?? "nepal");
  const asked = { viewer, networks: allNetworks(db), language: "en" as const, at: TODAY };
  const read = (kind: SuggestionKind, ref: string | null, fields: Record<string, string | string[]>) => {
    const action = ref ? actionOf(db, ref) : null;
    const begun = beginning(asked, kind, "financing", action, "en");
    return readSuggestion(formOf({ ...begun, ...fields }), { ...asked, db, kind, action });
  };
  const problems = (...form: Parameters<typeof read>) => {
    const parsed = read(...form);
    return parsed.ok ? {} : parsed.problems;
  };
  return { db, viewer, asked, read, problems };
}

describe("the form of a new action", () => {
  test("gives what it says, in its author’s language, and where it comes from", () => {
    const { db, read } = setUp();
    const texts = { description: "Each year, in spring.", expectedResult: "Ten of us know one another." };
    const nepal = networkOf(db, "nepal").id;
    expect(read("new-action", null, { title: "A school for organisers", language: "fr", ...texts })).toMatchObject({
      ok: true,
      value: {
        kind: "new-action",
        board: "financing",
        originId: nepal,
        voice: "personal",
        mandateById: null,
        proposal: {
          level: "national",
          lead: nepal,
          sourceLanguage: "fr",
          "title.fr": "A school for organisers",
          "description.fr": texts.description,
          "expectedResult.fr": texts.expectedResult,
        },
      },
    });
  });

  test("needs a title, one that is no longer than a title", () => {
    const { problems } = setUp();
    expect(problems("new-action", null, { title: "  " })).toEqual({ title: "title-missing" });
    expect(problems("new-action", null, { title: "x".repeat(201) })).toEqual({ title: "title-too-long" });
  });

  test("speaks for a network of one’s own line or branch, and for no other", () => {
    const { db, problems } = setUp();
    const from = (slug: string) => problems("new-action", null, { title: "T", origin: String(networkOf(db, slug).id) });
    expect(from("nepal")).toEqual({});
    expect(from("asia")).toEqual({});
    expect(from("india")).toEqual({ origin: "not-your-origin" });
    expect(from("insp-r")).toEqual({ origin: "not-your-origin" });
    expect(problems("new-action", null, { title: "T", origin: "" })).toEqual({ origin: "origin-missing" });
    expect(problems("new-action", null, { title: "T", origin: "9999" })).toEqual({ origin: "not-your-origin" });
  });

  test("what was wrong comes back as it was typed", () => {
    const { read } = setUp();
    const submitted = { title: "", why: "Line one\r\nline two", description: "Kept." };
    expect(read("new-action", null, submitted)).toMatchObject({
      submitted: { why: "Line one\nline two", description: "Kept." },
    });
  });
});

describe("a mandate", () => {
  const mandated = { title: "T", voice: "mandated" };

  test("says who gave it, when, and on what occasion", () => {
    const { problems } = setUp();
    expect(problems("new-action", null, { ...mandated, mandateBy: "" })).toEqual({
      mandateBy: "mandate-missing",
      mandateOn: "missing",
      mandateOccasion: "missing",
    });
  });

  test.each([
    ["2026-11-24", {}],
    ["2026-11-25", { mandateOn: "day-in-future" }],
    ["2026-02-30", { mandateOn: "not-a-day" }],
    ["24/11/2026", { mandateOn: "not-a-day" }],
  ])("is of a day that has come: %s", (mandateOn, expected) => {
    expect(setUp().problems("new-action", null, { ...mandated, mandateOn, mandateOccasion: "Assembly" })).toEqual(
      expected,
    );
  });

  test("comes from one’s own organisation or network, not from another’s", () => {
    const { db, problems } = setUp(["gefont", "another-union"]);
    const asked = { ...mandated, mandateOn: "2026-11-01", mandateOccasion: "Congress" };
    const of = (slug: string) => problems("new-action", null, { ...asked, mandateBy: String(networkOf(db, slug).id) });
    expect([of("gefont"), of("nepal")]).toEqual([{}, {}]);
    for (const slug of ["another-union", "india"]) expect(of(slug)).toEqual({ mandateBy: "not-your-origin" });
  });

  test("of somebody who speaks for themselves is not kept, whatever the form still holds", () => {
    const parsed = setUp().read("new-action", null, { title: "T", mandateOn: "2030-01-01", mandateOccasion: "Never" });
    expect(parsed).toMatchObject({ ok: true, value: { mandateById: null, mandateOn: null, mandateOccasion: null } });
  });
});

describe("the form of an amendment", () => {
  const why = { title: "Sooner", why: "Because." };

  test("gives the fields that it changes and no other", () => {
    const { db, read } = setUp();
    const parsed = read("amendment", "LOB-3", {
      ...why,
      due: "2028-Q1",
      actionTitle: "Another title",
      partners: "ILO\r\n",
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: { board: "lobbying", baseVersion: actionOf(db, "LOB-3").version },
    });
    expect(parsed.ok && parsed.value.proposal).toEqual({ due: "2028-Q1", "title.en": "Another title" });
  });

  test("differs from what its author had before them, not from what the plan has become", () => {
    const { db, read } = setUp();
    const { version } = actionOf(db, "LOB-3");
    edit(db, "LOB-3", { priority: "low", due: "2030-Q4" });
    const parsed = read("amendment", "LOB-3", { ...why, priority: "low", baseVersion: String(version) });
    expect(parsed.ok && parsed.value.proposal).toEqual({ priority: "low", due: "2030-Q4" });
  });

  test("must change something, say why, and not be due before it starts", () => {
    const { problems } = setUp();
    expect(problems("amendment", "LOB-3", why)).toEqual({ proposal: "nothing-changed" });
    expect(problems("amendment", "LOB-3", { ...why, why: " ", due: "2028-Q1" })).toEqual({ why: "why-missing" });
    expect(problems("amendment", "LOB-3", { ...why, start: "2027-Q2", due: "2027-Q1" })).toEqual({
      due: "due-before-start",
    });
    expect(problems("amendment", "LOB-3", { ...why, actionTitle: "" })).toEqual({ actionTitle: "title-missing" });
    expect(problems("amendment", "LOB-3", { title: "", why: "" })).toEqual({
      title: "title-missing",
      why: "why-missing",
    });
  });

  test("shows itself again as it was typed", () => {
    const { db, asked } = setUp();
    const action = actionOf(db, "LOB-3");
    const form = {
      ...beginning(asked, "amendment", "lobbying", action, "en"),
      ...why,
      due: "2028-Q1",
      partners: "ILO\nWSM",
    };
    const parsed = readSuggestion(formOf(form), { ...asked, db, kind: "amendment", action });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    // Whom a form offers for a mandate is kept only where there is one.
    expect(draftFrom(db, parsed.value, action)).toMatchObject({ ...form, mandateBy: "" });
  });
});

test("a remark stands on its action’s board, or on the one that is chosen, and says why", () => {
  const { read, problems } = setUp();
  expect(read("remark", "COM-3", { title: "T", why: "W" })).toMatchObject({ value: { board: "communication" } });
  expect(read("remark", null, { title: "T", why: "W" })).toMatchObject({
    value: { board: "financing", actionId: null },
  });
  expect(problems("remark", null, { title: "T", why: "" })).toEqual({ why: "why-missing" });
});

describe("submitting", () => {
  test("is told by history and promises an answer", () => {
    const { db, viewer } = setUp();
    const id = submitSuggestion(db, by(viewer), viewer, said(db, viewer));
    expect(rowOf(db, id)).toMatchObject({ state: "submitted", authorId: viewer.id, submittedAt: TODAY, version: 1 });
    expect(rowOf(db, id).responseDue).toEqual(new Date("2026-12-24T12:00:00Z"));
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "suggestion.submitted",
      suggestionId: id,
      board: "lobbying",
      actorId: viewer.id,
      actionId: null,
      networkId: networkOf(db, "nepal").id,
      after: { title: "A remark" },
    });
  });

  test("observers may not, nor open a workshop", () => {
    const { db } = setUp();
    const observer = someone(db, "observer", "nepal");
    const refused = expect.objectContaining({ status: 403 }) as Refusal;
    expect(() => submitSuggestion(db, by(observer), observer, said(db, observer))).toThrow(refused);
    const workshop = { occasion: "Assembly", place: "", heldOn: "2026-11-01" };
    expect(() => openWorkshop(db, by(observer), observer, workshop)).toThrow(refused);
    expect(db.select().from(suggestions).all()).toEqual([]);
  });
});
