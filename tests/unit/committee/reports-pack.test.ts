import { describe, expect, test } from "vitest";
import { LANGUAGES } from "~/domain.ts";
import { drawnCharts } from "~/features/committee/reports/charts.server.tsx";
import { plain } from "~/features/committee/reports/document-texts.server.ts";
import { packOf } from "~/features/committee/reports/pack.server.ts";
import type { Block, Entry, Paper } from "~/features/committee/reports/paper.ts";
import type { Prose } from "~/features/committee/reports/sections.ts";
import { sheetsOf } from "~/features/committee/reports/sheets.server.ts";
import { MOST_BYTES, paperFile, paperMarkup } from "~/features/committee/reports/writers/html.server.tsx";
import { missingQuarters, yearOf } from "~/features/committee/reports/year.server.ts";
import { yearsOf } from "~/features/committee/reports/years.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { closedFixture, snapshotFixture, talkedOver } from "../../support/snapshot-fixture.ts";

const closed = () => closedFixture(talkedOver(snapshotFixture(seededDatabase())));
const sectionOf = (paper: Paper, id: string) => paper.sections.find((section) => section.id === id);
const said = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "text" ? [plain(block.line)] : [])).join("\n");
const entriesUnder = (blocks: readonly Block[], heading: string): Entry[] => {
  const at = blocks.findIndex((block) => block.kind === "heading" && block.text.startsWith(heading));
  const next = blocks[at + 1];
  return at >= 0 && next?.kind === "entries" ? next.entries : [];
};

describe("the pack of a closed review", () => {
  test("has every part, in the same order in each language", () => {
    const source = closed();
    for (const language of LANGUAGES) {
      const paper = packOf(source, language);
      expect(paper.sections.map(({ id }) => id)).toEqual([
        "summary",
        "lobbying",
        "learning",
        "financing",
        "communication",
        "charts",
        "heard",
        "views",
        "decisions",
        "next",
        "seats",
        "corrections",
        "verify",
      ]);
      expect(paper.draft).toBeNull();
    }
  });

  test("says what was done with its result, in the reader's language", () => {
    const [en, fr] = [packOf(closed(), "en"), packOf(closed(), "fr")];
    // Published: LOB-9 was done in December 2020.
    const [done] = entriesUnder(sectionOf(en, "lobbying")?.blocks ?? [], "Done");
    expect(plain(done?.line ?? [])).toMatch(/^LOB-9 Put the Global Fund criteria/);
    expect(plain(done?.notes[0] ?? [])).toMatch(/^Result: The network’s position/);
    expect(JSON.stringify(sectionOf(fr, "lobbying"))).toContain("La position et les critères du réseau");
    expect(sectionOf(en, "summary") && said(sectionOf(en, "summary")?.blocks ?? [])).toContain(
      "In the quarter: 1 action was done and 3 moved to another stage.",
    );
  });

  test("tells the day on which a decision that is kept comes back as one that lies ahead", () => {
    const source = closed();
    source.snapshot.lookedAtAgain = [
      {
        id: 7,
        text: { text: "Kept.", language: "en" },
        lookAgainOn: "2026-11-01",
        doneOn: null,
        outcome: { what: "kept", reason: { text: "Still right.", language: "en" }, until: "2027-06-01", by: null },
      },
    ];
    const [kept] = entriesUnder(sectionOf(packOf(source, "en"), "decisions")?.blocks ?? [], "Looked at again");
    expect(kept?.notes.map(plain)).toEqual(["Kept · Still right.", "to be looked at again on 1 Jun 2027"]);
  });

  test("says where nothing moved", () => {
    expect(said(sectionOf(packOf(closed(), "en"), "learning")?.blocks ?? [])).toContain(
      "Nothing moved in this quarter.",
    );
  });

  test("shows a text in another language as it was written, marked", () => {
    const decision = sectionOf(packOf(closed(), "nl"), "decisions")?.blocks.find((block) => block.kind === "entries");
    expect(decision?.kind === "entries" && decision.entries[0]?.line).toEqual([
      { text: "Synthetic text for a test: put this off by a quarter.", language: "en" },
    ]);
    const markup = paperMarkup(packOf(closed(), "nl"), drawnCharts(closed().snapshot, "nl"));
    expect(markup).toContain('<span lang="en">Synthetic text for a test: put this off by a quarter.');
    expect(markup).toContain('<article class="dossier" lang="nl"');
  });

  test("says its checksum, and corrections stand dated beside it and are announced on its first page", () => {
    const source = closed();
    const paper = packOf(source, "en");
    expect(JSON.stringify(sectionOf(paper, "verify"))).toContain(source.frozen?.sha256);
    expect(JSON.stringify(sectionOf(paper, "corrections"))).toContain("3 Feb 2021");
    expect(sectionOf(paper, "summary")?.blocks[0]).toMatchObject({ kind: "notice" });
    const without = packOf({ ...source, additions: [] }, "en");
    expect(sectionOf(without, "corrections")).toBeUndefined();
    expect(sectionOf(without, "summary")?.blocks[0]).not.toMatchObject({ kind: "notice" });
  });
});

test("the pack of an open review is a draft throughout, and has no checksum", () => {
  const paper = packOf({ snapshot: snapshotFixture(seededDatabase()), frozen: null, additions: [] }, "en");
  expect(paper.draft?.mark).toBe("Draft");
  expect(sectionOf(paper, "verify")).toBeUndefined();
  expect(paperMarkup(paper, drawnCharts(snapshotFixture(seededDatabase()), "en"))).toContain("dossier-watermark");
});

describe("the file for the phone", () => {
  test("needs nothing else, and stays small with a thousand actions, saying what it left out", () => {
    const db = seededDatabase();
    addSyntheticActions(db, 1000, TODAY);
    const snapshot = talkedOver(snapshotFixture(db, "2026-Q4"));
    const paper = packOf(closedFixture(snapshot), "fr");
    const file = paperFile(paper, drawnCharts(snapshot, "fr"));
    expect(file.length).toBeLessThan(MOST_BYTES);
    const html = file.toString("utf8");
    expect(html).toContain("<svg");
    expect(html).toMatch(/dossier-rest">…/);
    expect(html).not.toMatch(/<script|<link|<img|\bsrc=|\bon[a-z]+=|url\((?!#)|@import|href="(?!#)/);
    // What it left out is in the data, all of it.
    const actions = sheetsOf([snapshot], "fr").find(({ id }) => id === "actions");
    const attention = snapshot.boards.reduce((sum, board) => sum + board.attention.length, 0);
    expect(attention).toBeGreaterThan(100);
    expect(actions?.rows.length).toBeGreaterThanOrEqual(attention);
  });

  test("has everything where there is room", () => {
    const { snapshot } = closed();
    const html = paperFile(packOf(closed(), "es"), drawnCharts(snapshot, "es")).toString("utf8");
    expect(html).not.toContain('dossier-rest">');
    for (const board of snapshot.boards) for (const { ref } of board.attention) expect(html).toContain(`<b>${ref}</b>`);
  });
});

describe("the report of a year", () => {
  const db = seededDatabase;
  const NOTHING = { places: [], published: [] };
  const prose: Prose = new Map([
    ["results", { prose: { fr: "Texte **synthétique**.\n\n<script>x</script>" }, version: 1, by: "A test", at: TODAY }],
  ]);

  test("adds up the closed quarters, and lists everything that was done in them", () => {
    const opened = db();
    const reviews = ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"].map((one) =>
      closedFixture(snapshotFixture(opened, one)),
    );
    const paper = yearOf({ year: 2020, reviews, prose, published: NOTHING }, "en");
    expect(paper.draft).toBeNull();
    expect(paper.sections.map(({ id }) => id)).toEqual([
      "results",
      "heard",
      "published",
      "network",
      "committee",
      "outlook",
      "verify",
    ]);
    // Published: three actions were done in 2020.
    const results = JSON.stringify(sectionOf(paper, "results"));
    for (const ref of ["LOB-8", "LOB-9", "COM-1"]) expect(results).toContain(`"ref":"${ref}"`);
    expect(JSON.stringify(sectionOf(paper, "verify"))).toContain(reviews[2]?.frozen?.sha256);
  });

  test("says which quarters are missing", () => {
    const reviews = [closedFixture(snapshotFixture(db(), "2020-Q2"))];
    expect(missingQuarters({ year: 2020, reviews })).toEqual(["2020-Q1", "2020-Q3", "2020-Q4"]);
    expect(yearOf({ year: 2020, reviews, prose, published: NOTHING }, "en").draft?.why).toContain(
      "Q1 2020, Q3 2020 and Q4 2020",
    );
    expect(yearOf({ year: 2020, reviews: [], prose: new Map(), published: NOTHING }, "en").sections).toHaveLength(6);
  });

  test("sets prose in another language as it was written, marked, and never as HTML", () => {
    const { snapshot } = closed();
    const paper = yearOf({ year: 2020, reviews: [closed()], prose, published: NOTHING }, "en");
    const markup = paperMarkup(paper, drawnCharts(snapshot, "en"));
    expect(markup).toContain('<div class="prose" lang="fr"><p>Texte <strong>synthétique</strong>.</p>');
    expect(markup).not.toContain("<script>");
  });
});

test("the years reach from the plan's first to this one, each quarter with its state", () => {
  const years = yearsOf(
    new Map([
      ["2020-Q4", "closed"],
      ["2026-Q4", "open"],
    ]),
    TODAY,
  );
  expect(years.map(({ year }) => year)).toEqual([2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019]);
  expect(years[0]?.quarters.map(({ state }) => state)).toEqual(["none", "none", "none", "open"]);
  expect(years[6]?.quarters[3]).toEqual({ quarter: "2020-Q4", state: "closed" });
  expect(yearsOf(new Map(), new Date("2026-05-01T00:00:00Z"))[0]?.quarters[2]?.state).toBe("ahead");
});
