import { describe, expect, test } from "vitest";
import type { Board, Health } from "~/domain.ts";
import { reviewedRange } from "~/features/committee/reviews/date-range.ts";
import { measuresOfQuarter } from "~/features/committee/reviews/measures-then.server.ts";
import { planOfQuarter } from "~/features/committee/reviews/plan-then.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { createNetwork } from "~/features/people/networks/mutations.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { progressOfMany } from "~/features/plan/actions/progress.ts";
import { addDependency } from "~/features/plan/dependencies/mutations.server.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { addKeyResult, editKeyResult, retireKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { merge, unmerge } from "~/features/suggestions/handling.server.ts";
import { support, withdrawSupport } from "~/features/suggestions/support.server.ts";
import { actions } from "~db/schema.ts";
import { seededDatabase, testDatabase } from "../../support/database.ts";
import { entered, moved, opened, replanned, snapshotOf } from "../../support/quarter.ts";
import { planAsOf } from "../../support/replay.ts";
import { by, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/* The third quarter of 2026, which has ended; the committee looks back on it in November. */
const BEFORE = new Date("2026-05-01T12:00:00Z");
const FIRST = new Date("2026-07-01T00:00:00.000Z");
const WITHIN = new Date("2026-08-15T12:00:00Z");
const LAST = new Date("2026-09-30T23:59:59.999Z");
const AFTER = new Date("2026-10-01T00:00:00.000Z");
const NOW = new Date("2026-11-24T12:00:00Z");
const Q = "2026-Q3";

function setUp() {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  opened(db, admin, Q, NOW);
  const board = (name: Board = "lobbying", at = NOW) =>
    snapshotOf(db, Q, at).boards.find((one) => one.board === name) as ReturnType<typeof snapshotOf>["boards"][number];
  const enter = (due: string | null = null, at = BEFORE) => entered(db, at, { due });
  const refs = (list: { ref: string }[]) => list.map(({ ref }) => ref);
  return { db, admin, board, enter, refs };
}

describe("what became of a board in a quarter, counted by hand", () => {
  test("done, moved, dropped, added: by how it stood then and how it stands", () => {
    const { db, board, enter, refs } = setUp();
    const [done, moves, drops, held, thereAndBack, untouched] = Array.from({ length: 6 }, () => enter()) as string[];
    moved(db, WITHIN, done as string, "done", { en: "Three laws." });
    moved(db, WITHIN, moves as string, "under-way");
    moved(db, WITHIN, drops as string, "dropped", { en: "No partner was found." });
    moved(db, WITHIN, held as string, "on-hold", { en: "Until the elections." });
    moved(db, WITHIN, thereAndBack as string, "under-way");
    moved(db, LAST, thereAndBack as string, "planned");
    const added = enter(null, WITHIN);
    const part = board();
    expect(part.done).toMatchObject([{ ref: done, outcome: { en: "Three laws." }, progress: 100 }]);
    expect(part.moved.map(({ ref, from, stage }) => [ref, from, stage])).toEqual([
      [moves, "planned", "under-way"],
      [held, "planned", "on-hold"],
    ]);
    expect(part.dropped).toMatchObject([{ ref: drops, outcome: { en: "No partner was found." } }]);
    expect(refs(part.added)).toEqual([added]);
    expect(JSON.stringify([part.done, part.moved, part.added, part.dropped])).not.toContain(untouched);
  });

  test("slipped: pushed out or left without a quarter, not pulled in, and not what was done after all", () => {
    const { db, board, enter } = setUp();
    const [out, off, pulledIn, doneAfterAll, dated] = [enter(Q), enter("2026-Q4"), enter(Q), enter(Q), enter()];
    replanned(db, WITHIN, out, "2027-Q1");
    replanned(db, WITHIN, off, null);
    replanned(db, WITHIN, pulledIn, "2026-Q2");
    replanned(db, WITHIN, doneAfterAll, "2026-Q4");
    moved(db, WITHIN, doneAfterAll, "done", { en: "Sooner than feared." });
    replanned(db, WITHIN, dated, "2026-Q4");
    expect(board().slipped.map(({ ref, dueThen, due }) => [ref, dueThen, due])).toEqual([
      [out, Q, "2027-Q1"],
      [off, "2026-Q4", null],
    ]);
  });

  test("commitment: of what was due when the quarter began, each counts once", () => {
    const { db, board, enter } = setUp();
    const [done, doneLate, slips, drops, open, held] = Array.from({ length: 6 }, () => enter(Q)) as string[];
    enter("2026-Q4");
    const doneBefore = enter(Q);
    moved(db, BEFORE, doneBefore, "done", { en: "Ahead of its quarter." });
    moved(db, BEFORE, enter(Q), "dropped", { en: "Before it began." });
    const addedSince = enter(Q, WITHIN);
    moved(db, WITHIN, addedSince, "done", { en: "Nobody had promised it." });
    moved(db, WITHIN, done as string, "done", { en: "Kept." });
    moved(db, AFTER, doneLate as string, "done", { en: "A moment too late." });
    replanned(db, WITHIN, slips as string, "2027-Q2");
    moved(db, WITHIN, drops as string, "dropped", { en: "No longer needed." });
    moved(db, WITHIN, held as string, "on-hold", { en: "Later." });
    expect(board().commitment).toEqual({ due: 7, done: 2, slipped: 1, dropped: 1, open: 3 });
    expect(board().attention.map(({ ref }) => ref)).toContain(open);
    // The chart of the same page counts the same.
    const { whole, dueAndDone } = snapshotOf(db, Q, NOW);
    const { due, done: kept } = whole.commitment;
    expect(dueAndDone.at(-1)).toEqual({ quarter: Q, due, done: kept });
  });

  test("the borders are UTC’s: the first and the last millisecond belong to the quarter, the next one does not", () => {
    const { db, board, enter, refs } = setUp();
    const [first, last, next, before] = Array.from({ length: 4 }, () => enter()) as string[];
    moved(db, new Date(+FIRST - 1), before as string, "under-way");
    moved(db, FIRST, first as string, "under-way");
    moved(db, LAST, last as string, "under-way");
    moved(db, AFTER, next as string, "under-way");
    const [addedFirst, addedNext] = [enter(null, FIRST), enter(null, AFTER)];
    const part = board();
    expect(refs(part.moved)).toEqual([first, last]);
    expect(refs(part.added)).toEqual([addedFirst]);
    expect(JSON.stringify(part)).not.toContain(`"${addedNext}"`);
  });

  test("an ended quarter is told as it ended: titles, stages and quarters of later do not touch it", () => {
    const { db, board, enter } = setUp();
    const ref = enter(Q);
    const was = board();
    moved(db, AFTER, ref, "dropped", { en: "Later." });
    replanned(db, AFTER, enter("2026-Q4"), "2027-Q4");
    expect(JSON.stringify(board().attention.find((one) => one.ref === ref))).toBe(
      JSON.stringify(was.attention.find((one) => one.ref === ref)),
    );
    expect(board().dropped).toEqual([]);
  });

  test("a quarter under way is told until now, and what is due in it is not late yet", () => {
    const { db, admin, enter, refs } = setUp();
    opened(db, admin, "2026-Q4", NOW);
    const due = enter("2026-Q4");
    moved(db, AFTER, due, "under-way");
    const snapshot = snapshotOf(db, "2026-Q4", NOW);
    const part = snapshot.boards[0];
    expect(snapshot).toMatchObject({ at: NOW.toISOString(), from: AFTER.toISOString() });
    expect(refs(part?.moved ?? [])).toContain(due);
    expect(part?.attention.find(({ ref }) => ref === due)?.why.map(({ what }) => what)).toEqual(["stale"]);
  });
});

describe("progress when the quarter began", () => {
  test("is what replaying history to that instant gives, and now is what the tables hold", () => {
    const { db, enter } = setUp();
    for (const stage of ["under-way", "under-review"] as const) moved(db, WITHIN, enter(), stage);
    moved(db, WITHIN, enter(), "dropped", { en: "Gone." });
    const tallies = (at: Date) =>
      [...planAsOf(db, at).values()].map(({ stage }) => ({ stage, count: 1, measured: 0, sum: 0 }));
    const { whole } = snapshotOf(db, Q, NOW);
    expect(whole.progressThen).toBe(progressOfMany(tallies(new Date(+FIRST - 1))));
    expect(whole.progress).toBe(progressOfMany(tallies(LAST)));
  });

  test("the plan then and at the end equals what replaying gives, for any quarter since Geneva", () => {
    const { db, enter } = setUp();
    const ref = enter(Q);
    replanned(db, WITHIN, ref, "2026-Q4");
    moved(db, LAST, ref, "under-way");
    moved(db, AFTER, ref, "planned");
    for (const quarter of ["2019-Q4", "2020-Q1", "2020-Q4", "2026-Q2", "2026-Q3", "2026-Q4"] as const) {
      const window = reviewedRange(quarter, NOW);
      const { then, now } = planOfQuarter(db, window);
      for (const [plan, at] of [
        [then, window.from - 1],
        [now, window.until - 1],
      ] as const) {
        const replayed = planAsOf(db, new Date(at));
        expect([...plan.values()].map((one) => [one.ref, one.stage, one.due, one.lead, one.titles.en ?? null])).toEqual(
          [...replayed].map(([name, one]) => [name, one.stage, one.due, one.lead, one["title.en"] ?? null]),
        );
      }
    }
  });

  test("counts what its key results measured then, with the bounds that they had then", () => {
    const { db, admin, enter, board } = setUp();
    const ref = enter();
    const by = (at: Date) => ({ personId: admin.id, at });
    const input = { name: { en: "Networks" }, unit: "networks", start: 0, target: 20, due: null };
    const { id } = addKeyResult(db, by(BEFORE), admin, ref, input);
    const sit = (at: Date, value: number, health: Health = "on-track") =>
      checkIn(db, by(at), admin, ref, {
        health,
        happened: `It is ${value}.`,
        evidence: "",
        obstacles: "",
        language: "en",
        values: [{ id, value, health: null }],
      });
    sit(BEFORE, 5);
    sit(WITHIN, 10, "at-risk");
    sit(LAST, 12);
    sit(AFTER, 20);
    editKeyResult(db, by(AFTER), admin, { ref, id, version: 1, input: { ...input, target: 40 } });
    const { id: actionId } = db.select().from(actions).all().at(-1) ?? { id: 0 };
    const measures = measuresOfQuarter(db, reviewedRange(Q, NOW));
    expect([measures.measuredThen(actionId), measures.measuredNow(actionId)]).toEqual([25, 60]);
    expect(board().keyResults).toMatchObject([
      {
        ref,
        target: 20,
        latest: 12,
        progress: 60,
        checkIns: [
          { at: WITHIN.toISOString(), value: 10, health: "at-risk", happened: { text: "It is 10.", language: "en" } },
          { at: LAST.toISOString(), value: 12 },
        ],
      },
    ]);
    retireKeyResult(db, by(new Date(+AFTER + 1)), admin, { ref, id, version: 2 });
    expect(measuresOfQuarter(db, reviewedRange(Q, NOW)).measuredNow(actionId)).toBe(60);
    const later = measuresOfQuarter(db, reviewedRange("2026-Q4", NOW));
    expect([later.measuredThen(actionId), later.measuredNow(actionId)]).toEqual([60, null]);
  });
});

describe("needs attention", () => {
  function health(db: ReturnType<typeof setUp>["db"], admin: ReturnType<typeof setUp>["admin"], ref: string, at: Date) {
    checkIn(db, { personId: admin.id, at }, admin, ref, {
      health: "off-track",
      happened: "Stuck.",
      evidence: "",
      obstacles: "",
      language: "en",
      values: [],
    });
  }

  test("late, off track, no check-in for 45 days, waiting: each said, the gravest first", () => {
    const { db, admin, board, enter } = setUp();
    const [late, veryLate, off, quiet, waits, fine] = [enter(Q), enter("2025-Q4"), enter(), enter(), enter(), enter()];
    for (const ref of [off, quiet]) moved(db, BEFORE, ref, "under-way");
    health(db, admin, off, LAST);
    addDependency(db, { personId: null, at: WITHIN }, null, { ref: waits, on: fine, why: "" });
    const found = board().attention.filter(({ ref }) => [late, veryLate, off, quiet, waits, fine].includes(ref));
    expect(found.map(({ ref, why }) => [ref, why])).toEqual([
      [veryLate, [{ what: "late", quarters: 4 }]],
      [late, [{ what: "late", quarters: 1 }]],
      [off, [{ what: "off-track" }]],
      [quiet, [{ what: "stale", days: 152, never: true }]],
      [waits, [{ what: "waiting", refs: [fine] }]],
    ]);
    expect(board().health).toMatchObject({ "off-track": 1 });
  });

  test("no check-in: the 30th day asks, the day before does not", () => {
    const { db, admin, board, enter } = setUp();
    const ref = enter();
    moved(db, BEFORE, ref, "under-way");
    const why = () => board().attention.find((one) => one.ref === ref)?.why;
    const days = (count: number) => new Date(+AFTER - count * 86_400_000);
    checkIn(db, { personId: admin.id, at: days(30) }, admin, ref, {
      health: "on-track",
      happened: "Well.",
      evidence: "",
      obstacles: "",
      language: "en",
      values: [],
    });
    expect(why()).toEqual([{ what: "stale", days: 30 }]);
    checkIn(db, { personId: admin.id, at: new Date(+days(30) + 1) }, admin, ref, {
      health: "on-track",
      happened: "Well.",
      evidence: "",
      obstacles: "",
      language: "en",
      values: [],
    });
    expect(why()).toBeUndefined();
  });

  test("never a check-in: counts from when it was begun, not from when its key results were set", () => {
    const { db, admin, board, enter } = setUp();
    const [begun, begunLate, measured, again] = Array.from({ length: 4 }, () => enter()) as string[];
    const set = (ref: string, at: Date) =>
      addKeyResult(db, { personId: admin.id, at }, admin, ref, {
        name: { en: "Networks" },
        unit: "networks",
        start: 0,
        target: 20,
        due: null,
      });
    const days = (count: number) => new Date(+AFTER - count * 86_400_000);
    for (const ref of [begun, measured, again] as string[]) moved(db, days(60), ref, "under-way");
    moved(db, days(29), begunLate as string, "under-review");
    set(measured as string, days(10));
    // Under review and back it has been in hand all the while; held and taken up again it has not.
    moved(db, days(20), begun as string, "under-review");
    moved(db, days(50), again as string, "on-hold", { en: "Until the elections." });
    moved(db, days(46), again as string, "under-way");
    const why = (ref: string | undefined) => board().attention.find((one) => one.ref === ref)?.why;
    expect(why(begun)).toEqual([{ what: "stale", days: 60, never: true }]);
    expect(why(measured)).toEqual([{ what: "stale", days: 60, never: true }]);
    expect(why(again)).toEqual([{ what: "stale", days: 46, never: true }]);
    expect(why(begunLate)).toBeUndefined();
    // What happens after the quarter does not silence it.
    set(begun as string, AFTER);
    moved(db, AFTER, measured as string, "planned");
    expect(why(begun)).toEqual([{ what: "stale", days: 60, never: true }]);
    expect(why(measured)).toEqual([{ what: "stale", days: 60, never: true }]);
  });

  test("what it waited for counts as it stood: done since, and removed since, it still waited", () => {
    const { db, board, enter } = setUp();
    const [waits, on] = [enter(), enter()];
    addDependency(db, { personId: null, at: WITHIN }, null, { ref: waits, on, why: "" });
    moved(db, AFTER, on, "done", { en: "Later." });
    expect(board().attention.find(({ ref }) => ref === waits)?.why).toEqual([{ what: "waiting", refs: [on] }]);
    const [other, late] = [enter(), enter()];
    addDependency(db, { personId: null, at: AFTER }, null, { ref: other, on: late, why: "" });
    expect(board().attention.find(({ ref }) => ref === other)).toBeUndefined();
  });
});

describe("who was heard", () => {
  test("is counted as it stood when the quarter ended: voices and merges of later change nothing", () => {
    const { db, admin } = setUp();
    const author = someone(db, "member", "benin");
    const [first, second] = [someone(db, "member", "nepal"), someone(db, "member", "guatemala")];
    const give = (id: number, who: Viewer, at: Date) => support(db, by(who, at), who, allNetworks(db), id);
    const back = (id: number, who: Viewer, at: Date) => withdrawSupport(db, by(who, at), who, allNetworks(db), id);
    const [kept, silent, moving, merged, into, apart, from] = Array.from({ length: 7 }, (_, at) =>
      suggest(db, author, { title: `Suggestion ${at}` }, WITHIN),
    ) as [number, number, number, number, number, number, number];
    give(kept, first, WITHIN);
    give(moving, first, WITHIN);
    give(merged, first, LAST);
    merge(db, by(admin, LAST), admin, { id: merged, into });
    give(from, first, WITHIN);
    const heard = () => snapshotOf(db, Q, NOW).heard.filter(({ made }) => made > 0);
    const was = heard();
    // kept, moving, merged, what it was merged into, and from.
    expect(was.map(({ kind, made, supported }) => [kind, made, supported])).toEqual([
      ["continental", 7, 5],
      ["national", 7, 5],
    ]);
    give(kept, second, AFTER);
    give(silent, second, AFTER);
    back(moving, first, AFTER);
    unmerge(db, by(admin, AFTER), admin, merged);
    merge(db, by(admin, AFTER), admin, { id: apart, into: from });
    back(from, first, new Date(+AFTER + 1));
    give(moving, second, new Date(+AFTER + 1));
    expect(heard()).toEqual(was);
  });
});

test("a network that was founded or entered after the quarter was not silent in it", () => {
  const { db, admin } = setUp();
  const asia = allNetworks(db).find(({ slug }) => slug === "asia");
  const add = (slug: string, since: number | null, at: Date) =>
    createNetwork(db, by(admin, at), admin, {
      slug,
      kind: "national",
      parentId: asia?.id ?? 0,
      country: null,
      variation: null,
      since,
      names: { nl: slug, fr: slug, es: slug, en: slug },
    });
  add("there-before", null, BEFORE);
  add("entered-later", null, AFTER);
  add("founded-later", 2027, AFTER);
  add("entered-late", 2019, AFTER);
  const silent = snapshotOf(db, Q, NOW).heard.flatMap((one) => (one.silent ? [one.names.en] : []));
  expect(silent).toEqual(expect.arrayContaining(["there-before", "entered-late"]));
  expect(silent).not.toEqual(expect.arrayContaining(["entered-later"]));
  expect(silent).not.toEqual(expect.arrayContaining(["founded-later"]));
});

test("nothing moved in an empty plan, and nothing was promised", () => {
  const db = testDatabase();
  db.$client.exec("insert into networks (id, slug, kind, names) values (1, 'insp-r', 'international', '{}')");
  const admin = someone(db, "admin", "insp-r");
  opened(db, admin, Q, NOW);
  const { whole, boards, next } = snapshotOf(db, Q, NOW);
  expect(whole).toMatchObject({ progress: 0, progressThen: 0, commitment: { due: 0, done: 0 } });
  expect(boards.flatMap((one) => [...one.done, ...one.moved, ...one.added, ...one.attention])).toEqual([]);
  expect(next).toEqual([]);
});

test("what is due in the quarter after is what is still open and due then", () => {
  const { db, enter, refs } = setUp();
  const [due, done] = [enter("2026-Q4"), enter("2026-Q4")];
  moved(db, WITHIN, done, "done", { en: "Early." });
  const next = refs(snapshotOf(db, Q, NOW).next);
  expect(next).toContain(due);
  expect(next).not.toContain(done);
});
