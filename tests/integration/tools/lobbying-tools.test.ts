import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { latestLines } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { networkChoices, parseEntry } from "~/features/tools/engine/form.server.ts";
import { entriesLeadingTo } from "~/features/tools/engine/linked.server.ts";
import { addEntry, removeEntry } from "~/features/tools/engine/mutations.server.ts";
import { entryOf, listOf, mayAdd, partNetworks } from "~/features/tools/engine/pages.server.ts";
import { addPart } from "~/features/tools/engine/parts.server.ts";
import { findEntry } from "~/features/tools/engine/queries.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { contexts } from "~/features/tools/lobbying/contexts/contexts.ts";
import { newestOfEach, sinceLast } from "~/features/tools/lobbying/contexts/queries.server.ts";
import { positions } from "~/features/tools/lobbying/positions/positions.ts";
import { endorsedOf, positionOf } from "~/features/tools/lobbying/positions/queries.server.ts";
import { milestonesOf, nextMilestones } from "~/features/tools/lobbying/windows/queries.server.ts";
import { windows } from "~/features/tools/lobbying/windows/windows.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

const SEED = { personId: null, at: TODAY };

const network = (db: Database, slug: string) => allNetworks(db).find((one) => one.slug === slug)?.id ?? 0;

function enter(db: Database, register: Register, title: string, slug: string, values = {}): number {
  const input = { title: { en: title }, networkId: network(db, slug), refs: ["LOB-3"], values };
  return addEntry(db, SEED, null, register, input);
}

function found(db: Database, register: Register, id: number) {
  const entry = findEntry(db, register, id);
  if (!entry) throw new Error(`${register.name} has no ${id}`);
  return entry;
}

const look = (db: Database, viewer: Viewer, path: string, language: Language = "en") => ({
  db,
  viewer,
  language,
  networks: allNetworks(db),
  at: TODAY,
  url: new URL(path, "http://127.0.0.1"),
});

describe("context analyses", () => {
  const write = (db: Database, slug: string, day: string, situation: Record<string, string>, consequences = {}) =>
    enter(db, contexts, `Analysis of ${day}`, slug, { day, situation, consequences });

  test("the newest of each continent, and which has none", () => {
    const db = seededDatabase();
    const viewer = someone(db, "committee", "asia");
    write(db, "asia", "2026-05-01", { en: "New." });
    write(db, "asia", "2025-05-01", { en: "Old." });
    const gone = write(db, "latin-america", "2026-01-01", { en: "Gone." });
    removeEntry(db, SEED, null, contexts, { id: gone, version: 1 }, null);
    const each = newestOfEach(look(db, viewer, "/contexts"));
    expect(each).toHaveLength(6);
    expect(each.find(({ slug }) => slug === "asia")).toMatchObject({
      mayWrite: true,
      newest: { title: "Analysis of 2026-05-01", day: "2026-05-01" },
    });
    expect(each.find(({ slug }) => slug === "latin-america")).toMatchObject({ mayWrite: false, newest: null });
  });

  test("what changed since the last of the same network, in a language that both have", () => {
    const db = seededDatabase();
    const first = write(db, "asia", "2025-05-01", { en: "Health is free.", fr: "La santé est gratuite." });
    write(db, "latin-america", "2025-08-01", { en: "Elsewhere." });
    const second = write(db, "asia", "2026-05-01", { fr: "La santé est payante." }, { fr: "Agir." });
    expect(sinceLast(db, found(db, contexts, first), "en")).toBeNull();
    const since = sinceLast(db, found(db, contexts, second), "en");
    expect(since?.last).toMatchObject({ id: first, day: "2025-05-01" });
    expect(since?.texts[0]).toMatchObject({ name: "situation", lang: "fr" });
    expect(since?.texts[0]?.parts).toEqual(
      expect.arrayContaining([
        { text: "gratuite", kind: "struck" },
        { text: "payante", kind: "added" },
      ]),
    );
    expect(since?.texts[1]?.parts).toEqual([{ text: "Agir.", kind: "added" }]);
    const third = write(db, "asia", "2026-06-01", { es: "La salud es gratuita." });
    expect(sinceLast(db, found(db, contexts, third), "en")?.texts.map(({ name }) => name)).toEqual(["consequences"]);
  });

  test("are a continent's or the whole network's, and written by whoever answers for it", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    const member = someone(db, "member", "nepal");
    const seat = someone(db, "committee", "asia");
    const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
    expect([member, seat, coordinator].map((viewer) => mayAdd(viewer, networks, contexts))).toEqual([
      false,
      true,
      true,
    ]);
    expect(networkChoices(coordinator, networks, "en", contexts).own.map(({ slug }) => slug)).toEqual([
      "insp-r",
      "asia",
    ]);
    expect(() => enter(db, contexts, "Of a country", "nepal", {})).toThrow(/national/);
    const form = new FormData();
    const fields = { "title.en": "T", "situation.en": "S", day: "2026-01-01", network: String(network(db, "nepal")) };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect(parseEntry({ db, viewer: coordinator, networks, language: "en" }, contexts, form)).toMatchObject({
      ok: false,
      problems: { network: "not-your-network-here" },
    });
  });
});

describe("positions", () => {
  const say = (db: Database, entryId: number, slug: string, answer: string) =>
    addPart(
      db,
      SEED,
      null,
      positions,
      { entryId, kind: "endorsements" },
      { networkId: network(db, slug), language: "en", values: { answer, day: "2026-11-01", remark: null } },
    );

  test("are endorsed by national and continental networks, each once", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    const id = enter(db, positions, "Made up for a test", "insp-r");
    expect(say(db, id, "nepal", "adopted").status).toBe("saved");
    expect(say(db, id, "nepal", "not-adopted").status).toBe("twice");
    say(db, id, "asia", "not-adopted");
    const { endorsed } = positionOf(db, networks, id, "en");
    const asked = networks.filter(({ kind }) => kind === "national" || kind === "continental").length;
    expect(endorsed).toMatchObject({ total: asked, unanimous: false });
    expect(endorsed.adopted.map(({ slug }) => slug)).toEqual(["nepal"]);
    expect(endorsed.notAdopted.map(({ slug }) => slug)).toEqual(["asia"]);
    for (const { slug, kind } of networks)
      if (slug !== "nepal" && (kind === "national" || (kind === "continental" && slug !== "asia")))
        say(db, id, slug, "adopted-with-remarks");
    expect(endorsedOf(db, networks, [id, 1], "en")[id]).toMatchObject({ unanimous: false, notYet: [] });
  });

  test("a network says it for itself: a member for their own, nobody for the international one", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    const { network: of } = found(db, positions, enter(db, positions, "Made up for a test", "insp-r"));
    const asked = (viewer: Viewer) =>
      partNetworks(viewer, networks, positions, of, positions.parts.endorsements).map(({ slug }) => slug);
    expect(asked(someone(db, "member", "nepal"))).toEqual(["nepal"]);
    expect(asked(someone(db, "observer", "asia"))).toEqual([]);
    expect(asked(someone(db, "admin", "insp-r"))).not.toContain("insp-r");
  });

  test("show the newest text in the reader's language, with what changed, and which languages are missing", () => {
    const db = seededDatabase();
    const id = enter(db, positions, "Made up for a test", "insp-r");
    const version = (language: Language, day: string, wording: string) =>
      addPart(
        db,
        SEED,
        null,
        positions,
        { entryId: id, kind: "versions" },
        { networkId: null, language, values: { day, wording, changed: null } },
      );
    expect(positionOf(db, [], id, "en").text).toBeNull();
    version("en", "2026-02-01", "Health for all.");
    version("en", "2026-01-01", "Health for most.");
    version("fr", "2026-03-01", "La santé pour toutes et tous.");
    const text = positionOf(db, [], id, "en").text;
    expect(text).toMatchObject({ day: "2026-02-01", lang: null });
    expect(text?.html).toContain("Health for all.");
    expect(text?.changes).toContainEqual({ text: "most", kind: "struck" });
    expect(text?.languages).toEqual([
      { language: "nl", day: null },
      { language: "fr", day: "2026-03-01" },
      { language: "es", day: null },
      { language: "en", day: "2026-02-01" },
    ]);
    // Who reads none of its languages is shown the newest of all.
    expect(positionOf(db, [], id, "nl").text).toMatchObject({ day: "2026-03-01", lang: "fr", changes: null });
  });

  test("name whom they were carried to on the power map", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const id = enter(db, positions, "Made up for a test", "insp-r");
    const values = { day: "2026-01-01", whom: "Its secretariat", stakeholder: [1], reply: null };
    addPart(
      db,
      SEED,
      null,
      positions,
      { entryId: id, kind: "carried" },
      { networkId: network(db, "asia"), language: "en", values },
    );
    const { named } = entryOf(look(db, viewer, `/positions/${id}`), positions, found(db, positions, id));
    expect(named.entries[1]).toMatchObject({ register: "stakeholders" });
    const to = (stakeholder: number) => entriesLeadingTo(db, stakeholder, "en").map((entry) => entry.id);
    expect([to(1), to(2)]).toEqual([[id], []]);
    removeEntry(db, SEED, null, positions, { id, version: 1 }, null);
    expect(to(1)).toEqual([]);
  });

  test("are found, are told in history, and go into a spreadsheet that computes nothing", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const id = enter(db, positions, "=SUM(A1:A2)", "insp-r", { path: { en: "Agreed in Zanzibar." } });
    const list = listOf(look(db, viewer, "/positions?q=zanzibar"), positions);
    expect(list.entries.map((entry) => entry.id)).toEqual([id]);
    say(db, id, "nepal", "adopted");
    expect(latestLines(db, { entryId: id }, "en", 5).map(({ kind }) => kind)).toEqual([
      "entry-part.added",
      "entry.created",
    ]);
    const networks = allNetworks(db);
    const filters = readFilters(positions, new URLSearchParams(), networks, "2026-11-24");
    const csv = String(entriesCsv(db, positions, filters, { networks, language: "en", i18n: i18nFor("en") }));
    expect(csv).toContain("'=SUM(A1:A2)");
  });
});

describe("advocacy windows", () => {
  const meet = (db: Database, title: string, first: string, last: string | null = null) =>
    enter(db, windows, title, "insp-r", { first, last });
  const prepare = (db: Database, entryId: number, weeks: number, state: "to-do" | "done") =>
    addPart(
      db,
      SEED,
      null,
      windows,
      { entryId, kind: "milestones" },
      { networkId: null, language: "en", values: { weeks, what: `${weeks} weeks`, state } },
    );

  test("what lies ahead and what has passed stand apart, the nearest first", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    meet(db, "Later", "2027-06-01");
    meet(db, "Today's last day", "2026-11-20", "2026-11-24");
    meet(db, "Yesterday", "2026-11-23");
    const titles = (path: string) => listOf(look(db, viewer, path), windows).entries.map(({ title }) => title);
    expect(titles("/windows")).toEqual(["Today's last day", "Later"]);
    expect(titles("/windows?past=1")).toEqual(["Yesterday", "The ILO’s Global Social Protection Week"]);
  });

  test("what is to be done before is dated by the meeting, late where its day has gone by", () => {
    const db = seededDatabase();
    const id = meet(db, "Made up for a test", "2026-12-08");
    prepare(db, id, 1, "to-do");
    prepare(db, id, 3, "to-do");
    prepare(db, id, 6, "done");
    const meeting = { id, values: found(db, windows, id).values };
    expect(milestonesOf(db, [meeting], "fr", TODAY).get(id)).toMatchObject([
      { weeks: 6, day: "2026-10-27", late: false, lang: "en" },
      { weeks: 3, day: "2026-11-17", late: true },
      { weeks: 1, day: "2026-12-01", late: false },
    ]);
    expect(nextMilestones(db, [meeting], "en", TODAY)[id]).toMatchObject({ late: 1, next: { weeks: 3 } });
  });
});

test("each list costs the same however many entries there are", () => {
  const db = seededDatabase();
  const viewer = someone(db, "admin", "insp-r");
  const networks = allNetworks(db);
  const all = () =>
    statementsOf(db, () => {
      listOf(look(db, viewer, "/contexts"), contexts);
      newestOfEach(look(db, viewer, "/contexts"));
      const ids = listOf(look(db, viewer, "/positions"), positions).entries.map(({ id }) => id);
      endorsedOf(db, networks, ids, "en");
      nextMilestones(db, listOf(look(db, viewer, "/windows"), windows).entries, "en", TODAY);
    });
  enter(db, windows, "Made up", "insp-r", { first: "2027-01-01" });
  enter(db, contexts, "Made up", "asia", { day: "2026-01-01", situation: { en: "x" } });
  const few = all();
  for (let n = 0; n < 40; n += 1) {
    enter(db, contexts, `Made up ${n}`, "asia", { day: "2026-01-01", situation: { en: "x" } });
    enter(db, positions, `Made up ${n}`, "insp-r");
    enter(db, windows, `Made up ${n}`, "insp-r", { first: "2027-01-01" });
  }
  expect(all()).toBe(few);
});
