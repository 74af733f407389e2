import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import {
  actionSubject,
  boardSubject,
  decisionSubject,
  suggestionSubject,
} from "~/features/core/notifications/notice.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { calendarOf } from "~/features/home/my/calendar.server.ts";
import { feedSince, makeFeed, readerOf, revokeFeed } from "~/features/home/my/feed.server.ts";
import type { MyContext } from "~/features/home/my/list.server.ts";
import { myList, myLists } from "~/features/home/my/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { lastDayOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions, calendarFeeds, checkIns, milestones, people, reviews, subsidiarityLinks } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { openReview } from "../../support/review-rows.ts";
import { actionOf, day, edit, networkOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const ORIGIN = "https://plan.example.org";

const asked = (db: Database, viewer: Viewer, language: Language = "en", at = TODAY): MyContext => ({
  viewer,
  language,
  at,
  networks: allNetworks(db),
});

const refs = ({ rows }: { rows: { ref: string }[] }) => rows.map(({ ref }) => ref);

/** The Geneva planning, with LOB-1 led by Nepal and LRN-1 by Asia, both under way and due in the quarter of `TODAY`. */
function setUp() {
  const db = seededDatabase();
  const lead = (ref: string, slug: string) =>
    db
      .update(actions)
      .set({ leadId: networkOf(db, slug).id, stage: "under-way", dueQuarter: "2026-Q4", rank: `z${ref}` })
      .where(eq(actions.ref, ref))
      .run();
  lead("LOB-1", "nepal");
  lead("LRN-1", "asia");
  lead("LRN-2", "guatemala");
  const lists = (viewer: Viewer, at = TODAY) => myLists(db, asked(db, viewer, "en", at));
  return { db, lists };
}

describe("what somebody leads", () => {
  test("is, for a member, what their network leads", () => {
    const { db, lists } = setUp();
    expect(refs(lists(someone(db, "member", "nepal")).led)).toEqual(["LOB-1"]);
  });

  test("is, for a coordinator, what their branch leads or is international, on their boards alone", () => {
    const { db, lists } = setUp();
    const { led } = lists(someone(db, "coordinator", "asia", ["learning"]));
    expect(refs(led)).toContain("LRN-1");
    expect(refs(led).every((ref) => ref.startsWith("LRN-"))).toBe(true);
    const all = myList(db, asked(db, someone(db, "coordinator", "asia", ["learning"])), "led", 1);
    expect(refs(all.lists.led ?? { rows: [] })).not.toContain("LRN-2");
  });

  test("is nothing for an observer, who sees what they follow", () => {
    const { db, lists } = setUp();
    const observer = someone(db, "observer", "nepal");
    follow(db, observer.id, actionSubject(actionOf(db, "LOB-1").id));
    follow(db, observer.id, boardSubject("learning"));
    const id = suggest(db, someone(db, "member", "nepal"), { title: "A remark" });
    follow(db, observer.id, suggestionSubject(id));
    // Nobody can follow a decision today: one that is followed in some way has no place in this list.
    follow(db, observer.id, decisionSubject(1));
    const mine = lists(observer);
    expect([mine.led.total, mine.answers.total, mine["check-ins"].total, mine.links.total]).toEqual([0, 0, 0, 0]);
    expect(refs(mine.followed)).toEqual(["LOB-1"]);
    expect(mine.else.rows.map(({ to }) => to)).toEqual(["/boards/learning", `/suggestions/${id}`]);
    expect(refs(mine.dates)).toEqual(["LOB-1"]);
  });
});

describe("what somebody owes", () => {
  test("answers to suggestions on their boards, the earliest promised first, but not what they suggested themselves", () => {
    const { db, lists } = setUp();
    const member = someone(db, "member", "nepal");
    const late = suggest(db, member, { title: "Late" }, day(-40));
    const inTime = suggest(db, member, { title: "In time" }, day(-5));
    const near = suggest(db, member, { title: "Near" }, day(-25));
    const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
    suggest(db, coordinator, { title: "Their own" }, day(-40));
    expect(refs(lists(coordinator).answers)).toEqual([`S-${late}`, `S-${near}`, `S-${inTime}`]);
    expect(lists(someone(db, "coordinator", "asia", ["learning"])).answers.total).toBe(0);
    expect(lists(member).answers.total).toBe(0);
  });

  test("check-ins, once nothing was heard of an action under way for thirty days", () => {
    const { db, lists } = setUp();
    const coordinator = someone(db, "coordinator", "asia", ["learning"]);
    const checkIn = (at: Date) =>
      db
        .insert(checkIns)
        .values({
          actionId: actionOf(db, "LRN-1").id,
          health: "on-track",
          happened: "It went on.",
          evidence: "",
          obstacles: "",
          language: "en",
          authorId: coordinator.id,
          at,
        })
        .run();
    const owed = () => refs(lists(coordinator)["check-ins"]);
    expect(owed()).toContain("LRN-1");
    checkIn(day(-31));
    expect(owed()).toContain("LRN-1");
    checkIn(day(-29));
    expect(owed()).not.toContain("LRN-1");
    expect(owed()).not.toContain("LRN-2");
    expect(lists(someone(db, "member", "nepal"))["check-ins"].total).toBe(0);
  });

  test("answers to actions that strengthen a network of theirs", () => {
    const { db, lists } = setUp();
    // Without the links that the seed has.
    db.delete(subsidiarityLinks).run();
    const link = (slug: string, answer: "adopted" | null) =>
      db
        .insert(subsidiarityLinks)
        .values({
          actionId: actionOf(db, "COM-4").id,
          networkId: networkOf(db, slug).id,
          how: { en: "With arguments." },
          answer,
          createdAt: TODAY,
        })
        .run();
    link("nepal", null);
    link("guatemala", null);
    link("india", "adopted");
    const networksOf = (viewer: Viewer) => lists(viewer).links.rows.map(({ network }) => network);
    expect(networksOf(someone(db, "member", "nepal"))).toEqual(["Nepal"]);
    expect(networksOf(someone(db, "coordinator", "asia", ["lobbying"]))).toEqual(["Nepal"]);
    expect(networksOf(someone(db, "admin", "insp-r"))).toHaveLength(2);
    expect(networksOf(someone(db, "observer", "nepal"))).toEqual([]);
  });
});

test("a list is short at first, and whole page by page; a page behind the end is the first", () => {
  const { db, lists } = setUp();
  const admin = someone(db, "admin", "insp-r");
  const { led } = lists(admin);
  expect(led.rows).toHaveLength(6);
  expect(led.total).toBeGreaterThan(6);
  const whole = myList(db, asked(db, admin), "led", 1);
  expect(whole.lists.led?.rows).toHaveLength(Math.min(25, led.total));
  expect(myList(db, asked(db, admin), "led", 999)).toEqual(whole);
});

test("a quarter ends on its last day", () => {
  expect(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2028-Q1"].map((one) => lastDayOf(one as never))).toEqual([
    "2026-03-31",
    "2026-06-30",
    "2026-09-30",
    "2026-12-31",
    "2028-03-31",
  ]);
});

describe("the calendar", () => {
  const eventsOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const calendar = (db: Database, viewer: Viewer, language: Language = "en", at = TODAY) =>
    calendarOf(db, asked(db, viewer, language, at), i18nFor(language), ORIGIN);

  test("holds due quarters, milestones and promised answers as whole days, with links", () => {
    const { db } = setUp();
    const member = someone(db, "member", "nepal");
    const { id } = actionOf(db, "LOB-1");
    const milestone = { actionId: id, state: "ahead", createdAt: TODAY, day: "2026-12-10" } as const;
    db.insert(milestones)
      .values({ ...milestone, name: { en: "Handing over; the petition, 10 December" } })
      .run();
    const events = eventsOf(calendar(db, member));
    expect(events.map(({ uid }) => uid)).toEqual([`milestone-1@plan.example.org`, "due-LOB-1@plan.example.org"]);
    expect(events.map(({ startDate }) => [startDate.toString(), startDate.isDate])).toEqual([
      ["2026-12-10", true],
      ["2026-12-31", true],
    ]);
    expect(events[0]?.summary).toBe("LOB-1: Handing over; the petition, 10 December");
    expect(events[0]?.component.getFirstPropertyValue("url")).toBe(`${ORIGIN}/actions/LOB-1`);

    const suggestion = suggest(db, member, { title: "A remark" });
    const coordinator = someone(db, "coordinator", "nepal", ["lobbying"]);
    const promised = eventsOf(calendar(db, coordinator)).find(({ uid }) => uid.startsWith("answer-"));
    expect(promised?.uid).toBe(`answer-S-${suggestion}@plan.example.org`);
    expect(promised?.startDate.toString()).toBe("2026-12-24");
  });

  test("is written as calendar programs read it: CR LF, lines folded at 75 octets, stamped and named", () => {
    const { db } = setUp();
    const text = calendar(db, someone(db, "admin", "insp-r"), "fr");
    expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:/);
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    expect(text.match(/^DTSTAMP:20261124T120000Z/gm)).toHaveLength(text.match(/^BEGIN:VEVENT/gm)?.length ?? 0);
    expect(eventsOf(text).length).toBeGreaterThan(5);
  });

  test("reminds of each in time, and numbers its states so that no older one is taken for a newer", () => {
    const { db } = setUp();
    const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
    const { id } = actionOf(db, "LOB-1");
    const milestone = { actionId: id, state: "ahead", createdAt: TODAY, day: "2026-12-10" } as const;
    db.insert(milestones)
      .values({ ...milestone, name: { en: "Handing over" } })
      .run();
    const reviewId = openReview(db);
    const link = "https://example.org/meet";
    db.update(reviews)
      .set({ meetingAt: new Date("2026-12-15T13:00:00Z"), link })
      .where(eq(reviews.id, reviewId))
      .run();
    const read = () => new Map(eventsOf(calendar(db, coordinator)).map((one) => [one.uid.split("@")[0], one]));
    const reminders = (uid: string) =>
      read()
        .get(uid)
        ?.component.getAllSubcomponents("valarm")
        .map((alarm) => String(alarm.getFirstPropertyValue("trigger")));
    // In the morning of the day, a week and two days before; a day before the hour.
    expect(reminders("due-LOB-1")).toEqual(["-P6DT15H"]);
    expect(reminders("milestone-1")).toEqual(["-P1DT15H"]);
    expect(reminders(`meeting-${reviewId}`)).toEqual(["-P1D"]);
    const meeting = read().get(`meeting-${reviewId}`);
    expect([meeting?.startDate.toJSDate().toISOString(), meeting?.location]).toEqual([
      "2026-12-15T13:00:00.000Z",
      link,
    ]);
    // Nobody but who sits or prepares has the meeting among their dates.
    expect(eventsOf(calendar(db, someone(db, "member", "nepal"))).some(({ uid }) => uid.startsWith("meeting"))).toBe(
      false,
    );
    const before = read().get("due-LOB-1")?.sequence ?? 0;
    edit(db, "LOB-1", { due: "2027-Q1" });
    expect(read().get("due-LOB-1")?.sequence).toBeGreaterThan(before);
    expect(String(read().get("due-LOB-1")?.startDate)).toBe("2027-03-31");
  });

  test("keeps each event's name whatever the language and the day", () => {
    const { db } = setUp();
    const member = someone(db, "member", "nepal");
    const uids = (language: Language, at: Date) => eventsOf(calendar(db, member, language, at)).map(({ uid }) => uid);
    expect(uids("nl", day(20))).toEqual(uids("es", TODAY));
  });
});

describe("the address of a calendar", () => {
  const reader = (db: Database, token: string) => readerOf(db, allNetworks(db), token)?.id ?? null;
  const make = (db: Database, viewer: Viewer, at = TODAY) => {
    const made = makeFeed(db, viewer, at, feedSince(db, viewer.id));
    return made.status === "made" ? made.token : "";
  };

  test("is its person's, is kept as a hash, and ends when it is taken back or given anew", () => {
    const { db } = setUp();
    const member = someone(db, "member", "nepal");
    const first = make(db, member);
    expect(reader(db, first)).toBe(member.id);
    expect(JSON.stringify(db.select().from(calendarFeeds).all())).not.toContain(first);
    const second = make(db, member);
    expect([reader(db, first), reader(db, second)]).toEqual([null, member.id]);
    revokeFeed(db, member);
    expect(reader(db, second)).toBeNull();
  });

  test("is not made twice by a form that is sent twice", () => {
    const { db } = setUp();
    const member = someone(db, "member", "nepal");
    const token = make(db, member);
    expect(makeFeed(db, member, TODAY, null)).toEqual({ status: "stale" });
    expect(reader(db, token)).toBe(member.id);
  });

  test("is dead for who is suspended, and no other text is one", () => {
    const { db } = setUp();
    const member = someone(db, "member", "nepal");
    const token = make(db, member);
    db.update(people).set({ suspendedAt: TODAY }).where(eq(people.id, member.id)).run();
    expect(reader(db, token)).toBeNull();
    for (const other of ["", "forged", "x".repeat(32), `${token}x`, "' or 1=1 --"])
      expect(reader(db, other)).toBeNull();
  });
});
