import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOARDS, STAGES, type Stage } from "~/domain.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction, undoMove } from "~/features/plan/actions/moves.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { boardColumns, summaries } from "~/features/plan/boards/queries.server.ts";
import { type BoardScope, boardOfRef, movableIn } from "~/features/plan/boards/scope.ts";
import { boardTable } from "~/features/plan/boards/table/rows.server.ts";
import { readTableState } from "~/features/plan/boards/table/table-state.ts";
import { timelineOf } from "~/features/plan/boards/timeline/queries.server.ts";
import { readTimeline } from "~/features/plan/boards/timeline/query.ts";
import { saveView } from "~/features/plan/saved-views/mutations.server.ts";
import { viewsOn } from "~/features/plan/saved-views/queries.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { columnsOf, someone } from "../../support/viewers.ts";

const ALL = `shown=${STAGES.map((stage) => `${stage}:2000`).join(",")}&open=on-hold&open=dropped`;

function asked(db: Database, viewer: Viewer, board: BoardScope, search: string) {
  const query = new URLSearchParams(search);
  const now = quarterOf(TODAY);
  return {
    query,
    board,
    state: readBoardState(query, board),
    viewer,
    networks: allNetworks(db),
    language: "en" as const,
    now,
    at: TODAY,
  };
}

const columns = (db: Database, viewer: Viewer, board: BoardScope, search: string) =>
  boardColumns(db, asked(db, viewer, board, search));

const refsIn = (found: ReturnType<typeof columns>) => found.flatMap(({ cards }) => cards.map(({ ref }) => ref));

const cardsOf = (db: Database, stage: Stage) =>
  db.$client.prepare("select ref from actions where stage = ? order by rank, id").pluck().all(stage) as string[];

describe("the whole plan", () => {
  test("has in each view what the four boards have under the same filters, and each action once", () => {
    const db = seededDatabase();
    addSyntheticActions(db, 120, TODAY);
    const viewer = someone(db, "coordinator", "asia", ["lobbying", "financing"]);
    const search = fc
      .record({
        level: fc.constantFrom("", "national", "international"),
        network: fc.constantFrom("", "asia", "nepal"),
        is: fc.constantFrom("", "late", "no-quarter", "no-check-in"),
        mine: fc.constantFrom("", "1"),
        q: fc.constantFrom("", "pensions", "LRN-1"),
      })
      .map((fields) => new URLSearchParams(Object.entries(fields).filter(([, value]) => value)).toString());
    fc.assert(
      fc.property(search, fc.subarray([...BOARDS]), (filters, chosen) => {
        const onBoards = (chosen.length > 0 ? chosen : BOARDS).flatMap((board) =>
          refsIn(columns(db, viewer, board, `${filters}&${ALL}`)),
        );
        const here = `${filters}&${ALL}&${chosen.map((board) => `board=${board}`).join("&")}`;
        const plan = asked(db, viewer, "plan", here);
        expect(refsIn(boardColumns(db, plan)).sort()).toEqual([...onBoards].sort());
        const table = boardTable(db, plan, { ...readTableState(plan.query), whole: true });
        expect(table.rows.map(({ ref }) => ref).sort()).toEqual([...onBoards].sort());
        const { groups } = timelineOf(db, plan, readTimeline(plan.query));
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(onBoards.length);
      }),
      { numRuns: 12 },
    );
  });

  test("is not narrowed by `board` on a board, which has but one", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    expect(refsIn(columns(db, viewer, "lobbying", `board=learning&${ALL}`)).every((ref) => ref.startsWith("LOB"))).toBe(
      true,
    );
  });

  test("asks as many statements and sends as many cards for 24 actions as for 200", () => {
    const db = seededDatabase();
    const viewer = someone(db, "coordinator", "asia", ["lobbying"]);
    const views = () => {
      const plan = asked(db, viewer, "plan", "");
      boardColumns(db, plan);
      boardTable(db, plan, readTableState(plan.query));
      timelineOf(db, plan, readTimeline(plan.query));
    };
    views();
    const few = statementsOf(db, views);
    addSyntheticActions(db, 200, TODAY);
    expect(statementsOf(db, views)).toEqual(few);
    expect(refsIn(columns(db, viewer, "plan", "")).length).toBeLessThanOrEqual(12 * 5);
  });

  test("counts what the four boards count together", () => {
    const db = seededDatabase();
    const { boards, plan, progress } = summaries(db, quarterOf(TODAY));
    expect(plan.late).toBe(BOARDS.reduce((sum, board) => sum + boards[board].late, 0));
    expect(plan.promised).toBe(BOARDS.reduce((sum, board) => sum + boards[board].promised, 0));
    expect(plan.progress).toBe(progress);
  });

  test("has views of its own, which no board shows; those who coordinate a board keep them for all", () => {
    const db = seededDatabase();
    const coordinator = someone(db, "coordinator", "asia", ["learning"]);
    const member = someone(db, "member", "nepal");
    const keep = (who: Viewer) =>
      saveView(db, { personId: who.id, at: TODAY }, who, {
        board: "plan",
        name: "Late everywhere",
        query: "is=late&board=lobbying&board=learning",
        forAll: true,
      });
    expect(() => keep(member)).toThrow();
    keep(coordinator);
    expect(viewsOn(db, "plan", member.id).map(({ query }) => query)).toEqual(["board=lobbying&board=learning&is=late"]);
    expect(viewsOn(db, "learning", coordinator.id)).toEqual([]);
  });
});

describe("moving on the whole plan", () => {
  function setUp() {
    const db = seededDatabase();
    const admin = someone(db, "admin", "asia");
    const by = { personId: admin.id, at: TODAY };
    const move = (ref: string, stage: Stage, after?: string | null) =>
      moveAction(db, by, admin, {
        ref,
        version: findAction(db, ref)?.version ?? 0,
        stage,
        outcome: { en: "So." },
        amongAll: true,
        ...(after !== undefined && { after }),
      });
    return { db, admin, by, move };
  }

  test("names a neighbour of any board, the top or the end, and leaves every other card as it was", () => {
    const { db, admin, move } = setUp();
    move("COM-1", "under-review");
    move("FIN-1", "under-review");
    move("LRN-1", "under-review", "COM-1");
    expect(cardsOf(db, "under-review")).toEqual(["COM-1", "LRN-1", "FIN-1"]);
    move("LOB-1", "under-review", null);
    move("LOB-2", "under-review", "LRN-1");
    expect(cardsOf(db, "under-review")).toEqual(["LOB-1", "COM-1", "LRN-1", "LOB-2", "FIN-1"]);
    expect(refsIn(columns(db, admin, "plan", ALL).filter(({ stage }) => stage === "under-review"))).toEqual(
      cardsOf(db, "under-review"),
    );
    expect(move("LOB-2", "under-review", "LRN-1").status).toBe("unchanged");
    expect(columnsOf(db, "lobbying")["under-review"]).toEqual(["LOB-1", "LOB-2"]);
  });

  test("keeps the order of the own board under any moves, never gives a rank twice, and lands beside its neighbour", () => {
    const { db, move } = setUp();
    const refs = db.select({ ref: actions.ref }).from(actions).all();
    const step = fc.record({ which: fc.nat(1000), after: fc.nat(1000), stage: fc.constantFrom(...STAGES) });
    fc.assert(
      fc.property(step, ({ which, after, stage }) => {
        const ref = refs[which % refs.length]?.ref ?? "";
        const others = cardsOf(db, stage).filter((one) => one !== ref);
        const above = others[after % (others.length + 1)];
        const rankOf = (one: string | undefined) => (one && findAction(db, one)?.rank) ?? null;
        const below = others[others.indexOf(above ?? "") + 1];
        const between = above === undefined || rankOf(above) !== rankOf(below);
        if (move(ref, stage, above).status === "link-missing") return;
        const now = cardsOf(db, stage);
        expect(now.filter((one) => one !== ref)).toEqual(others);
        const at = now.indexOf(ref);
        // Between two cards of one rank there is no place: at most the four boards stand there.
        if (between) expect(now[at - 1]).toBe(above ?? others.at(-1));
        else expect(Math.abs(at - 1 - others.indexOf(above ?? ""))).toBeLessThanOrEqual(BOARDS.length);
        // The own board's cards above the neighbour stay above, and those below it below.
        const own = (list: string[]) => list.filter((one) => boardOfRef(one) === boardOfRef(ref));
        const wanted = own(others.slice(0, above === undefined ? others.length : others.indexOf(above) + 1)).length;
        expect(own(now).indexOf(ref)).toBe(wanted);
      }),
      { numRuns: 100 },
    );
  });

  test("is taken back to where the card stood on its own board", () => {
    const { db, admin, by, move } = setUp();
    const before = columnsOf(db, "lobbying");
    const moved = move("LOB-3", "under-review", null);
    if (moved.status !== "moved") throw new Error(moved.status);
    undoMove(db, by, admin, { event: moved.event });
    expect(columnsOf(db, "lobbying")).toEqual(before);
  });

  test("is for each card by the rights of its own board", () => {
    const { db } = setUp();
    const networks = allNetworks(db);
    const asia = networks.find(({ slug }) => slug === "asia")?.id ?? 0;
    const movable = movableIn({ boards: ["learning"], leads: [asia] });
    expect(movable.has({ ref: "LRN-1", lead: asia })).toBe(true);
    expect(movable.has({ ref: "LOB-1", lead: asia })).toBe(false);
    expect(movable.onBoardOf({ ref: "LRN-1", lead: 1 })).toBe(true);
    expect(movable.has({ ref: "LRN-1", lead: 1 })).toBe(false);
  });
});
