import { describe, expect, test } from "vitest";
import { quickSearch } from "~/features/core/search/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { labelsOfPlan, labelsOn } from "~/features/plan/actions/action-labels.server.ts";
import { labelsIn } from "~/features/plan/actions/action-labels.ts";
import { bulkEditByForm } from "~/features/plan/actions/bulk-edit-form.server.ts";
import { labelList } from "~/features/plan/actions/schemas.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { boardColumns } from "~/features/plan/boards/queries.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { actionOf, by, edit, formOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const byKey = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
const labelsOf = (db: Database, ref: string) => actionOf(db, ref).labels;

function cards(db: Database, query: string): string[] {
  const asked = {
    board: "lobbying" as const,
    state: readBoardState(new URLSearchParams(query), "lobbying"),
    language: "en" as const,
    viewer: someone(db, "member", "nepal"),
    networks: allNetworks(db),
    now: quarterOf(TODAY),
    at: TODAY,
  };
  return boardColumns(db, asked).flatMap((column) => column.cards.map(({ ref }) => ref));
}

describe("labels as they are typed", () => {
  test("come with commas, trimmed, each once and in order", () => {
    expect(labelsIn(" Youth,covid-19 ;  informal   economy,,youth\n")).toEqual([
      "covid-19",
      "informal economy",
      "Youth",
    ]);
  });

  test("are at most 10, of 30 characters each", () => {
    const fault = (text: string) => labelList.safeParse(text).error?.issues[0]?.message;
    const ten = Array.from({ length: 10 }, (_, i) => `label ${i}`).join(",");
    expect([fault(ten), fault(`${ten}, one more`)]).toEqual([undefined, "too-many-labels"]);
    expect([fault("x".repeat(30)), fault("x".repeat(31))]).toEqual([undefined, "label-too-long"]);
  });
});

describe("labels of the plan", () => {
  test("are spelt as the first was, and what stands in one action alone can be spelt otherwise", () => {
    const db = seededDatabase();
    edit(db, "LOB-1", { labels: ["Fiscal justice"] });
    edit(db, "LOB-3", { labels: ["fiscal Justice", "Año"] });
    expect(labelsOf(db, "LOB-3")).toEqual(["Año", "Fiscal justice"]);
    edit(db, "LOB-4", { labels: ["AÑO", "ano"] });
    expect(labelsOf(db, "LOB-4")).toEqual(["ano", "Año"]);
    edit(db, "LOB-3", { labels: [] });
    edit(db, "LOB-4", { labels: ["AÑO"] });
    expect(labelsOf(db, "LOB-4")).toEqual(["AÑO"]);
    expect(labelsOfPlan(db)[0]).toBe("COVID-19");
    expect(labelsOn(db, "lobbying")).toEqual(["AÑO", "COVID-19", "Fiscal justice", "GCSPF"].sort(byKey));
    expect(labelsOn(db, "financing")).toEqual([]);
  });

  test("narrow a board by the address, whatever the case", () => {
    const db = seededDatabase();
    edit(db, "LOB-1", { labels: ["Fiscal justice", "Youth"] });
    edit(db, "LOB-4", { labels: ["Youth"] });
    expect(cards(db, "label=youth")).toEqual(expect.arrayContaining(["LOB-1", "LOB-4"]));
    expect(cards(db, "label=Fiscal justice")).toEqual(["LOB-1"]);
    expect(cards(db, "label=Fiscal")).toEqual([]);
  });

  test("are found by the search, and no longer once they are taken away", () => {
    const db = seededDatabase();
    const found = () => quickSearch(db, "intergenerational", "en").map(({ to }) => to);
    expect(found()).toEqual([]);
    edit(db, "LOB-3", { labels: ["Intergenerational", "Youth"] });
    expect(found()).toEqual(["/actions/LOB-3"]);
    edit(db, "LOB-3", { texts: { en: { title: "Another title", description: "", expectedResult: "" } } });
    expect(found()).toEqual(["/actions/LOB-3"]);
    edit(db, "LOB-3", { labels: ["Youth"] });
    expect(found()).toEqual([]);
  });
});

describe("several actions at once", () => {
  function scene() {
    const db = seededDatabase();
    const admin = someone(db, "admin", "insp-r");
    const leads = allNetworks(db);
    const together = (fields: Record<string, string>, ...refs: string[]) => {
      const versions = refs.map((ref) => [`version.${ref}`, String(actionOf(db, ref).version)]);
      const form = formOf({ chosen: refs, ...Object.fromEntries(versions), ...fields });
      return bulkEditByForm(db, by(admin), admin, form, { board: "lobbying", language: "en", leads });
    };
    return { db, together };
  }

  test("are given labels, and lose others, each keeping what it has besides", () => {
    const { db, together } = scene();
    edit(db, "LOB-1", { labels: ["Old", "Own"] });
    expect(together({ addLabels: "Youth, new", removeLabels: "old" }, "LOB-1", "LOB-3")).toMatchObject({ http: 200 });
    expect([labelsOf(db, "LOB-1"), labelsOf(db, "LOB-3")]).toEqual([
      ["new", "Own", "Youth"],
      ["new", "Youth"],
    ]);
  });

  test("name the one that would have more than ten", () => {
    const { db, together } = scene();
    edit(db, "LOB-1", { labels: Array.from({ length: 10 }, (_, i) => `label ${i}`) });
    expect(together({ addLabels: "one more" }, "LOB-1", "LOB-3")).toMatchObject({
      outcome: "hindered",
      by: [{ ref: "LOB-1", why: "too-many-labels" }],
    });
    expect(labelsOf(db, "LOB-3")).toEqual([]);
    expect(together({ addLabels: "x".repeat(31) }, "LOB-3")).toMatchObject({
      http: 422,
      problems: { addLabels: "label-too-long" },
    });
  });
});
