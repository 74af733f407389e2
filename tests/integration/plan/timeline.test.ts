import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Viewer } from "~/features/core/policy.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { replanAction, replanByForm, replanUndoable, undoReplan } from "~/features/plan/actions/replan.server.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { boardColumns } from "~/features/plan/boards/queries.server.ts";
import { ROWS_A_PAGE, type Timeline, timelineOf } from "~/features/plan/boards/timeline/queries.server.ts";
import { readTimeline } from "~/features/plan/boards/timeline/query.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { events, milestones } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { someone } from "../../support/viewers.ts";

const now = quarterOf(TODAY);
const LOBBYING = { board: "lobbying", language: "en", now, at: TODAY } as const;

function timeline(db: Database, viewer: Viewer, search: string): Timeline {
  const query = new URLSearchParams(search);
  const asked = { ...LOBBYING, state: readBoardState(query, "lobbying"), viewer, networks: allNetworks(db) };
  return timelineOf(db, asked, readTimeline(query));
}

const refsOf = ({ groups }: Timeline) => groups.flatMap(({ rows }) => rows.map(({ ref }) => ref));

function everyRef(db: Database, viewer: Viewer, search: string): string[] {
  const first = timeline(db, viewer, search);
  const rest = Array.from({ length: first.pages - 1 }, (_, i) => timeline(db, viewer, `${search}&page=${i + 2}`));
  return [first, ...rest].flatMap(refsOf);
}

describe("a board as a timeline", () => {
  test("shows exactly the actions that the board shows, under any filters, each once", () => {
    const db = seededDatabase();
    addSyntheticActions(db, 150, TODAY, "lobbying");
    const viewer = someone(db, "coordinator", "asia", ["lobbying"]);
    const networks = allNetworks(db);
    const search = fc
      .record({
        level: fc.constantFrom("", "national", "continental", "international", "local"),
        network: fc.constantFrom("", "asia", "nepal", "africa", "nowhere"),
        priority: fc.constantFrom("", "high", "normal", "low"),
        quarter: fc.constantFrom("", "2026-Q4", "2027-Q2", "2099-Q1"),
        mine: fc.constantFrom("", "1"),
        q: fc.constantFrom("", "pensions", "LOB-3", "?!"),
        group: fc.constantFrom("lead", "level"),
        from: fc.constantFrom("", "all", "2020-Q1"),
      })
      .map((fields) => new URLSearchParams(Object.entries(fields).filter(([, value]) => value)).toString());
    fc.assert(
      fc.property(search, (filters) => {
        const shown = "planned:500,proposed:500,under-way:500,under-review:500,done:500,on-hold:500,dropped:500";
        const state = readBoardState(
          new URLSearchParams(`${filters}&shown=${shown}&open=on-hold&open=dropped`),
          "lobbying",
        );
        const cards = boardColumns(db, { ...LOBBYING, state, viewer, networks }).flatMap((column) => column.cards);
        expect(everyRef(db, viewer, filters).sort()).toEqual(cards.map(({ ref }) => ref).sort());
      }),
      { numRuns: 30 },
    );
  });

  test("asks three statements, however many actions and milestones there are", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    const networks = statementsOf(db, () => allNetworks(db));
    expect(statementsOf(db, () => timeline(db, viewer, "")) - networks).toBe(3);
    addSyntheticActions(db, 120, TODAY, "lobbying");
    expect(statementsOf(db, () => timeline(db, viewer, "page=3&group=level")) - networks).toBe(3);
  });

  test("has forty rows a page, and a page beyond the last is the last", () => {
    const db = seededDatabase();
    addSyntheticActions(db, 90, TODAY, "lobbying");
    const viewer = someone(db, "observer", "asia");
    expect(refsOf(timeline(db, viewer, ""))).toHaveLength(ROWS_A_PAGE);
    expect(timeline(db, viewer, "page=99")).toMatchObject({ page: 3, pages: 3 });
  });

  test("gathers by lead in the order of the tree, or by level from wide to near; what has no quarter comes last", () => {
    const db = seededDatabase();
    addSyntheticActions(db, 60, TODAY, "lobbying");
    const viewer = someone(db, "coordinator", "asia", ["lobbying"]);
    const version = findAction(db, "LOB-1")?.version ?? 0;
    const by = { personId: viewer.id, at: TODAY };
    replanAction(db, by, viewer, { ref: "LOB-1", version, start: null, due: null });
    const levels = [1, 2].flatMap((page) => timeline(db, viewer, `group=level&page=${page}`).groups);
    expect([...new Set(levels.map(({ key }) => key))]).toEqual(["international", "continental", "national", null]);
    expect(levels.at(-1)).toMatchObject({ key: null, count: 1, rows: [{ ref: "LOB-1" }] });
    const [first] = timeline(db, viewer, "").groups;
    expect(allNetworks(db).find(({ id }) => id === first?.key)?.kind).toBe("international");
  });

  test("brings the milestones of its actions by their day, in the reader's language or else in the one there is", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    const actionId = findAction(db, "LOB-3")?.id ?? 0;
    const milestone = { actionId, createdAt: TODAY, state: "ahead" } as const;
    db.insert(milestones)
      .values([
        { ...milestone, name: { fr: "Texte déposé" }, day: "2027-01-10" },
        { ...milestone, name: { en: "Draft", fr: "Projet" }, day: "2026-12-01", state: "done" },
      ])
      .run();
    const row = timeline(db, viewer, "q=LOB-3").groups[0]?.rows[0];
    expect(row?.milestones).toEqual([
      { name: "Draft", lang: null, day: "2026-12-01", state: "done" },
      { name: "Texte déposé", lang: "fr", day: "2027-01-10", state: "ahead" },
    ]);
  });

  test("reads an address that makes no sense as the plain one", () => {
    expect(readTimeline(new URLSearchParams("from=soon&group=colour&page=-3"))).toEqual({
      from: null,
      group: "lead",
      page: 1,
      plan: null,
    });
    expect(readTimeline(new URLSearchParams("from=9999-Q4")).from).toBeNull();
  });
});

function setUp() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const by = { personId: coordinator.id, at: TODAY };
  const action = () => {
    const found = findAction(db, "LOB-3");
    if (!found) throw new Error("The seed has no LOB-3.");
    return found;
  };
  const quarters = () => [action().startQuarter, action().dueQuarter];
  const replan = (start: string | null, due: string | null, version = action().version) =>
    replanAction(db, by, coordinator, { ref: "LOB-3", version, start, due });
  return { db, coordinator, by, action, quarters, replan };
}

const lastEvent = (db: Database) => db.select().from(events).all().at(-1);

describe("planning an action anew", () => {
  test("changes its quarters and nothing else, as one edit in its history", () => {
    const { db, action, replan, coordinator } = setUp();
    const { startQuarter, dueQuarter, version, updatedAt: _, ...before } = action();
    expect(replan("2027-Q1", "2027-Q4")).toMatchObject({ status: "replanned" });
    const { startQuarter: start, dueQuarter: due, version: next, updatedAt: __, ...after } = action();
    expect([start, due, next]).toEqual(["2027-Q1", "2027-Q4", version + 1]);
    expect(after).toEqual(before);
    expect(lastEvent(db)).toMatchObject({
      kind: "action.edited",
      actorId: coordinator.id,
      before: { start: startQuarter, due: dueQuarter },
      after: { start: "2027-Q1", due: "2027-Q4" },
    });
  });

  test("a due quarter before the start is refused beside its field, and nothing is written", () => {
    const { db, coordinator, by, action, quarters } = setUp();
    const before = quarters();
    const form = new FormData();
    const fields = { intent: "replan", ref: "LOB-3", version: `${action().version}`, start: "2027-Q3", due: "2027-Q1" };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect(replanByForm(db, by, coordinator, form)).toMatchObject({
      outcome: "invalid",
      problems: { due: "due-before-start" },
      submitted: { start: "2027-Q3", due: "2027-Q1" },
    });
    form.set("due", "someday");
    expect(replanByForm(db, by, coordinator, form)).toMatchObject({ problems: { due: "not-a-quarter" } });
    expect(quarters()).toEqual(before);
  });

  test("whoever may not work on the action is refused, and nobody plans what is not there", () => {
    const { db, by, action } = setUp();
    const plan = { ref: "LOB-3", version: action().version, start: null, due: "2027-Q1" };
    const status = (work: () => unknown) => {
      try {
        work();
        return 200;
      } catch (refusal) {
        return (refusal as Refusal).status;
      }
    };
    for (const viewer of [
      someone(db, "observer", "asia"),
      someone(db, "member", "nepal"),
      someone(db, "coordinator", "asia", ["learning"]),
    ]) {
      expect(status(() => replanAction(db, by, viewer, plan))).toBe(403);
    }
    expect(status(() => replanAction(db, by, null, { ...plan, ref: "LOB-999" }))).toBe(404);
  });

  test("on an older version writes nothing and says how it stands now", () => {
    const { db, coordinator, by, action, quarters, replan } = setUp();
    const { version } = action();
    replan("2027-Q1", "2027-Q4");
    expect(replan("2026-Q4", "2028-Q1", version)).toEqual({ status: "stale" });
    expect(quarters()).toEqual(["2027-Q1", "2027-Q4"]);
    const form = new FormData();
    for (const [name, value] of Object.entries({
      intent: "replan",
      ref: "LOB-3",
      version: `${version}`,
      start: "",
      due: "",
    }))
      form.set(name, value);
    expect(replanByForm(db, by, coordinator, form)).toMatchObject({
      outcome: "stale",
      http: 409,
      now: { start: "2027-Q1", due: "2027-Q4", version: version + 1, by: coordinator.name },
      submitted: { start: "", due: "" },
    });
  });

  test("is taken back once, with its cause; not when the action has changed since", () => {
    const { db, coordinator, by, quarters, replan } = setUp();
    const before = quarters();
    const first = replan("2027-Q1", "2027-Q4");
    const event = first.status === "replanned" ? first.event : 0;
    expect(replanUndoable(db, coordinator, event)).toMatchObject({ outcome: "replanned", event, undone: false });
    expect(undoReplan(db, by, coordinator, { event })).toMatchObject({ status: "replanned", ref: "LOB-3" });
    expect(quarters()).toEqual(before);
    expect(lastEvent(db)).toMatchObject({ kind: "action.edited", cause: { undo: event } });
    expect(undoReplan(db, by, coordinator, { event })).toEqual({ status: "stale", ref: "LOB-3" });
    expect(replanUndoable(db, coordinator, event)).toBeNull();
  });

  test("only a change of quarters alone is taken back this way", () => {
    const { db, coordinator, by } = setUp();
    const created = db
      .select()
      .from(events)
      .all()
      .find(({ kind }) => kind === "action.created");
    expect(() => undoReplan(db, by, coordinator, { event: created?.id ?? 0 })).toThrow(/no change of quarters/);
  });

  test("the same quarters change nothing", () => {
    const { action, quarters, replan } = setUp();
    const { version } = action();
    const [start = null, due = null] = quarters();
    expect(replan(start, due)).toEqual({ status: "unchanged" });
    expect(action().version).toBe(version);
  });
});
