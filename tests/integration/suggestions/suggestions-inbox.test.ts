import { describe, expect, test } from "vitest";
import type { Viewer } from "~/features/core/policy.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { declineSeveral } from "~/features/suggestions/answering.server.ts";
import { askAuthor, merge, mergeSeveral, putOff, takeUp } from "~/features/suggestions/handling.server.ts";
import {
  INBOX_A_PAGE,
  type InboxFilters,
  inboxFigures,
  nextInInbox,
  readInbox,
  readInboxFilters,
  savedVersions,
} from "~/features/suggestions/inbox.server.ts";
import { loadResponseDeadlines, updateResponseDeadlines } from "~/features/suggestions/response-deadline.server.ts";
import { support } from "~/features/suggestions/support.server.ts";
import { comment } from "~/features/suggestions/talk.server.ts";
import { events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { toldTo } from "../../support/notices.ts";
import { answer, by, day, rowOf, suggest, writeAnswer } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const refused = expect.objectContaining({ status: 403 }) as Refusal;
const conflict = expect.objectContaining({ status: 409 }) as Refusal;

/** A coordinator of two boards, and their inbox as it shows itself at an instant. */
function setUp() {
  const db = seededDatabase();
  const author = someone(db, "member", "nepal");
  const coordinator = someone(db, "coordinator", "asia", ["lobbying", "learning"]);
  const inbox = (asked: Partial<InboxFilters> = {}, at = TODAY, viewer: Viewer = coordinator) => {
    const networks = allNetworks(db);
    return readInbox(
      db,
      { viewer, networks, language: "en", at },
      { ...readInboxFilters(new URLSearchParams()), ...asked },
    );
  };
  const ids = (...asked: Parameters<typeof inbox>) => inbox(...asked).suggestions.map(({ id }) => id);
  const where = (id: number, at = TODAY) =>
    (["waiting", "asked", "off", "written"] as const).filter((show) => ids({ show }, at).includes(id));
  const ask = (id: number) => askAuthor(db, by(coordinator), coordinator, { id, text: "Which one?", language: "en" });
  let said = 0;
  const say = (viewer: Viewer, suggestionId: number) =>
    comment(db, by(viewer), viewer, { suggestionId, text: `This one (${++said}).`, language: "en" });
  const off = (id: number, until: string) => putOff(db, by(coordinator), coordinator, [id], { until, why: "" });
  return { db, author, coordinator, inbox, ids, where, ask, say, off };
}

describe("an inbox", () => {
  test("begins with what was promised first, whenever it was said; other orders can be asked for", () => {
    const { db, author, ids } = setUp();
    const admin = someone(db, "admin", "insp-r");
    const slow = suggest(db, author, {}, day(-10));
    updateResponseDeadlines(db, by(admin), admin, { ...loadResponseDeadlines(db), lobbying: 5 });
    const [quick, supported] = [suggest(db, author, {}, day(-1)), suggest(db, author, {}, day(0))];
    for (const [network, id] of [
      ["india", supported],
      ["asia", supported],
      ["benin", slow],
    ] as const) {
      const one = someone(db, "member", network);
      support(db, by(one), one, allNetworks(db), id);
    }
    expect(ids()).toEqual([quick, supported, slow]);
    expect(ids({ order: "oldest" })).toEqual([slow, quick, supported]);
    expect(ids({ order: "newest" })).toEqual([supported, quick, slow]);
    expect(ids({ order: "support" })).toEqual([supported, slow, quick]);
  });

  test("is of the boards that somebody coordinates, of what is open there, and nobody else’s", () => {
    const { db, author, coordinator, ids } = setUp();
    const on = (board: "lobbying" | "learning" | "financing") => suggest(db, author, { board });
    const [lobbying, learning, financing] = [on("lobbying"), on("learning"), on("financing")];
    const [answered, merged] = [on("lobbying"), on("lobbying")];
    answer(db, coordinator, answered, "declined");
    merge(db, by(coordinator), coordinator, { id: merged, into: lobbying });
    expect(ids()).toEqual([lobbying, learning]);
    expect(ids({ board: "learning" })).toEqual([learning]);
    // A board that is not theirs shows them nothing of it.
    expect(ids({ board: "financing" })).not.toContain(financing);
    expect(ids({}, TODAY, someone(db, "admin", "insp-r"))).toEqual([lobbying, learning, financing]);
    expect(ids({}, TODAY, author)).toEqual([]);
    expect(ids({}, TODAY, { ...coordinator, role: "committee" })).toEqual([]);
  });

  test("narrows to a network with the countries below it", () => {
    const { db, author, ids } = setUp();
    const here = suggest(db, author);
    const above = suggest(db, someone(db, "member", "asia"));
    suggest(db, someone(db, "member", "guatemala"));
    expect(ids({ network: "asia" })).toEqual([here, above]);
    expect(ids({ network: "nepal" })).toEqual([here]);
  });

  test("pages, and a page beyond the last is the last", () => {
    const { db, author, inbox, ids } = setUp();
    const all = Array.from({ length: INBOX_A_PAGE + 1 }, () => suggest(db, author));
    expect(inbox()).toMatchObject({ total: all.length, page: 1, pages: 2 });
    expect(ids()).toEqual(all.slice(0, INBOX_A_PAGE));
    expect(ids({ page: 2 })).toEqual(all.slice(-1));
    expect(inbox({ page: 9 }).page).toBe(2);
  });

  test("reads its address, and leaves out what does not fit", () => {
    const read = (search: string) => readInboxFilters(new URLSearchParams(search));
    expect(read("board=learning&show=off&order=support&page=3")).toMatchObject({
      board: "learning",
      show: "off",
      order: "support",
      page: 3,
    });
    expect(read("board=cooking&show=all&order=1&page=-2")).toEqual(read(""));
  });
});

describe("what was put off", () => {
  test("comes back on its day", () => {
    const { db, author, where, off } = setUp();
    const id = suggest(db, author, {}, TODAY);
    off(id, "2026-12-04");
    expect(where(id, TODAY)).toEqual(["off"]);
    expect(where(id, new Date("2026-12-03T23:59:59Z"))).toEqual(["off"]);
    expect(where(id, new Date("2026-12-04T00:00:00Z"))).toEqual(["waiting"]);
  });

  test("comes back before, seven days from the end of its promise, which stands", () => {
    const { db, author, where, off } = setUp();
    const id = suggest(db, author, {}, TODAY);
    const { responseDue } = rowOf(db, id);
    off(id, "2027-06-01");
    expect(rowOf(db, id)).toMatchObject({ responseDue, version: 1 });
    const near = +responseDue - 7 * 86_400_000;
    expect(where(id, new Date(near - 1))).toEqual(["off"]);
    expect(where(id, new Date(near))).toEqual(["waiting"]);
  });
});

describe("what the author was asked", () => {
  test("waits for their reply, and comes back with it: nobody else’s comment is one", () => {
    const { db, author, where, ask, say } = setUp();
    const id = suggest(db, author);
    ask(id);
    expect(where(id)).toEqual(["asked"]);
    say(someone(db, "member", "india"), id);
    expect(where(id)).toEqual(["asked"]);
    say(author, id);
    expect(where(id)).toEqual(["waiting"]);
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "suggestion.commented",
      after: { replies: true },
    });
    say(author, id);
    expect(db.select().from(events).all().at(-1)?.after).not.toHaveProperty("replies");
  });
});

test("an answer that is written waits to be published, whatever else was done; it is published as it was read here", () => {
  const { db, author, coordinator, where, ask, off, inbox } = setUp();
  const id = suggest(db, author);
  off(id, "2026-12-04");
  ask(id);
  writeAnswer(db, coordinator, id, "declined");
  writeAnswer(db, coordinator, id, "declined");
  suggest(db, author);
  expect(where(id)).toEqual(["written"]);
  expect(inbox().counts).toEqual({ waiting: 1, asked: 0, off: 0, written: 1 });
  expect(savedVersions(db, inbox({ show: "written" }).suggestions)).toEqual({ [id]: 2 });
});

test("the figures count what waits for an answer on one’s boards, near its promise and past it", () => {
  const { db, author, coordinator, off } = setUp();
  for (const days of [-31, -30.5]) suggest(db, author, {}, day(days));
  for (const days of [-30, -25, -23]) suggest(db, author, { board: "learning" }, day(days));
  const fresh = suggest(db, author, {}, day(-22));
  off(fresh, "2026-11-25");
  suggest(db, author, { board: "financing" }, day(-40));
  answer(db, coordinator, suggest(db, author, {}, day(-40)), "declined");
  expect(inboxFigures(db, coordinator, TODAY)).toEqual({ waiting: 5, near: 3, past: 2 });
  expect(inboxFigures(db, author, TODAY)).toEqual({ waiting: 0, near: 0, past: 0 });
});

test("taking up, putting off and asking are the coordinator’s, as long as it is open, and all or none of several", () => {
  const { db, author, coordinator } = setUp();
  const [id, elsewhere, closed] = [
    suggest(db, author),
    suggest(db, author, { board: "financing" }),
    suggest(db, author),
  ];
  answer(db, coordinator, closed, "declined");
  expect(() => takeUp(db, by(coordinator), coordinator, [id, elsewhere])).toThrow(refused);
  expect(() => takeUp(db, by(coordinator), coordinator, [id, closed])).toThrow(conflict);
  expect(rowOf(db, id).state).toBe("submitted");
  expect(() => takeUp(db, by(author), author, [id])).toThrow(refused);
  expect(() => putOff(db, by(author), author, [id], { until: "2026-12-04", why: "" })).toThrow(refused);
  expect(() => askAuthor(db, by(author), author, { id, text: "?", language: "en" })).toThrow(refused);
  takeUp(db, by(coordinator), coordinator, [id]);
  const count = db.select().from(events).all().length;
  takeUp(db, by(coordinator, day(1)), coordinator, [id]);
  expect(rowOf(db, id).takenUpAt).toEqual(TODAY);
  expect(db.select().from(events).all()).toHaveLength(count);
});

describe("the answer promise", () => {
  test("counts from when it is set: what was promised before stands", () => {
    const { db, author } = setUp();
    const admin = someone(db, "admin", "insp-r");
    const before = suggest(db, author);
    updateResponseDeadlines(db, by(admin), admin, { ...loadResponseDeadlines(db), lobbying: 10 });
    const [after, elsewhere] = [suggest(db, author), suggest(db, author, { board: "learning" })];
    expect([before, after, elsewhere].map((id) => rowOf(db, id).responseDue)).toEqual([day(30), day(10), day(30)]);
  });

  test("is the administrators’ to set; the same again is no event", () => {
    const { db, coordinator } = setUp();
    const admin = someone(db, "admin", "insp-r");
    const wanted = { ...loadResponseDeadlines(db), learning: 12 };
    expect(() => updateResponseDeadlines(db, by(coordinator), coordinator, wanted)).toThrow(refused);
    expect(loadResponseDeadlines(db).learning).toBe(30);
    updateResponseDeadlines(db, by(admin), admin, wanted);
    const [count, last] = [db.select().from(events).all().length, db.select().from(events).all().at(-1)];
    expect(last).toMatchObject({
      kind: "response-deadlines.edited",
      before: { learning: 30 },
      after: { learning: 12 },
    });
    updateResponseDeadlines(db, by(admin), admin, wanted);
    expect(db.select().from(events).all()).toHaveLength(count);
  });
});

describe("several at once", () => {
  test("are declined for one reason, which each author reads", () => {
    const { db, author, coordinator, ids } = setUp();
    const chosen = [suggest(db, author), suggest(db, author)];
    const other = suggest(db, author);
    declineSeveral(db, by(coordinator), coordinator, chosen, { fr: "La loi vient de changer." });
    for (const id of chosen) {
      expect(rowOf(db, id)).toMatchObject({ state: "declined", resultId: null });
      expect(toldTo(db, author)).toContain("suggestion.answered as author");
    }
    expect(ids()).toEqual([other]);
  });

  test("are declined all or none: one was closed, a colleague began to answer another, a third is on another board", () => {
    const { db, author, coordinator, where } = setUp();
    const [free, begun, closed] = [suggest(db, author), suggest(db, author), suggest(db, author)];
    const elsewhere = suggest(db, author, { board: "financing" });
    writeAnswer(db, coordinator, begun, "declined");
    answer(db, coordinator, closed, "declined");
    const declineBeside = (id: number) => () =>
      declineSeveral(db, by(coordinator), coordinator, [free, id], { en: "Not now." });
    expect(declineBeside(begun)).toThrow(conflict);
    expect(declineBeside(closed)).toThrow(conflict);
    expect(declineBeside(elsewhere)).toThrow(refused);
    expect(where(free)).toEqual(["waiting"]);
  });

  test("are merged into one of them or another, all or none", () => {
    const { db, author, coordinator, ids } = setUp();
    const chosen = [suggest(db, author), suggest(db, author), suggest(db, author)];
    const elsewhere = suggest(db, author, { board: "learning" });
    const [into = 0] = chosen;
    const mergeInto = (more: number[]) =>
      mergeSeveral(db, by(coordinator), coordinator, { ids: [...chosen, ...more], into });
    expect(mergeInto([elsewhere])).toBe(false);
    expect(rowOf(db, chosen[1] ?? 0).state).toBe("submitted");
    expect(mergeInto([])).toBe(true);
    expect(ids({ board: "lobbying" })).toEqual([into]);
    expect(chosen.slice(1).map((id) => rowOf(db, id).countsForId)).toEqual([into, into]);
  });
});

test("after one comes the next of the list, at its end the one before, and the first where it is listed no more", () => {
  const { db, author, coordinator } = setUp();
  const listed = [0, 1, 2].map((number) => suggest(db, author, {}, day(number)));
  const [first = 0, second = 0, third = 0] = listed;
  const next = (id: number) =>
    nextInInbox(
      db,
      { viewer: coordinator, networks: allNetworks(db), language: "en", at: TODAY },
      readInboxFilters(new URLSearchParams()),
      id,
    );
  expect([next(first), next(second), next(third)]).toEqual([second, third, second]);
  writeAnswer(db, coordinator, second, "declined");
  expect(next(second)).toBe(first);
});
