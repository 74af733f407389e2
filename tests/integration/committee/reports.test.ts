import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "~/domain.ts";
import { drawnCharts } from "~/features/committee/reports/charts.server.tsx";
import { parseFileName, writeFile } from "~/features/committee/reports/files.server.ts";
import { proseByForm } from "~/features/committee/reports/form.server.ts";
import { writeProse } from "~/features/committee/reports/mutations.server.ts";
import { packOf } from "~/features/committee/reports/pack.server.ts";
import { closedReviewsOf, packSource, proseOf, reviewStates } from "~/features/committee/reports/queries.server.ts";
import { sheetsOf } from "~/features/committee/reports/sheets.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { events, networks, reviewAdditions, reviews } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { FIXTURE_QUARTER, freeze, reviewRow, snapshotFixture, talkedOver } from "../../support/snapshot-fixture.ts";
import { by } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const TYPES = ["docx", "html", "xlsx", "csv"];

/** The SHA-256 of every file of a quarter's pack. */
async function sumsOf(db: Database, quarter: string): Promise<Record<string, string>> {
  const source = packSource(db, allNetworks(db), quarter, TODAY);
  if (!source) throw new Error(`There is no review of ${quarter}.`);
  const sums: Record<string, string> = {};
  for (const language of LANGUAGES) {
    for (const type of TYPES) {
      const name = `pack.${language}.${type}`;
      const asked = parseFileName("pack", name);
      if (!asked) throw new Error(name);
      const content = await writeFile(asked, {
        paper: () => packOf(source, language),
        charts: () => drawnCharts(source.snapshot, language),
        sheets: () => sheetsOf([source.snapshot], language),
      });
      sums[name] = createHash("sha256").update(content).digest("hex");
    }
  }
  return sums;
}

/** Changes what the pack is about: an action is done, another dropped, many come in, a network is renamed. */
function changeThePlan(db: Database): void {
  const move = (ref: string, stage: "done" | "dropped") =>
    moveAction(db, { personId: null, at: TODAY }, null, {
      ref,
      stage,
      version: findAction(db, ref)?.version ?? 0,
      outcome: { en: "Synthetic text for a test." },
    });
  move("LOB-1", "done");
  move("LOB-3", "dropped");
  addSyntheticActions(db, 20, TODAY);
  db.update(networks)
    .set({ names: { nl: "Anders", fr: "Autre", es: "Otro", en: "Other" } })
    .where(eq(networks.slug, "asia"))
    .run();
}

describe("a closed review's pack", () => {
  test("is byte for byte the same in every file and language after the plan has changed", async () => {
    const db = seededDatabase();
    freeze(db, talkedOver(snapshotFixture(db)));
    const before = await sumsOf(db, FIXTURE_QUARTER);
    changeThePlan(db);
    expect(await sumsOf(db, FIXTURE_QUARTER)).toEqual(before);
    expect(new Set(Object.values(before)).size).toBe(LANGUAGES.length * TYPES.length);
  });

  test("shows a correction beside what was closed, and asks the same statements however large the plan is", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    const reviewId = freeze(db, snapshotFixture(db));
    const frozen = packSource(db, allNetworks(db), FIXTURE_QUARTER, TODAY);
    const addition = {
      reviewId,
      text: "Synthetic correction.",
      language: "en" as const,
      authorId: admin.id,
      at: TODAY,
    };
    db.insert(reviewAdditions).values(addition).run();
    const corrected = packSource(db, allNetworks(db), FIXTURE_QUARTER, TODAY);
    expect(corrected).toEqual({
      ...frozen,
      additions: [{ at: TODAY.toISOString(), author: admin.name, text: "Synthetic correction.", language: "en" }],
    });
  });
});

test("an open review's pack follows the plan", () => {
  const db = seededDatabase();
  const { id: _, ...row } = reviewRow("2026-Q4");
  db.insert(reviews).values(row).run();
  const now = () => packSource(db, allNetworks(db), "2026-Q4", TODAY);
  expect(now()?.frozen).toBeNull();
  expect(now()?.snapshot.boards[0]?.done).toEqual([]);
  changeThePlan(db);
  expect(now()?.snapshot.boards[0]?.done.map(({ ref }) => ref)).toContain("LOB-1");
  expect(packSource(db, allNetworks(db), "2026-Q3", TODAY)).toBeNull();
});

test("a year has its closed reviews alone, in order", () => {
  const db = seededDatabase();
  for (const quarter of ["2020-Q4", "2020-Q1", "2021-Q1"]) freeze(db, snapshotFixture(db, quarter));
  const { id: _, ...row } = reviewRow("2020-Q2");
  db.insert(reviews).values(row).run();
  expect(closedReviewsOf(db, 2020).map(({ snapshot }) => snapshot.quarter)).toEqual(["2020-Q1", "2020-Q4"]);
  expect(reviewStates(db).get("2020-Q2")).toBe("open");
});

describe("the prose of a report", () => {
  const input = (prose: string, version: number, language: "fr" | "nl" = "fr") =>
    ({ year: 2020, section: "results", language, prose, version }) as const;
  const write = (db: Database, viewer: Viewer, ...args: Parameters<typeof input>) =>
    writeProse(db, by(viewer), viewer, input(...args)).status;

  test("is written by coordinators and administrators, language by language, and stands in history", () => {
    const db = seededDatabase();
    const coordinator = someone(db, "coordinator", "asia", ["learning"]);
    expect(write(db, coordinator, "Un texte.", 0)).toBe("saved");
    expect(write(db, someone(db, "admin", "insp-r"), "Een tekst.", 1, "nl")).toBe("saved");
    expect(write(db, coordinator, "Un texte.", 2)).toBe("unchanged");
    expect(proseOf(db, 2020).get("results")).toMatchObject({
      prose: { fr: "Un texte.", nl: "Een tekst." },
      version: 2,
    });
    expect(write(db, coordinator, "", 2)).toBe("saved");
    expect(proseOf(db, 2020).get("results")?.prose).toEqual({ nl: "Een tekst." });
    const kinds = db.select().from(events).where(eq(events.kind, "report.edited")).all();
    expect(kinds.map(({ after }) => (after as { prose: string }).prose)).toEqual(["Un texte.", "Een tekst.", ""]);
    for (const role of ["observer", "member", "committee"] as const)
      expect(() => write(db, someone(db, role, "nepal"), "x", 3)).toThrow("may not write");
  });

  test("of two who write at once the second is shown both texts, and nothing is lost", () => {
    const db = seededDatabase();
    const [first, second] = [someone(db, "coordinator", "asia", ["learning"]), someone(db, "admin", "insp-r")];
    expect(write(db, first, "Leur texte.", 0)).toBe("saved");
    const form = new FormData();
    for (const [name, value] of Object.entries({ language: "fr", prose: "Mon texte.", version: "0" }))
      form.set(name, value);
    const doing = { db, by: by(second), viewer: second };
    const late = proseByForm(doing, { year: 2020, section: "results" }, form);
    expect(late).toMatchObject({
      ok: false,
      status: 409,
      submitted: { prose: "Mon texte.", version: "1" },
      conflict: { theirs: "Leur texte.", by: first.name, version: 1 },
    });
    expect(proseOf(db, 2020).get("results")?.prose.fr).toBe("Leur texte.");
    form.set("version", "1");
    expect(proseByForm(doing, { year: 2020, section: "results" }, form)).toEqual({ ok: true, language: "fr" });
    expect(proseOf(db, 2020).get("results")?.prose.fr).toBe("Mon texte.");
  });

  test("bad input is told beside its field", () => {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    const form = new FormData();
    for (const [name, value] of Object.entries({ language: "de", prose: "x".repeat(20_001), version: "soon" }))
      form.set(name, value);
    const invalid = proseByForm({ db, by: by(admin), viewer: admin }, { year: 2020, section: "results" }, form);
    expect(invalid).toMatchObject({
      status: 422,
      problems: { language: "not-a-choice", prose: "too-long:20000", version: "not-a-number" },
    });
  });
});
