import { describe, expect, test } from "vitest";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { search } from "~/features/core/search/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { parseEntry, valuesToBegin } from "~/features/tools/engine/form.server.ts";
import { entriesLeadingTo } from "~/features/tools/engine/linked.server.ts";
import { editEntry, removeEntry } from "~/features/tools/engine/mutations.server.ts";
import { listOf, mayAdd } from "~/features/tools/engine/pages.server.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { offers } from "~/features/tools/learning/offers/offers.ts";
import { fittingCounts, offersOf } from "~/features/tools/learning/offers/queries.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { enter, enterPart, looking, networkId } from "../../support/entries.ts";
import { statementsOf } from "../../support/statements.ts";
import { formOf } from "../../support/suggestions.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

const SEED = { personId: null, at: TODAY };
const DAY = "2026-11-24";

const say = (db: Database, kind: "offer" | "ask", title: string, slug: string, values = {}) =>
  enter(db, offers, title, slug, { kind, theme: "health", until: "2027-06-30", state: "open", ...values });

/** What a network's page shows: its own by title, with the titles of what fits. */
const page = (db: Database, slug: string) =>
  offersOf(db, networkId(db, slug), "en", DAY).rows.map(({ title, fitting }) => [
    title,
    fitting.map((one) => one.title),
  ]);

describe("offers and asks", () => {
  test("are brought together on the pages of both networks, while both stand open", () => {
    const db = seededDatabase();
    const offer = say(db, "offer", "We train", "nepal", { refs: ["LRN-5"] });
    const ask = say(db, "ask", "Who trains?", "guatemala");
    say(db, "ask", "On an action", "benin", { theme: "pensions", refs: ["LRN-5"] });
    say(db, "ask", "Passed", "india", { until: "2026-11-23" });
    say(db, "ask", "On its last day", "guinea", { until: DAY });
    say(db, "ask", "Something else", "belgium", { theme: "other" });
    expect(page(db, "nepal")).toEqual([["We train", ["On an action", "Who trains?", "On its last day"]]]);
    expect(page(db, "guatemala")).toEqual([["Who trains?", ["We train"]]]);
    expect(page(db, "belgium")).toEqual([["Something else", []]]);
    expect(page(db, "india")).toEqual([]);
    expect(fittingCounts(db, [offer, ask], "en", DAY)).toEqual({ [offer]: 3, [ask]: 1 });
    editEntry(db, SEED, null, offers, { id: ask, version: 1 }, { values: { state: "met" } });
    expect(page(db, "guatemala")).toEqual([]);
    expect(page(db, "nepal")[0]?.[1]).not.toContain("Who trains?");
    removeEntry(db, SEED, null, offers, { id: offer, version: 1 }, null);
    expect(page(db, "benin")).toEqual([["On an action", []]]);
  });

  test("stand on a network's page as far as they are looked at there, with how many more there are", () => {
    const db = seededDatabase();
    for (let n = 0; n < 10; n += 1) say(db, "offer", `Made up ${n}`, "nepal");
    for (let n = 0; n < 5; n += 1) say(db, "ask", `Made up ${n}`, "benin");
    const { total, rows } = offersOf(db, networkId(db, "nepal"), "en", DAY);
    expect([total, rows.length, rows[0]?.fitting.length, rows[0]?.more]).toEqual([10, 8, 3, 2]);
  });

  test("pass with their last day", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    say(db, "offer", "On its last day", "nepal", { until: DAY });
    say(db, "offer", "Passed", "nepal", { until: "2026-11-23" });
    const titles = (path: string) => listOf(looking(db, viewer, path), offers).entries.map(({ title }) => title);
    expect(titles("/offers")).toEqual(["On its last day"]);
    expect(titles("/offers?past=1")).toEqual(["Passed"]);
    expect(titles("/offers?kind=ask")).toEqual([]);
    expect(titles("/offers?theme=health&state=open")).toEqual(["On its last day"]);
  });

  test("are each network's own, begin as open, and are on a theme or an action", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    const [member, observer] = [someone(db, "member", "nepal"), someone(db, "observer", "nepal")];
    expect([member, observer].map((one) => mayAdd(one, networks, offers))).toEqual([true, false]);
    expect(valuesToBegin(offers, new URLSearchParams("network=nepal"), networks)).toMatchObject({
      state: "open",
      network: String(networkId(db, "nepal")),
    });
    const parse = (more: Record<string, string>) =>
      parseEntry(
        { db, viewer: member, networks, language: "en" },
        offers,
        formOf({
          "title.en": "T",
          network: String(networkId(db, "nepal")),
          kind: "ask",
          until: "2027-01-01",
          state: "open",
          ...more,
        }),
      );
    expect(parse({})).toMatchObject({ ok: false, problems: { theme: "theme-or-action-missing" } });
    expect(parse({ refs: "LRN-2" }).ok).toBe(true);
    expect(parse({ theme: "health", network: String(networkId(db, "india")) })).toMatchObject({
      ok: false,
      problems: { network: "not-your-network-here" },
    });
  });

  test("have what came of them, said by either of the two, with the exchange that came from it", () => {
    const db = seededDatabase();
    const id = say(db, "offer", "We train", "nepal");
    const exchange = enter(db, exchanges, "A visit", "nepal", { kind: "visit", first: "2027-01-10", place: "Pokhara" });
    const outcome = { day: "2026-11-20", what: "They will meet in Zanzibar.", exchange: [exchange] };
    const as = (role: string) =>
      enterPart(db, offers, { entryId: id, kind: "outcomes", slug: "guatemala" }, outcome, {
        actor: someone(db, "member", role),
      });
    expect(as("nepal").status).toBe("saved");
    expect(as("guatemala").status).toBe("saved");
    expect(() => as("india")).toThrow(/may not edit/);
    expect(entriesLeadingTo(db, exchange, "en").map((one) => one.id)).toEqual([id]);
    expect(search(db, { q: "zanzibar", kind: "entry", page: 1 }, "en").total).toBe(1);
    expect(latestLines(db, { entryId: id }, "en", 1).map(({ kind }) => kind)).toEqual(["entry-part.added"]);
  });

  test("go into a spreadsheet that computes nothing, and cost the same however many there are", async () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const networks = allNetworks(db);
    say(db, "offer", "@SUM(1)", "nepal");
    const filters = readFilters(offers, new URLSearchParams(), networks, DAY);
    const csv = String(entriesCsv(db, offers, filters, { networks, language: "nl", i18n: i18nFor("nl") }));
    expect(csv).toContain("'@SUM(1)");
    expect(csv).toContain("Aanbod");
    const cost = () =>
      statementsOf(db, () => {
        const list = listOf(looking(db, viewer, "/offers"), offers);
        const ids = list.entries.map(({ id }) => id);
        fittingCounts(db, ids, "en", DAY);
        offersOf(db, networkId(db, "nepal"), "en", DAY);
      });
    const few = await cost();
    for (let n = 0; n < 40; n += 1) say(db, n % 2 ? "offer" : "ask", `Made up ${n}`, n % 3 ? "nepal" : "benin");
    expect(await cost()).toBe(few);
  });
});
