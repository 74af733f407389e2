import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { readHistory } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { search } from "~/features/core/search/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { parseEntry } from "~/features/tools/engine/form.server.ts";
import { entriesOfAction } from "~/features/tools/engine/linked.server.ts";
import { addEntry, editEntry, removeEntry, restoreEntry } from "~/features/tools/engine/mutations.server.ts";
import { entryOf, listOf } from "~/features/tools/engine/pages.server.ts";
import { entryByForm, partByForm } from "~/features/tools/engine/part-form.server.ts";
import { addPart, editPart, partsOf, removePart } from "~/features/tools/engine/parts.server.ts";
import { allEntries, findEntry } from "~/features/tools/engine/queries.server.ts";
import { stakeholders } from "~/features/tools/lobbying/stakeholders/stakeholders.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { entries, events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { actionOf, formOf } from "../../support/suggestions.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

const NOBODY = { personId: null, at: TODAY };

const network = (db: Database, slug: string) => allNetworks(db).find((one) => one.slug === slug)?.id ?? 0;

const add = (db: Database, more: Partial<Parameters<typeof addEntry>[4]> = {}) =>
  addEntry(db, NOBODY, null, stakeholders, {
    title: { en: "World Health Assembly", fr: "Assemblée mondiale de la santé" },
    networkId: network(db, "insp-r"),
    refs: ["LOB-5", "LOB-7"],
    values: { influence: "high", stance: null, what: { en: "It decides on *access* to vaccines." } },
    ...more,
  });

const looking = (db: Database, at: string, role = coordinator(db), language: Language = "en") => ({
  db,
  viewer: role,
  networks: allNetworks(db),
  language,
  at: TODAY,
  url: new URL(at, "http://here.invalid"),
});

const coordinator = (db: Database) => someone(db, "coordinator", "asia", ["lobbying"]);
const titles = (db: Database, query: string, language: Language = "en") =>
  listOf(looking(db, `/stakeholders${query}`, coordinator(db), language), stakeholders).entries.map(
    ({ title }) => title,
  );
/** What the power map holds of an action: other tools of the seed may be joined to it too. */
const onMapOf = (db: Database, ref: string, language: Language) =>
  entriesOfAction(db, actionOf(db, ref).id, language)
    .filter(({ register }) => register === "stakeholders")
    .map(({ id }) => id);
const last = (db: Database) => db.select().from(events).all().at(-1);
const rowOf = (db: Database, id: number) =>
  db
    .select()
    .from(entries)
    .all()
    .find((one) => one.id === id);

/** Who sends a form, and where. */
function doingAs(db: Database, viewer: Viewer) {
  const by = { personId: viewer.id, at: TODAY };
  return { db, viewer, by, networks: allNetworks(db), language: "en" as const };
}

describe("an entry", () => {
  test("is read as it was entered, in the reader's language or in one that there is", () => {
    const db = seededDatabase();
    const id = add(db);
    const found = findEntry(db, stakeholders, id);
    expect(found).toMatchObject({ refs: ["LOB-5", "LOB-7"], values: { influence: "high" } });
    if (!found) return;
    const shown = entryOf(looking(db, "/", coordinator(db), "nl"), stakeholders, found);
    expect(shown).toMatchObject({ title: "Assemblée mondiale de la santé", lang: "fr", mayKeep: true });
    expect(shown.prose).toEqual([
      { name: "what", html: "<p>It decides on <em>access</em> to vaccines.</p>\n", lang: "en" },
    ]);
    expect(shown.actions.map(({ ref }) => ref)).toEqual(["LOB-5", "LOB-7"]);
    expect(onMapOf(db, "LOB-5", "fr")).toEqual([id]);
  });

  test("is changed field by field, each change in history with what it was and why", () => {
    const db = seededDatabase();
    const id = add(db);
    const which = { id, version: 1 };
    expect(editEntry(db, NOBODY, null, stakeholders, which, { values: { stance: "open" } }, "They said so.")).toEqual({
      status: "saved",
    });
    expect(last(db)).toMatchObject({
      kind: "entry.edited",
      board: "lobbying",
      entryId: id,
      why: "They said so.",
      before: { stance: null },
      after: { stance: "open" },
    });
    expect(rowOf(db, id)?.fields).toEqual({
      influence: "high",
      stance: "open",
      what: { en: "It decides on *access* to vaccines." },
    });
    editEntry(db, NOBODY, null, stakeholders, { id, version: 2 }, { title: { en: "Assembly" }, refs: ["LOB-7"] });
    expect(last(db)).toMatchObject({
      before: {
        "title.en": "World Health Assembly",
        "title.fr": "Assemblée mondiale de la santé",
        refs: ["LOB-5", "LOB-7"],
      },
      after: { "title.en": "Assembly", "title.fr": null, refs: ["LOB-7"] },
    });
    expect(onMapOf(db, "LOB-5", "fr")).toEqual([]);
    expect(editEntry(db, NOBODY, null, stakeholders, { id, version: 3 }, { refs: ["LOB-7"] }).status).toBe("unchanged");
  });

  test("that somebody changed meanwhile is left as it is", () => {
    const db = seededDatabase();
    const id = add(db);
    editEntry(db, NOBODY, null, stakeholders, { id, version: 1 }, { values: { stance: "ally" } });
    const old = { id, version: 1 };
    expect(editEntry(db, NOBODY, null, stakeholders, old, { values: { stance: "against" } })).toEqual({
      status: "stale",
    });
    expect(removeEntry(db, NOBODY, null, stakeholders, old, null)).toEqual({ status: "stale" });
    expect(rowOf(db, id)).toMatchObject({ version: 2, removedAt: null, fields: { stance: "ally" } });
  });

  test("that is removed leaves the lists and the search, stays readable, and can be brought back", () => {
    const db = seededDatabase();
    const id = add(db);
    addPart(db, NOBODY, null, stakeholders, { entryId: id, kind: "contacts" }, contact(db, "Spoke of zanzibar."));
    const found = (q: string) => search(db, { q, kind: "entry", page: 1 }, "en").total;
    expect([found("assembly"), found("zanzibar")]).toEqual([1, 1]);
    removeEntry(db, NOBODY, null, stakeholders, { id, version: 1 }, "Entered twice.");
    expect(last(db)).toMatchObject({ kind: "entry.removed", why: "Entered twice.", after: null });
    expect([found("assembly"), found("zanzibar")]).toEqual([0, 0]);
    expect(titles(db, "?q=assembly")).toEqual([]);
    expect(titles(db, "?removed=1")).toEqual(["World Health Assembly"]);
    expect(onMapOf(db, "LOB-5", "en")).toEqual([]);
    expect(findEntry(db, stakeholders, id)?.row.removedAt).toEqual(TODAY);
    expect(() => editEntry(db, NOBODY, null, stakeholders, { id, version: 2 }, { refs: [] })).toThrow(/no entry/);
    expect(restoreEntry(db, NOBODY, null, stakeholders, { id, version: 2 })).toEqual({ status: "saved" });
    expect([found("assembly"), found("zanzibar")]).toEqual([1, 1]);
    expect(titles(db, "?q=assembly")).toEqual(["World Health Assembly"]);
  });

  test("is kept by those who work on the board, for networks that they may lead for", () => {
    const db = seededDatabase();
    const keep = (viewer: ReturnType<typeof someone>, slug: string) => () =>
      addEntry(db, { personId: viewer.id, at: TODAY }, viewer, stakeholders, {
        title: { en: "Somebody" },
        networkId: network(db, slug),
        refs: [],
        values: {},
      });
    expect(keep(coordinator(db), "asia")).not.toThrow();
    expect(keep(coordinator(db), "insp-r")).not.toThrow();
    expect(keep(coordinator(db), "west-africa")).toThrow(/may not edit/);
    expect(keep(someone(db, "coordinator", "asia", ["learning"]), "asia")).toThrow(/may not edit/);
    expect(keep(someone(db, "member", "nepal"), "nepal")).toThrow(/may not edit/);
    expect(keep(someone(db, "admin", "insp-r"), "west-africa")).not.toThrow();
  });
});

describe("the list", () => {
  test("is narrowed by words, choices, a network with all below it and an action, each alone and together", () => {
    const db = seededDatabase();
    add(db);
    add(db, {
      title: { en: "Ministry" },
      networkId: network(db, "nepal"),
      refs: ["LOB-5"],
      values: { influence: "low" },
    });
    expect(titles(db, "?q=vaccines")).toEqual(["World Health Assembly"]);
    expect(titles(db, "?q=vaccinés assem")).toEqual(["World Health Assembly"]);
    expect(titles(db, "?influence=low")).toEqual(["Ministry"]);
    expect(titles(db, "?network=asia")).toEqual(["Ministry"]);
    expect(titles(db, "?action=LOB-5")).toEqual(["Ministry", "World Health Assembly"]);
    expect(titles(db, "?action=LOB-5&influence=high")).toEqual(["World Health Assembly"]);
    expect(titles(db, "?influence=huge&action=nonsense&network=nowhere").length).toBe(10);
    expect(titles(db, "?q=%22%20OR%20x")).toEqual([]);
  });

  test("stands in the alphabet of the reader's language, accents or not, a page at a time", () => {
    const db = seededDatabase();
    for (let n = 0; n < 40; n += 1) add(db, { title: { fr: `Équipe ${String(n).padStart(2, "0")}` } });
    const page = listOf(looking(db, "/stakeholders?page=2", coordinator(db), "fr"), stakeholders);
    expect(page).toMatchObject({ total: 48, page: 2, pages: 2 });
    const all = allEntries(
      db,
      stakeholders,
      readFilters(stakeholders, new URLSearchParams(), allNetworks(db), "2026-11-24"),
      "fr",
    );
    const sorted = all.map(({ title }) => title).toSorted((a, b) => a.localeCompare(b, "fr"));
    expect(all.map(({ title }) => title)).toEqual(sorted);
    expect(listOf(looking(db, "/stakeholders?page=99"), stakeholders).page).toBe(2);
  });

  test("goes to a spreadsheet in the reader's words, with nothing that it would take for a formula", () => {
    const db = seededDatabase();
    add(db, { title: { en: "=HYPERLINK(evil)" }, values: { influence: "decisive" } });
    const networks = allNetworks(db);
    const filters = readFilters(stakeholders, new URLSearchParams("q=hyperlink"), networks, "2026-11-24");
    const csv = entriesCsv(db, stakeholders, filters, { networks, language: "fr", i18n: i18nFor("fr") }).toString();
    const [head, row, end] = csv.split("\r\n");
    expect(head).toBe(
      "\uFEFFNuméro;Nom;Niveau ou continent;Influence;Attitude;Ce qu’ils décident, et ce qui les anime;Actions qui s’adressent à eux",
    );
    expect(row).toMatch(/^E-\d+;'=HYPERLINK\(evil\);INSP!R;Décisive;;;LOB-5, LOB-7$/);
    expect(end).toBe("");
  });
});

const contact = (db: Database, about = "The agenda.", slug = "nepal") => ({
  networkId: network(db, slug),
  language: "en" as const,
  values: { day: "2026-10-01", who: "The secretariat", about, follows: null },
});

describe("a part", () => {
  test("is entered in a network's name by whoever answers for it, and kept by those who keep the entry", () => {
    const db = seededDatabase();
    const id = add(db);
    const of = { entryId: id, kind: "contacts" };
    const member = someone(db, "member", "nepal");
    const as = { personId: member.id, at: TODAY };
    const part = addPart(db, as, member, stakeholders, of, contact(db));
    expect(part.status).toBe("saved");
    expect(last(db)).toMatchObject({
      kind: "entry-part.added",
      entryId: id,
      networkId: network(db, "nepal"),
      after: { part: "contacts", day: "2026-10-01", about: "The agenda." },
    });
    expect(() => addPart(db, as, member, stakeholders, of, contact(db, "x", "india"))).toThrow(/may not edit/);
    expect(() => addPart(db, as, someone(db, "observer", "nepal"), stakeholders, of, contact(db))).toThrow(
      /may not edit/,
    );
    expect(() => addPart(db, as, member, stakeholders, { ...of, kind: "secrets" }, contact(db))).toThrow(/no parts/);
    const which = { ...of, id: partsOf(db, [id])[0]?.id ?? 0, version: 1 };
    const actor = coordinator(db);
    expect(editPart(db, NOBODY, actor, stakeholders, which, contact(db, "The budget."))).toEqual({ status: "saved" });
    expect(editPart(db, as, member, stakeholders, which, contact(db))).toEqual({ status: "stale" });
    expect(removePart(db, as, member, stakeholders, { ...which, version: 2 })).toEqual({ status: "saved" });
    expect(last(db)).toMatchObject({ kind: "entry-part.removed", before: { about: "The budget." }, after: null });
    expect(partsOf(db, [id])).toEqual([]);
    expect(() => removePart(db, as, member, stakeholders, { ...which, version: 3 })).toThrow(/no contacts/);
  });

  test("is read by its form: what is wrong stands beside its field, what came too late is told", () => {
    const db = seededDatabase();
    const id = add(db);
    const doing = doingAs(db, coordinator(db));
    const of = { entryId: id, kind: "contacts", definition: stakeholders.parts.contacts };
    const send = (fields: Record<string, string>) => partByForm(doing, stakeholders, of, formOf(fields));
    expect(send({ intent: "add", day: "soon", about: "" })).toMatchObject({
      status: 422,
      problems: { day: "not-a-day", about: "missing" },
      submitted: { day: "soon" },
    });
    expect(send({ intent: "add", day: "2026-10-01", about: "Vaccines" })).toMatchObject({
      problems: { network: "network-missing" },
    });
    const right = { network: String(network(db, "asia")), day: "2026-10-01", about: "Vaccines" };
    expect(send({ ...right, intent: "add", day: "2030-01-01" })).toMatchObject({ problems: { day: "day-in-future" } });
    expect(send({ ...right, intent: "add", day: "0026-10-01" })).toMatchObject({ problems: { day: "year-short" } });
    expect(send({ ...right, intent: "add" })).toEqual({ ok: true });
    const [row] = partsOf(db, [id]);
    expect(row).toMatchObject({ language: "en", fields: { day: "2026-10-01", about: "Vaccines" } });
    const part = String(row?.id);
    expect(send({ ...right, intent: "edit", part, version: "7" })).toMatchObject({ status: 409, id: row?.id });
    expect(send({ intent: "remove", part, version: "1" })).toEqual({ ok: true });
    expect(send({ ...right, intent: "edit", part, version: "2" })).toMatchObject({ status: 409 });
    expect(send({ intent: "dance", part, version: "1" })).toBeNull();
  });
});

test("an entry's form says what is wrong beside each field and keeps what was typed", () => {
  const db = seededDatabase();
  const doing = { db, viewer: coordinator(db), networks: allNetworks(db), language: "fr" as const };
  const read = (fields: Record<string, string>) => parseEntry(doing, stakeholders, formOf(fields));
  expect(read({ network: "", refs: "LOB-5, nonsense", influence: "huge" })).toMatchObject({
    problems: {
      "title.fr": "title-missing",
      network: "network-missing",
      refs: "not-references",
      influence: "not-a-choice",
    },
    submitted: { refs: "LOB-5, nonsense" },
  });
  const west = String(network(db, "west-africa"));
  expect(read({ "title.nl": "Iemand", network: west, refs: "LOB-99" })).toMatchObject({
    problems: { network: "not-your-network-here", refs: "unknown-actions" },
    about: { refs: "LOB-99" },
  });
  expect(
    read({ "title.nl": " Iemand ", network: String(network(db, "asia")), refs: "lob-5 lob-5", stance: "ally" }),
  ).toEqual({
    ok: true,
    value: {
      title: { nl: "Iemand" },
      networkId: network(db, "asia"),
      refs: ["LOB-5"],
      values: { influence: null, stance: "ally", what: null },
    },
  });
});

test("a removal by its form asks for the version that one has seen", () => {
  const db = seededDatabase();
  const id = add(db);
  const doing = doingAs(db, coordinator(db));
  const send = (fields: Record<string, string>) => entryByForm(doing, stakeholders, id, formOf(fields));
  expect(send({ intent: "remove" })).toBeNull();
  expect(send({ intent: "remove", version: "4" })).toEqual({ status: "stale" });
  expect(send({ intent: "remove", version: "1", why: "" })).toEqual({ status: "removed" });
  expect(send({ intent: "restore", version: "2" })).toEqual({ status: "restored" });
});

test("history says what changed in the reader's words, on the entry's page and on the board's", () => {
  const db = seededDatabase();
  const id = add(db);
  editEntry(db, NOBODY, null, stakeholders, { id, version: 1 }, { values: { stance: "open", influence: null } });
  addPart(db, NOBODY, null, stakeholders, { entryId: id, kind: "contacts" }, contact(db));
  const filters = { by: null, kind: null, page: 1 };
  const [added, edited] = readHistory(db, { entryId: id }, filters, "fr").lines;
  expect(added).toMatchObject({
    kind: "entry-part.added",
    about: "Contacts pris",
    entry: { id, register: "stakeholders" },
  });
  expect(added?.changes).toContainEqual({ field: "who", name: "Avec qui", before: null, after: "The secretariat" });
  expect(edited?.changes).toEqual([
    { field: "influence", name: "Influence", before: "Forte", after: null },
    { field: "stance", name: "Attitude", before: null, after: "Ouvert" },
  ]);
  expect(readHistory(db, { board: "lobbying" }, filters, "nl").lines[0]).toMatchObject({
    entry: { id, title: "Assemblée mondiale de la santé" },
  });
});

test("the search finds an entry by what it says in any language, and by what its parts say", () => {
  const db = seededDatabase();
  const id = add(db);
  addPart(db, NOBODY, null, stakeholders, { entryId: id, kind: "contacts" }, contact(db, "A remark on patents."));
  const found = (q: string) =>
    search(db, { q, kind: null, page: 1 }, "en").found.filter(({ kind }) => kind === "entry");
  expect(found("mondiale de la sante")).toMatchObject([
    { to: `/stakeholders/${id}`, register: "stakeholders", lang: "fr" },
  ]);
  expect(found("patents")).toMatchObject([{ to: `/stakeholders/${id}`, title: "World Health Assembly", lang: null }]);
  editEntry(db, NOBODY, null, stakeholders, { id, version: 1 }, { title: { en: "Renamed" } });
  expect(found("mondiale de la sante")).toEqual([]);
});

test("a register's pages ask as many statements for 8 entries as for 400", () => {
  const db = seededDatabase();
  const id = add(db);
  const viewer = coordinator(db);
  const all = () => {
    const visit = { ...looking(db, "/stakeholders?q=o"), viewer };
    const found = findEntry(db, stakeholders, id);
    return [
      statementsOf(db, () => listOf(visit, stakeholders)),
      statementsOf(db, () => found && entryOf(visit, stakeholders, found)),
      statementsOf(db, () =>
        allEntries(
          db,
          stakeholders,
          readFilters(stakeholders, new URLSearchParams(), visit.networks, "2026-11-24"),
          "en",
        ),
      ),
    ];
  };
  const few = all();
  for (let n = 0; n < 400; n += 1) {
    const one = add(db, { title: { en: `Ministry ${n}` } });
    if (n < 50) addPart(db, NOBODY, null, stakeholders, { entryId: n % 2 ? one : id, kind: "contacts" }, contact(db));
  }
  expect(all()).toEqual(few);
  expect(Math.max(...few)).toBeLessThanOrEqual(6);
});
