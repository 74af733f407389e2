import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { recentlyMoved, waitingFor } from "~/features/home/overview/overview.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { bulkEdit, undoBulkEdit } from "~/features/plan/actions/bulk-edit.server.ts";
import { type DueShown, dueActions } from "~/features/plan/actions/due.server.ts";
import { moveAction, undoMove } from "~/features/plan/actions/moves.server.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { boardColumns, summaries } from "~/features/plan/boards/queries.server.ts";
import { awaitedElsewhere, boardStamp, boardVersion } from "~/features/plan/boards/version.server.ts";
import { actionsWithoutCheckIn } from "~/features/plan/key-results/without-check-in.server.ts";
import { type Quarter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { answer, newAction, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const now = quarterOf(TODAY);

function board(db: Database, viewer: Viewer, search: string, language: Language = "en") {
  const state = readBoardState(new URLSearchParams(search), "lobbying");
  return boardColumns(db, { board: "lobbying", state, viewer, networks: allNetworks(db), language, now, at: TODAY });
}

const refs = (columns: ReturnType<typeof board>) => columns.flatMap(({ cards }) => cards.map(({ ref }) => ref)).sort();

/** Counts what a piece of work asks of SQLite. */
function statements(db: Database, work: () => unknown): number {
  const statement = Object.getPrototypeOf(db.$client.prepare("select 1"));
  const { all, get } = statement;
  let count = 0;
  for (const [name, run] of Object.entries({ all, get }))
    statement[name] = function counted(...args: unknown[]) {
      count += 1;
      return run.apply(this, args);
    };
  work();
  Object.assign(statement, { all, get });
  return count;
}

describe("a board", () => {
  test("asks as many statements for 24 actions as for 600", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    const few = statements(db, () => board(db, viewer, ""));
    addSyntheticActions(db, 600, TODAY, "lobbying");
    expect(statements(db, () => board(db, viewer, ""))).toBe(few);
  });

  test("sends the first cards of a long column, its count whole, and the rest when asked", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    addSyntheticActions(db, 300, TODAY, "lobbying");
    const proposed = board(db, viewer, "").find(({ stage }) => stage === "proposed");
    expect(proposed?.count).toBe(60);
    expect(proposed?.cards.length).toBeLessThan(20);
    const all = board(db, viewer, "shown=proposed:62").find(({ stage }) => stage === "proposed");
    expect(all?.cards).toHaveLength(60);
    expect(all?.cards.slice(0, proposed?.cards.length)).toEqual(proposed?.cards);
  });

  test("shows on a card what there is to show, and nothing where there is nothing", () => {
    const db = seededDatabase();
    const viewer = someone(db, "coordinator", "asia", ["lobbying"]);
    const factsOf = (ref: string) => {
      const card = board(db, viewer, "")
        .flatMap(({ cards }) => cards)
        .find((one) => one.ref === ref);
      return { health: card?.health, waitsFor: card?.waitsFor, labels: card?.labels, comments: card?.comments };
    };
    expect(factsOf("LOB-3")).toEqual({});
    const other = someone(db, "member", "nepal");
    const prepare = (text: string) => db.$client.prepare(text);
    const [waiting, awaited] = ["LOB-3", "COM-2"].map((ref) =>
      prepare("select id from actions where ref = ?").pluck().get(ref),
    );
    const at = +TODAY;
    const checkIn = prepare(
      "insert into check_ins (action_id, health, happened, evidence, obstacles, language, author_id, at) values (?, ?, '', '', '', 'en', ?, ?)",
    );
    for (const health of ["on-track", "at-risk"]) checkIn.run(waiting, health, viewer.id, at);
    prepare("insert into dependencies (action_id, on_id, why, created_at) values (?, ?, '', ?)").run(
      waiting,
      awaited,
      at,
    );
    prepare("update actions set labels = ? where id = ?").run('["ILO","standards"]', waiting);
    const comment = prepare(
      "insert into comments (action_id, author_id, text, language, is_question, at, withdrawn_at) values (?, ?, 'x', 'en', 0, ?, ?)",
    );
    comment.run(waiting, other.id, at, null);
    comment.run(waiting, other.id, at, at);
    comment.run(waiting, other.id, at - 8 * 86_400_000, null);
    comment.run(waiting, viewer.id, at, null);
    const shown = { health: "at-risk", waitsFor: ["COM-2"], labels: ["ILO", "standards"], comments: 1 };
    expect(factsOf("LOB-3")).toEqual(shown);
    expect(awaitedElsewhere(db, "lobbying")).toContain("COM-2");
    prepare("update actions set stage = 'done' where id = ?").run(awaited);
    expect(factsOf("LOB-3")).toEqual({ ...shown, waitsFor: undefined });
    expect(awaitedElsewhere(db, "lobbying")).toBe("");
  });

  test("combines its filters, and counts under them", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    addSyntheticActions(db, 400, TODAY, "lobbying");
    const high = refs(
      board(db, viewer, "priority=high&shown=proposed:500,planned:500,under-way:500,under-review:500,done:500"),
    );
    const asia = refs(
      board(db, viewer, "network=asia&shown=proposed:500,planned:500,under-way:500,under-review:500,done:500"),
    );
    const both = board(
      db,
      viewer,
      "priority=high&network=asia&shown=proposed:500,planned:500,under-way:500,under-review:500,done:500",
    );
    expect(refs(both)).toEqual(high.filter((ref) => asia.includes(ref)));
    expect(both.reduce((sum, { count }) => sum + count, 0)).toBe(refs(both).length);
    expect(refs(both).length).toBeGreaterThan(0);
  });

  test("several values of one filter let through what has any of them", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    addSyntheticActions(db, 100, TODAY, "lobbying");
    const all = "shown=proposed:500,planned:500,under-way:500,under-review:500,done:500";
    const found = (query: string) => refs(board(db, viewer, `${query}&${all}`));
    expect(found("priority=high&priority=low")).toEqual([...found("priority=high"), ...found("priority=low")].sort());
    expect(found("network=nepal&network=india&level=national&level=continental")).toEqual(
      [...found("network=nepal"), ...found("network=india")]
        .filter((ref) => !found("level=international").includes(ref))
        .sort(),
    );
    expect(found("stage=planned&stage=done")).toEqual([...found("stage=planned"), ...found("stage=done")].sort());
  });

  test("what wants attention is what the board and the lists call so", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    addSyntheticActions(db, 100, TODAY, "lobbying");
    const all = "shown=proposed:500,planned:500,under-way:500,under-review:500,done:500&open=on-hold&open=dropped";
    const found = (query: string) => refs(board(db, viewer, `${query}&${all}`));
    const cards = board(db, viewer, all).flatMap(({ stage, cards }) => cards.map((card) => ({ stage, ...card })));
    const { late, dueNow } = summaries(db, now).boards.lobbying;
    expect(late).toBeGreaterThan(0);
    expect(found("is=late")).toEqual(cards.flatMap((card) => (card.late > 0 ? card.ref : [])).sort());
    expect(found("is=late")).toHaveLength(late);
    expect(found("is=due-now")).toHaveLength(dueNow);
    expect(found("is=late&is=due-now")).toHaveLength(late + dueNow);
    expect(found("is=no-quarter")).toEqual(
      cards.flatMap(({ stage, due, ref }) => (due === null && isOpen(stage) ? ref : [])).sort(),
    );
    const asked = { viewer, networks: allNetworks(db), language: "en" as const, at: TODAY };
    expect(found("is=no-check-in")).toHaveLength(
      actionsWithoutCheckIn(db, asked, { board: "lobbying", mine: false }, 1).total,
    );
  });

  test("a network means its branch", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    addSyntheticActions(db, 200, TODAY, "lobbying");
    const everything = "&shown=proposed:500,planned:500,under-way:500,under-review:500,done:500";
    const branch = refs(board(db, viewer, `network=asia${everything}`));
    for (const slug of ["nepal", "india"]) {
      for (const ref of refs(board(db, viewer, `network=${slug}${everything}`))) expect(branch).toContain(ref);
    }
    expect(refs(board(db, viewer, "network=nowhere"))).toEqual([]);
  });

  test("“mine” is what my branch leads; for those who work on the board, what is led internationally too", () => {
    const db = seededDatabase();
    expect(refs(board(db, someone(db, "member", "nepal"), "mine=1"))).toEqual([]);
    expect(refs(board(db, someone(db, "coordinator", "asia", ["lobbying"]), "mine=1"))).toHaveLength(10);
    expect(refs(board(db, someone(db, "coordinator", "asia", ["learning"]), "mine=1"))).toEqual([]);
  });

  test.each([
    ["accents do not matter", "q=equite", "fr"],
    ["beginnings of words are enough", "q=vaccin", "en"],
    ["in any language, whatever one reads", "q=vacunas", "nl"],
  ] as const)("finds by text: %s", (_, search, language) => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    db.$client
      .prepare("update action_texts set title = title || ' équité' where action_id = 1 and language = 'fr'")
      .run();
    expect(refs(board(db, viewer, search, language)).length).toBeGreaterThan(0);
  });

  test.each(["c'est", "a-b", '"', "*", "NEAR(", "?!"])("the text %s finds what it finds, and never fails", (q) => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    expect(() => board(db, viewer, `q=${encodeURIComponent(q)}`)).not.toThrow();
  });

  test("shows a title in the reader's language, or in its own and marked as such", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    db.$client.prepare("delete from action_texts where action_id = 1 and language = 'nl'").run();
    const cards = board(db, viewer, "", "nl").flatMap((column) => column.cards);
    expect(cards.find(({ ref }) => ref === "LOB-1")?.lang).toBe("en");
    expect(cards.find(({ ref }) => ref === "LOB-3")?.lang).toBeNull();
  });

  test("folds the stages aside and keeps their counts", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    moveAction(db, { personId: null, at: TODAY }, null, {
      ref: "LOB-3",
      version: 2,
      stage: "on-hold",
      outcome: { en: "Wait." },
    });
    const folded = board(db, viewer, "").find(({ stage }) => stage === "on-hold");
    expect(folded).toMatchObject({ folded: true, count: 1, cards: [] });
    const open = board(db, viewer, "open=on-hold").find(({ stage }) => stage === "on-hold");
    expect(open?.cards.map(({ ref }) => ref)).toEqual(["LOB-3"]);
  });

  test("has a new version after a change of its own, and none after another board's", () => {
    const db = seededDatabase();
    const before = boardVersion(db, "lobbying");
    moveAction(db, { personId: null, at: TODAY }, null, { ref: "LRN-2", version: 1, stage: "under-way" });
    expect(boardVersion(db, "lobbying")).toBe(before);
    moveAction(db, { personId: null, at: TODAY }, null, { ref: "LOB-3", version: 2, stage: "planned" });
    expect(boardVersion(db, "lobbying")).toBeGreaterThan(before);
  });

  test("has another stamp where another event has the same number, as after a backup was put back", () => {
    const stampAfter = (at: Date) => {
      const db = seededDatabase();
      moveAction(db, { personId: null, at }, null, { ref: "LOB-3", version: 2, stage: "planned" });
      return boardStamp(db, "lobbying");
    };
    expect(stampAfter(TODAY)).not.toBe(stampAfter(new Date(TODAY.getTime() + 1)));
    expect(stampAfter(TODAY)).toBe(stampAfter(TODAY));
  });
});

describe("the overview", () => {
  test("counts agree with the columns of each board", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    const { counts } = summaries(db, now).boards.lobbying;
    for (const { stage, count } of board(db, viewer, "")) expect(counts[stage]).toBe(count);
  });

  test("a move is news; an order within a stage, and a move taken back, are not", () => {
    const db = seededDatabase();
    const by = { personId: null, at: TODAY };
    const newest = () => recentlyMoved(db, "en")[0]?.ref;
    const before = newest();
    moveAction(db, by, null, { ref: "LOB-3", version: 2, stage: "under-way", after: null });
    expect(newest()).toBe(before);
    const moved = moveAction(db, by, null, { ref: "LOB-4", version: 2, stage: "under-review" });
    expect(newest()).toBe("LOB-4");
    if (moved.status === "moved") undoMove(db, by, null, { event: moved.event });
    expect(newest()).toBe(before);
  });

  test("what a common change or a suggestion brought about is news, until it is taken back", () => {
    const db = seededDatabase();
    const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
    const by = { personId: coordinator.id, at: TODAY };
    const newest = () => recentlyMoved(db, "en")[0]?.ref;
    const before = newest();
    const changed = bulkEdit(db, by, coordinator, {
      board: "lobbying",
      chosen: [{ ref: "LOB-4", version: 2 }],
      changes: { stage: "under-review" },
    });
    expect(newest()).toBe("LOB-4");
    if (changed.status !== "changed") throw new Error(changed.status);
    undoBulkEdit(db, by, coordinator, changed);
    expect(newest()).toBe(before);
    const suggestion = suggest(db, someone(db, "member", "nepal"), newAction("A school"));
    answer(db, coordinator, suggestion, "accepted", { stage: "planned", priority: "high", due: "", principles: ["4"] });
    expect(recentlyMoved(db, "en")[0]?.title).toBe("A school");
  });

  test("lists what is due this quarter, and as late once the quarter is over", () => {
    const db = seededDatabase();
    const list = (shown: DueShown, now: Quarter) =>
      dueActions(db, { language: "en", now, shown, board: null }, { limit: 100, offset: 0 }).rows;
    const due = list("both", now).map(({ ref }) => ref);
    expect(due).toEqual(expect.arrayContaining(["LOB-5", "LOB-7", "COM-4"]));
    expect(list("both", now).every(({ late }) => late === 0)).toBe(true);
    expect(list("late", now)).toEqual([]);
    const later = list("late", "2027-Q1").filter(({ ref }) => due.includes(ref));
    expect(later).toHaveLength(due.length);
    expect(later.every(({ late }) => late === 1)).toBe(true);
  });

  test("what waits is for those who can do something about it", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    moveAction(db, { personId: null, at: TODAY }, null, { ref: "LOB-3", version: 2, stage: "under-review" });
    const waits = (viewer: Viewer) =>
      waitingFor(db, viewer, networks, "en", now, { limit: 99, offset: 0 }).rows.map(
        ({ ref, reason }) => `${ref} ${reason}`,
      );
    expect(waits(someone(db, "coordinator", "asia", ["lobbying"]))).toContain("LOB-3 to-close");
    expect(waits(someone(db, "coordinator", "asia", ["financing"]))).not.toContain("LOB-3 to-close");
    expect(waits(someone(db, "member", "nepal"))).toEqual([]);
  });
});
