import { describe, expect, test } from "vitest";
import { LANGUAGES } from "~/domain.ts";
import { packOf } from "~/features/committee/reports/pack.server.ts";
import { closedReviewsOf, packSource, proseOf } from "~/features/committee/reports/queries.server.ts";
import { yearSheets } from "~/features/committee/reports/sheets.server.ts";
import { yearOf } from "~/features/committee/reports/year.server.ts";
import { latestLines } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { calendarOf } from "~/features/tools/communication/publications/calendar.server.ts";
import { publications } from "~/features/tools/communication/publications/publications.ts";
import { publishedIn } from "~/features/tools/communication/publications/published.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { networkChoices, parseEntry, valuesToBegin } from "~/features/tools/engine/form.server.ts";
import { addEntry, removeEntry } from "~/features/tools/engine/mutations.server.ts";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Month } from "~/lib/month.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { FIXTURE_QUARTER, freeze, snapshotFixture } from "../../support/snapshot-fixture.ts";
import { statementsOf } from "../../support/statements.ts";
import { formOf } from "../../support/suggestions.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

const SEED = { personId: null, at: TODAY };
const idOf = (db: Database, slug: string) => allNetworks(db).find((one) => one.slug === slug)?.id ?? 0;

function enter(db: Database, title: string, slug: string, values: Record<string, unknown> = {}): number {
  const said = { state: "planned", day: "2026-12-10", channel: "blog", language: "es", ...values };
  return addEntry(db, SEED, null, publications, {
    title: { en: title },
    networkId: idOf(db, slug),
    refs: ["COM-5"],
    values: said,
  });
}

const published = (day: string, more: Record<string, unknown> = {}) => ({
  state: "published",
  day,
  link: "https://example.org/a",
  ...more,
});

function calendar(db: Database, viewer: Viewer, query = "", month = "2026-12") {
  const networks = allNetworks(db);
  const url = new URL(`/publications/calendar?${query}`, "http://127.0.0.1");
  const filters = readFilters(publications, url.searchParams, networks, "2026-11-24");
  const looking = { db, viewer, networks, language: "en", url, at: TODAY } as const;
  return calendarOf(looking, filters, month as Month, "2026-11-24");
}

describe("who keeps publications", () => {
  test("each network its own; the board's coordinators those of their branch and of the whole network", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    const own = (viewer: Viewer) => networkChoices(viewer, networks, "en", publications).own.map(({ slug }) => slug);
    expect(own(someone(db, "observer", "asia"))).toEqual([]);
    expect(own(someone(db, "member", "nepal"))).toEqual(["nepal"]);
    expect(own(someone(db, "committee", "asia"))).toContain("asia");
    expect(own(someone(db, "coordinator", "asia", ["communication"]))).toEqual(["insp-r", "asia", "india", "nepal"]);
  });

  test("the form asks for a link of what is published, and for a day that has come", () => {
    const db = seededDatabase();
    const viewer = someone(db, "member", "nepal");
    const read = (more: Record<string, string>) => {
      const form = { "title.en": "A", network: String(idOf(db, "nepal")), channel: "blog", language: "en" };
      const doing = { db, viewer, networks: allNetworks(db), language: "en", at: TODAY } as const;
      return parseEntry(doing, publications, formOf({ ...form, state: "published", day: "2026-11-24", ...more }));
    };
    expect(read({})).toMatchObject({ ok: false, problems: { link: "link-of-published" } });
    expect(read({ link: "https://example.org/" }).ok).toBe(true);
    expect(read({ link: "https://example.org/", day: "2026-11-25" })).toMatchObject({
      problems: { day: "published-ahead" },
      submitted: { link: "https://example.org/" },
    });
  });
});

describe("the editorial calendar", () => {
  test("shows each publication on its day and in its cell, and says what is missing", () => {
    const db = seededDatabase();
    const viewer = someone(db, "member", "nepal");
    enter(db, "Planned", "guatemala");
    enter(db, "Late", "asia", { day: "2026-11-03", language: "en" });
    enter(db, "Out", "latin-america", published("2026-11-05"));
    removeEntry(db, SEED, null, publications, { id: enter(db, "Gone", "nepal"), version: 1 }, null);
    const december = calendar(db, viewer);
    expect(december.items).toMatchObject([{ first: "2026-12-10", title: "Planned", late: false }]);
    expect(december).toMatchObject({ total: 1, dayToEnter: "2026-12-01", coverage: { whole: { planned: 1 } } });
    expect(december.gaps).toMatchObject({ languages: ["nl", "fr", "en"], within: [], cells: 23 });
    const november = calendar(db, viewer, "", "2026-11");
    expect(november.items).toMatchObject([
      { title: "Out", late: false, published: true },
      { title: "Late", late: true, published: false },
    ]);
    expect(november.dayToEnter).toBe("2026-11-24");
    expect(november.months.map(({ published, planned }) => [published, planned]).slice(9)).toEqual([
      [0, 0],
      [1, 1],
      [0, 1],
    ]);
  });

  test("offers to fill a gap to those who may, for their own continent", () => {
    const db = seededDatabase();
    const mayAdd = (viewer: Viewer) =>
      calendar(db, viewer)
        .places.filter((place) => place.mayAdd)
        .map(({ slug }) => slug);
    expect(mayAdd(someone(db, "member", "nepal"))).toEqual([]);
    expect(mayAdd(someone(db, "committee", "asia"))).toEqual(["asia"]);
    expect(mayAdd(someone(db, "admin", "insp-r"))).toHaveLength(6);
    const query = new URLSearchParams({ network: "asia", language: "es", day: "2026-12-01", state: "planned" });
    expect(valuesToBegin(publications, query, allNetworks(db))).toMatchObject({
      network: String(idOf(db, "asia")),
      language: "es",
      day: "2026-12-01",
      state: "planned",
    });
    const wrong = new URLSearchParams({ language: "de", day: "2026-02-30", state: "lost", channel: "<b>" });
    expect(valuesToBegin(publications, wrong, [])).toMatchObject({
      language: "",
      day: "",
      state: "",
      channel: "",
      network: "",
      refs: "",
    });
  });

  test("under filters shows the rows and columns that they leave, which still make up the whole", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    enter(db, "One", "nepal", { language: "en" });
    enter(db, "Two", "asia", { language: "en", channel: "newsletter" });
    enter(db, "Three", "guatemala");
    const asia = calendar(db, viewer, "network=asia&language=en");
    expect(asia.coverage).toMatchObject({ rows: [{ whole: { planned: 2 } }], columns: [{ language: "en" }] });
    expect([asia.total, asia.gaps.cells]).toEqual([2, 0]);
    expect(calendar(db, viewer, "network=nepal").coverage.rows).toHaveLength(1);
    expect(calendar(db, viewer, "network=insp-r").total).toBe(0);
    expect(calendar(db, viewer, "channel=newsletter").coverage.whole).toEqual({ published: 0, planned: 1 });
  });

  test("costs the same statements however much there is", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    enter(db, "One", "asia");
    const few = statementsOf(db, () => calendar(db, viewer));
    for (let n = 0; n < 40; n += 1) enter(db, `Another ${n}`, "nepal");
    expect(statementsOf(db, () => calendar(db, viewer))).toBe(few);
  });
});

test("are found, told in history, filtered and go into a spreadsheet that computes nothing", () => {
  const db = seededDatabase();
  const viewer = someone(db, "observer", "asia");
  const networks = allNetworks(db);
  const id = enter(db, "=SUM(A1:A2)", "asia", { about: { en: "About Zanzibar." }, positions: [], audience: "press" });
  enter(db, "Other", "asia", { ...published("2025-02-01"), language: "fr" });
  const found = (query: string) => {
    const url = new URL(`/publications?${query}`, "http://127.0.0.1");
    return listOf({ db, viewer, networks, language: "en", url, at: TODAY }, publications).entries.map((one) => one.id);
  };
  expect(found("q=zanzibar")).toEqual([id]);
  expect(found("language=es&state=planned&audience=press&year=2026")).toEqual([id]);
  expect(found("year=2025&channel=blog")).not.toContain(id);
  const [created] = latestLines(db, { entryId: id }, "fr", 5);
  expect(created?.kind).toBe("entry.created");
  expect(created?.changes).toContainEqual(expect.objectContaining({ name: "Langue", after: "Español" }));
  const filters = readFilters(publications, new URLSearchParams("language=es"), networks, "2026-11-24");
  const csv = String(entriesCsv(db, publications, filters, { networks, language: "fr", i18n: i18nFor("fr") }));
  expect(csv).toContain("'=SUM(A1:A2)");
  expect(csv).toContain("Prévue;2026-12-10;Blog;Español;Presse");
  expect(csv).not.toContain("Other");
});

describe("the year's report", () => {
  const report = (db: Database, year: number) => {
    const source = { year, reviews: closedReviewsOf(db, year), prose: proseOf(db, year) };
    return { ...source, published: publishedIn(db, allNetworks(db), year) };
  };

  test("counts what was published in the year by channel, and by continent and language", () => {
    const db = seededDatabase();
    enter(db, "Out", "guatemala", published("2026-01-01"));
    enter(db, "Out too", "latin-america", published("2026-11-05", { channel: "newsletter", language: "fr" }));
    enter(db, "Another year's", "asia", published("2025-12-31"));
    enter(db, "Not out", "asia", { day: "2026-11-01" });
    removeEntry(
      db,
      SEED,
      null,
      publications,
      { id: enter(db, "Gone", "asia", published("2026-05-05")), version: 1 },
      null,
    );
    const source = report(db, 2026);
    const section = yearOf(source, "en").sections.find(({ id }) => id === "published");
    const tables = section?.blocks.flatMap((block) => (block.kind === "table" ? [block.table.rows] : [])) ?? [];
    expect(tables[0]).toEqual([
      [["Blog"], ["1"]],
      [["Newsletter"], ["1"]],
    ]);
    const [, byPlace = []] = tables;
    expect(byPlace).toHaveLength(7);
    expect(byPlace.find(([name]) => name?.[0] === "Latin America")).toEqual([
      ["Latin America"],
      ["0"],
      ["1"],
      ["1"],
      ["0"],
      ["2"],
    ]);
    expect(byPlace.at(-1)?.slice(1)).toEqual([["0"], ["1"], ["1"], ["0"], ["2"]]);
    expect(JSON.stringify(section?.blocks[0])).toContain("2 publications");
    for (const language of LANGUAGES) {
      const sheet = yearSheets([], source.published, language).find(({ id }) => id === "published");
      expect(sheet?.rows.map(([quarter, day]) => [quarter, day])).toEqual([
        ["2026-Q1", "2026-01-01"],
        ["2026-Q4", "2026-11-05"],
      ]);
    }
    const nothing = yearOf(report(db, 2024), "en").sections.find(({ id }) => id === "published");
    expect(JSON.stringify(nothing?.blocks)).toContain("Nothing is entered as published");
  });

  test("leaves what closed reviews froze as it is", () => {
    const db = seededDatabase();
    freeze(db, snapshotFixture(db));
    const pack = () => {
      const source = packSource(db, allNetworks(db), FIXTURE_QUARTER, TODAY);
      return source && [source.frozen?.sha256, JSON.stringify(packOf(source, "en"))];
    };
    const before = pack();
    enter(db, "Out", "asia", published(`${FIXTURE_QUARTER.slice(0, 4)}-11-05`));
    expect(pack()).toEqual(before);
  });
});
