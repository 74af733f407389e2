import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { unreadCount } from "~/features/core/notifications/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { loader as frame } from "~/root.tsx";
import { loader as noticesPage, action as onNotices } from "~/routes/core/notices.tsx";
import { loader as actionPage, action as onAction } from "~/routes/plan/action.tsx";
import { loader as boardPage, action as onBoard } from "~/routes/plan/board.tsx";
import { action as onSuggestion, loader as suggestionPage } from "~/routes/suggestions/suggestion.tsx";
import { notices } from "~db/schema.ts";
import { move, say, toldTo } from "../../support/notices.ts";
import { addPerson, ask, enter, openApp } from "../../support/routes.ts";
import { suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();

interface Page {
  groups: { subject: string; name: string; path: string; fresh: number; more: number; notices: Notice[] }[];
  page: number;
  pages: number;
}

interface Notice {
  text: string;
  quote: string | null;
  read: boolean;
}

const readPage = async (cookie: string, query = "") =>
  (await ask(noticesPage, { path: `/notices${query}`, cookie })).data as Page;

const unreadIn = async (cookie: string, path: string) => {
  const { data } = await ask(frame, { path, cookie });
  return (data as { viewer: { unread: number } }).viewer.unread;
};

const coordinator = () => someone(app.db, "coordinator", "asia", ["lobbying"]);

/** Somebody new with suggestions on which a coordinator comments. */
async function commented({ suggestions = 1, comments = 1 } = {}) {
  const { id } = addPerson(app.db);
  const viewer: Viewer = { ...someone(app.db, "member", "nepal"), id };
  const ids: number[] = [];
  for (let i = 1; i <= suggestions; i++) ids.push(suggest(app.db, viewer, { title: `Remark ${i}` }));
  for (const one of ids) {
    for (let i = 1; i <= comments; i++) say(app.db, coordinator(), one, `Comment ${i}`);
  }
  return { viewer, cookie: await enter(id), ids };
}

describe("following", () => {
  test.each([
    ["an action", onAction, actionPage, "/actions/LOB-3", { ref: "LOB-3" }],
    ["a board", onBoard, boardPage, "/boards/lobbying", { board: "lobbying" }],
  ] as const)(
    "%s from its page: told of the next move, and not any more after stopping",
    async (_, act, look, path, params) => {
      const { id } = addPerson(app.db, { role: "observer" });
      const cookie = await enter(id);
      const following = async () =>
        ((await ask(look, { path, params, cookie })).data as { following: boolean }).following;
      const press = (intent: string) => ask(act, { path, params, cookie, form: { intent } });
      expect(await following()).toBe(false);
      expect((await press("follow")).location).toBe(path);
      await press("follow");
      expect(await following()).toBe(true);
      move(app.db, coordinator(), "LOB-3", "planned");
      expect(toldTo(app.db, { id })).toEqual(["action.moved as follower"]);
      expect((await press("unfollow")).location).toBe(path);
      expect(await following()).toBe(false);
      move(app.db, coordinator(), "LOB-3", "under-way");
      expect(toldTo(app.db, { id })).toHaveLength(1);
    },
  );

  test("a suggestion from its page: told of the next comment, and not any more after stopping", async () => {
    const number = suggest(app.db, someone(app.db, "member", "india"));
    const { id } = addPerson(app.db, { role: "observer" });
    const at = { path: `/suggestions/${number}`, params: { id: String(number) }, cookie: await enter(id) };
    const following = async () =>
      ((await ask(suggestionPage, at)).data as { screen: { following: boolean } }).screen.following;
    expect((await ask(onSuggestion, { ...at, form: { intent: "follow" } })).location).toBe(at.path);
    expect(await following()).toBe(true);
    say(app.db, coordinator(), number, "Seen.");
    expect(toldTo(app.db, { id })).toEqual(["suggestion.commented as follower"]);
    await ask(onSuggestion, { ...at, form: { intent: "unfollow" } });
    expect(await following()).toBe(false);
    say(app.db, coordinator(), number, "Seen again.");
    expect(toldTo(app.db, { id })).toHaveLength(1);
  });

  test("asks for signing in", async () => {
    const form = { intent: "follow" };
    const answer = await ask(onAction, { path: "/actions/LOB-3", params: { ref: "LOB-3" }, form });
    const { pathname, searchParams } = new URL(answer.location ?? "", "http://here.invalid");
    expect([pathname, searchParams.get("back")]).toEqual(["/sign-in", "/actions/LOB-3"]);
  });
});

describe("the page of notices", () => {
  test("groups by thing, what was last told of first, each newest first and with what was said", async () => {
    const { cookie, ids, viewer } = await commented({ suggestions: 2 });
    const [first = 0, second = 0] = ids;
    say(app.db, coordinator(), first, "One more thing.");
    const { groups } = await readPage(cookie);
    expect(groups.map(({ path }) => path)).toEqual([`/suggestions/${first}`, `/suggestions/${second}`]);
    expect(groups[0]?.name).toBe(`S-${first} Remark 1`);
    expect(groups[0]?.notices.map(({ quote }) => quote)).toEqual(["One more thing.", "Comment 1"]);
    expect(groups[0]?.notices[1]?.text).toContain(coordinator().name);
    expect(await unreadIn(cookie, "/")).toBe(unreadCount(app.db, viewer.id));
    expect(unreadCount(app.db, viewer.id)).toBe(3);
  });

  test("shows eight of one thing, and how many more there are", async () => {
    const { cookie } = await commented({ comments: 10 });
    const { groups } = await readPage(cookie);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.notices.map(({ quote }) => quote)).toEqual(
      [10, 9, 8, 7, 6, 5, 4, 3].map((number) => `Comment ${number}`),
    );
    expect(groups[0]).toMatchObject({ more: 2, fresh: 10 });
  });

  test("pages by fifteen things; beyond the last page is the last", async () => {
    const { cookie, ids } = await commented({ suggestions: 17 });
    const things = ids.map((id) => `suggestion:${id}`).reverse();
    const [one, two, beyond] = [
      await readPage(cookie),
      await readPage(cookie, "?page=2"),
      await readPage(cookie, "?page=9"),
    ];
    expect(one.groups.map(({ subject }) => subject)).toEqual(things.slice(0, 15));
    expect(two.groups.map(({ subject }) => subject)).toEqual(things.slice(15));
    expect(beyond).toMatchObject({ page: 2, pages: 2, groups: two.groups });
  });

  test("can show the unread alone", async () => {
    const { cookie, ids } = await commented({ suggestions: 2 });
    await unreadIn(cookie, `/suggestions/${ids[0]}`);
    const paths = async (query: string) => (await readPage(cookie, query)).groups.map(({ path }) => path);
    expect(await paths("?unread")).toEqual([`/suggestions/${ids[1]}`]);
    expect(await paths("")).toHaveLength(2);
  });

  test("shows nobody what others were told", async () => {
    await commented();
    const cookie = await enter(addPerson(app.db).id);
    expect((await readPage(cookie)).groups).toEqual([]);
    expect((await ask(noticesPage, { path: "/notices" })).location).toBe("/sign-in?back=%2Fnotices");
  });
});

describe("reading", () => {
  test("opening a suggestion reads what was told of it, and nothing else", async () => {
    const { cookie, ids, viewer } = await commented({ suggestions: 2, comments: 2 });
    expect(await unreadIn(cookie, "/boards/lobbying")).toBe(4);
    expect(await unreadIn(cookie, `/suggestions/${ids[0]}`)).toBe(2);
    const { groups } = await readPage(cookie);
    const fresh = Object.fromEntries(groups.map(({ path, fresh }) => [path, fresh]));
    expect(fresh).toEqual({ [`/suggestions/${ids[0]}`]: 0, [`/suggestions/${ids[1]}`]: 2 });
    expect(unreadCount(app.db, viewer.id)).toBe(2);
  });

  test("opening an action reads what was told of it, for oneself alone", async () => {
    const [one, other] = [addPerson(app.db).id, addPerson(app.db).id];
    const form = { intent: "follow" };
    const at = { path: "/actions/LOB-4", params: { ref: "LOB-4" } };
    for (const id of [one, other]) await ask(onAction, { ...at, cookie: await enter(id), form });
    move(app.db, coordinator(), "LOB-4", "planned");
    expect(await unreadIn(await enter(one), "/actions/LOB-3")).toBe(1);
    expect(await unreadIn(await enter(one), "/actions/LOB-4")).toBe(0);
    expect(unreadCount(app.db, other)).toBe(1);
  });

  test("everything at once, by the page's form, for oneself alone and no other form", async () => {
    const { cookie, viewer } = await commented({ suggestions: 2 });
    const other = await commented();
    const press = (intent: string) => ask(onNotices, { path: "/notices", cookie, form: { intent } });
    expect((await press("forget")).status).toBe(400);
    expect(unreadCount(app.db, viewer.id)).toBe(2);
    expect((await press("read")).location).toBe("/notices");
    expect(unreadCount(app.db, viewer.id)).toBe(0);
    expect((await readPage(cookie)).groups.flatMap(({ notices }) => notices.map(({ read }) => read))).toEqual([
      true,
      true,
    ]);
    expect(unreadCount(app.db, other.viewer.id)).toBe(1);
  });

  test("what is read keeps the time at which it was read first", async () => {
    const { cookie, viewer } = await commented();
    const first = new Date("2026-11-25T08:00:00Z");
    app.db.update(notices).set({ readAt: first }).where(eq(notices.personId, viewer.id)).run();
    await ask(onNotices, { path: "/notices", cookie, form: { intent: "read" } });
    expect(app.db.select().from(notices).where(eq(notices.personId, viewer.id)).get()?.readAt).toEqual(first);
  });
});
