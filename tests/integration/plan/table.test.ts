import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS, PRIORITIES, STAGES } from "~/domain.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { progressOfAction, progressOfMany } from "~/features/plan/actions/progress.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { boardColumns } from "~/features/plan/boards/queries.server.ts";
import { boardTable, ROWS_A_PAGE } from "~/features/plan/boards/table/rows.server.ts";
import { GROUPS, readTableState, SORTS } from "~/features/plan/boards/table/table-state.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { loadGenevaPlanning } from "~seed/geneva.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { openCopy, seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { someone } from "../../support/viewers.ts";

const now = quarterOf(TODAY);

function asked(db: Database, viewer: Viewer, search: string) {
  const state = readBoardState(new URLSearchParams(search), "lobbying");
  return {
    board: "lobbying" as const,
    state,
    viewer,
    networks: allNetworks(db),
    language: "en" as const,
    now,
    at: TODAY,
  };
}

function table(db: Database, viewer: Viewer, search: string) {
  return boardTable(db, asked(db, viewer, search), readTableState(new URLSearchParams(search)));
}

function manyActions() {
  const db = openCopy("many-actions", (made) => {
    loadGenevaPlanning(made, TODAY);
    addSyntheticActions(made, 170, TODAY, "lobbying");
  });
  return { db, viewer: someone(db, "coordinator", "asia", ["lobbying"]) };
}

function allRows(db: Database, viewer: Viewer, search: string) {
  const { pages } = table(db, viewer, search);
  return Array.from({ length: pages }, (_, i) => table(db, viewer, `${search}&page=${i + 1}`).rows).flat();
}

describe("the table", () => {
  test("has the same actions as the columns, in their order, a page at a time", () => {
    const { db, viewer } = manyActions();
    const columns = boardColumns(
      db,
      asked(db, viewer, `open=on-hold&open=dropped&shown=${STAGES.map((s) => `${s}:500`).join()}`),
    );
    const rows = allRows(db, viewer, "");
    expect(rows).toHaveLength(columns.reduce((sum, { count }) => sum + count, 0));
    expect(rows.filter(({ stage }) => stage === "planned").map(({ ref }) => ref)).toEqual(
      columns.find(({ stage }) => stage === "planned")?.cards.map(({ ref }) => ref),
    );
    expect(table(db, viewer, "").rows).toHaveLength(ROWS_A_PAGE);
    // All on one page, for printing.
    const whole = table(db, viewer, "rows=all&page=3");
    expect([whole.page, whole.pages]).toEqual([1, 1]);
    expect(whole.rows.map(({ ref }) => ref)).toEqual(rows.map(({ ref }) => ref));
  });

  test.each(SORTS)("ordered by %s has every action once, and backwards the other way round", (sort) => {
    const { db, viewer } = manyActions();
    const up = allRows(db, viewer, `sort=${sort}`);
    const down = allRows(db, viewer, `sort=-${sort}`);
    expect(new Set(up.map(({ ref }) => ref)).size).toBe(table(db, viewer, "").all.count);
    expect(down.map(({ ref }) => ref).sort()).toEqual(up.map(({ ref }) => ref).sort());
    const value: Record<string, (row: (typeof up)[number]) => number | string | null> = {
      stage: (row) => STAGES.indexOf(row.stage),
      priority: (row) => PRIORITIES.indexOf(row.priority),
      level: (row) => LEVELS.indexOf(row.level),
      due: (row) => row.due,
      late: (row) => row.late,
      progress: (row) => row.progress,
      updated: (row) => row.updated,
      title: (row) => row.title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
    };
    const of = value[sort];
    if (!of) return;
    const ordered = (rows: typeof up) => rows.map(of).filter((one) => one !== null);
    const ascending = [...ordered(up)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(ordered(up)).toEqual(ascending);
    expect(ordered(down)).toEqual(ascending.toReversed());
    // What has no value comes last, whichever way.
    for (const rows of [up, down]) expect(rows.map(of).lastIndexOf(null)).toBeOneOf([-1, rows.length - 1]);
  });

  test("asks as many statements for 24 actions as for 600", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    const count = (search: string) => statementsOf(db, () => table(db, viewer, search));
    const searches = ["", "group=lead", "sort=-progress", "sort=title&group=stage"];
    const networks = count("") - 2;
    const few = searches.map(count);
    expect(few.map((n) => n - networks)).toEqual([2, 2, 3, 2]);
    addSyntheticActions(db, 600, TODAY, "lobbying");
    expect(searches.map(count)).toEqual(few);
  });
});

describe("totals by group", () => {
  test("whatever the filters, the groups make up the whole, and the whole is what the rows are", () => {
    const { db, viewer } = manyActions();
    const networks = allNetworks(db).map(({ slug }) => slug);
    const maybe = (values: readonly string[]) => fc.constantFrom("", ...values);
    const filters = fc.record({
      level: maybe(LEVELS),
      priority: maybe(PRIORITIES),
      network: maybe(networks),
      quarter: maybe(["2026-Q3", "2026-Q4", "2027-Q1"]),
      mine: maybe(["1"]),
      group: fc.constantFrom(...GROUPS),
    });
    fc.assert(
      fc.property(filters, (chosen) => {
        const search = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value)).toString();
        const { groups, all } = table(db, viewer, search);
        const rows = allRows(db, viewer, search);
        for (const figure of ["count", "done", "late"] as const) {
          expect(groups.reduce((sum, group) => sum + group[figure], 0)).toBe(all[figure]);
        }
        expect(all.count).toBe(rows.length);
        expect(all.late).toBe(rows.filter(({ late }) => late > 0).length);
        // Nothing is measured here: each is as far as its stage.
        const tallies = STAGES.map((stage) => {
          const count = rows.filter((row) => row.stage === stage).length;
          return { stage, count, measured: 0, sum: 0 };
        });
        expect(all.progress).toBe(progressOfMany(tallies));
        for (const { progress } of [...groups, all]) expect(progress >= 0 && progress <= 100).toBe(true);
        for (const row of rows) expect(row.progress).toBe(progressOfAction(row.stage, null));
        // A group's rows stand together, in the order of the groups.
        const runs = rows.map(({ group }) => group).filter((group, i, list) => group !== list[i - 1]);
        expect(runs).toEqual(groups.map(({ group }) => group));
      }),
      { numRuns: 40 },
    );
  });
});

test("an address that does not fit still shows the table", () => {
  const read = (search: string) => readTableState(new URLSearchParams(search));
  expect(read("columns=due,nonsense,stage&sort=nonsense&group=x&page=-3")).toEqual({
    columns: ["stage", "due"],
    sort: null,
    group: null,
    page: 1,
    whole: false,
  });
  expect(read("columns=due&columns=kind").columns).toEqual(["kind", "due"]);
  expect(read("columns=").columns).toEqual([]);
  expect(read("sort=-due").sort).toEqual({ by: "due", descending: true });
});
