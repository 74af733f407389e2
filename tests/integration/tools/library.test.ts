import { describe, expect, test } from "vitest";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { search } from "~/features/core/search/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { networkChoices, parseEntry, readSubmitted, valuesToBegin } from "~/features/tools/engine/form.server.ts";
import { addEntry, editEntry, inputOf } from "~/features/tools/engine/mutations.server.ts";
import { entryOf, listOf, mayAdd } from "~/features/tools/engine/pages.server.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { library } from "~/features/tools/learning/library/library.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { enter, found, looking, networkId } from "../../support/entries.ts";
import { statementsOf } from "../../support/statements.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

const SEED = { personId: null, at: TODAY };

const learn = (db: Database, title: string, values = {}, slug = "nepal") =>
  enter(db, library, title, slug, { theme: "health", text: { en: `It is so: ${title}.` }, ...values });

const titles = (db: Database, query: string) =>
  listOf(looking(db, someone(db, "observer", "asia"), `/library${query}`), library).entries.map(({ title }) => title);

/** The form of a lesson, with all that a browser sends of boxes that are ticked. */
function formWith(db: Database, more: [string, string][]): FormData {
  const form = new FormData();
  const fields = { "title.en": "Made up", "text.en": "It is so.", theme: "health" };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("network", String(networkId(db, "nepal")));
  for (const [name, value] of more) form.append(name, value);
  return form;
}

describe("lessons", () => {
  test("are narrowed by theme, by a principle among several, and by country", () => {
    const db = seededDatabase();
    learn(db, "A", { principles: ["1", "4"] });
    learn(db, "B", { theme: "financing", principles: ["4"], countries: [networkId(db, "nepal")] }, "benin");
    learn(db, "C", { theme: "other", countries: [networkId(db, "benin"), networkId(db, "guinea")] }, "asia");
    expect(titles(db, "?theme=financing")).toEqual(["B"]);
    expect(titles(db, "?principles=4")).toEqual(["A", "B"]);
    expect(titles(db, "?principles=1")).toEqual(["A"]);
    expect(titles(db, "?principles=9")).toEqual(["A", "B", "C"]);
    // What a country's network learnt, and what is told of the country.
    expect(titles(db, "?countries=nepal")).toEqual(["A", "B"]);
    expect(titles(db, "?countries=guinea")).toEqual(["C"]);
    expect(titles(db, "?countries=asia")).toEqual(["A", "B", "C"]);
    expect(titles(db, "?network=asia&theme=other")).toEqual(["C"]);
    expect(titles(db, "?q=so&countries=benin&principles=4")).toEqual(["B"]);
  });

  test("hold several principles once each in their own order, in the form, in history and in a spreadsheet", () => {
    const db = seededDatabase();
    const viewer = someone(db, "member", "nepal");
    const formed = { db, viewer, networks: allNetworks(db), language: "en" as const };
    const parse = (...chosen: string[]) =>
      parseEntry(formed, library, formWith(db, [...chosen.map((one): [string, string] => ["principles", one])]));
    const invalid = parseEntry(
      formed,
      library,
      formWith(db, [
        ["principles", "5"],
        ["principles", "1"],
        ["document", "x"],
      ]),
    );
    expect(invalid).toMatchObject({ ok: false, submitted: { principles: ["5", "1"] } });
    const parsed = parse("5", "1", "5", "made up");
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.value.values.principles).toEqual(["1", "5"]);
    const id = addEntry(db, SEED, viewer, library, parsed.value);
    const { row } = found(db, library, id);
    expect(readSubmitted(library, inputOf(db, library, row), "en")).toMatchObject({ principles: ["1", "5"] });
    const same = parse("1", "5");
    expect(same.ok && editEntry(db, SEED, viewer, library, { id, version: 1 }, same.value).status).toBe("unchanged");
    editEntry(db, SEED, viewer, library, { id, version: 1 }, { values: { principles: [] } });
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      before: { principles: ["1", "5"] },
      after: { principles: [] },
    });
    expect(JSON.stringify(latestLines(db, { entryId: id }, "en", 1))).toContain(
      "Based on rights; The whole life cycle, from birth to old age",
    );
    expect(found(db, library, id).row.fields).not.toHaveProperty("principles");
  });

  test("tell of countries alone, and of exchanges that there are", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const formed = { db, viewer, networks: allNetworks(db), language: "en" as const };
    const parse = (name: string, value: string) => parseEntry(formed, library, formWith(db, [[name, value]]));
    expect(parse("countries", String(networkId(db, "asia")))).toMatchObject({
      ok: false,
      problems: { countries: "not-a-choice" },
    });
    expect(parse("countries", String(networkId(db, "india"))).ok).toBe(true);
    expect(parse("exchange", "E-1")).toMatchObject({ ok: false, problems: { exchange: "unknown-entries" } });
  });

  test("lead to the exchange that they came from, and it to them", () => {
    const db = seededDatabase();
    const viewer = someone(db, "member", "nepal");
    const values = { kind: "visit", first: "2026-10-01", place: "Pokhara", refs: ["LRN-2"] };
    const exchange = enter(db, exchanges, "A visit", "nepal", values);
    const lesson = learn(db, "A lesson", { exchange: [exchange], refs: ["LRN-2"] });
    const shown = entryOf(looking(db, viewer, "/"), exchanges, found(db, exchanges, exchange));
    expect(shown.leading).toMatchObject([{ id: lesson, register: "library", title: "A lesson" }]);
    const own = entryOf(looking(db, viewer, "/"), library, found(db, library, lesson));
    expect(own.named.entries[exchange]).toMatchObject({ title: "A visit", register: "exchanges" });
    expect(own.actions.map(({ ref }) => ref)).toEqual(["LRN-2"]);
    const query = new URLSearchParams(`exchange=E-${exchange}&action=LRN-2`);
    expect(valuesToBegin(library, query, allNetworks(db))).toMatchObject({ exchange: `E-${exchange}`, refs: "LRN-2" });
  });

  test("are written down by whoever answers for a network, for that network", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    const [member, observer] = [someone(db, "member", "nepal"), someone(db, "observer", "nepal")];
    const coordinator = someone(db, "coordinator", "asia", ["learning"]);
    const may = [member, observer, coordinator].map((one) => mayAdd(one, networks, library));
    expect(may).toEqual([true, false, true]);
    expect(networkChoices(member, networks, "en", library).own.map(({ slug }) => slug)).toEqual(["nepal"]);
    const input = { title: { en: "T" }, networkId: networkId(db, "india"), refs: [], values: {} };
    expect(() => addEntry(db, SEED, member, library, input)).toThrow(/may not edit/);
  });

  test("are found by what they say, and go into a spreadsheet that computes nothing", () => {
    const db = seededDatabase();
    learn(db, "=1+1", { text: { en: "Pay at harvest in Zanzibar." }, principles: ["2", "3"] });
    expect(search(db, { q: "zanzibar", kind: "entry", page: 1 }, "en").total).toBe(1);
    expect(titles(db, "?q=zanzibar")).toEqual(["=1+1"]);
    const networks = allNetworks(db);
    const filters = readFilters(library, new URLSearchParams(), networks, "2026-11-24");
    const csv = String(entriesCsv(db, library, filters, { networks, language: "fr", i18n: i18nFor("fr") }));
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("Participation de toutes les parties");
  });

  test("cost the same to list however many there are", async () => {
    const db = seededDatabase();
    const cost = () => statementsOf(db, () => titles(db, ""));
    const one = () => learn(db, "Made up", { countries: [networkId(db, "benin")], principles: ["1"] });
    one();
    const few = await cost();
    for (let n = 0; n < 40; n += 1) one();
    expect(await cost()).toBe(few);
  });
});
