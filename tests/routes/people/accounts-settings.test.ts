import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { read } from "~/config.server.ts";
import { seenBy } from "~/features/people/accounts/viewer.server.ts";
import { action as invite } from "~/routes/people/people-invite.tsx";
import { action as saveSettings, loader as settingsPage } from "~/routes/people/settings.tsx";
import { action as signIn, loader as signInPage } from "~/routes/people/sign-in.tsx";
import { action as newAction, loader as newActionPage } from "~/routes/plan/action-new.tsx";
import { accounts, events, formDrafts, people, sessions } from "~db/schema.ts";
import { addPerson, ask, cookiesOf, enter, openApp, problemsIn } from "../../support/routes.ts";

const app = openApp();
const FIRST = "the first password";
const SECOND = "the second password";

const save = (cookie: string, form: Record<string, string>, address = "10.2.0.1") =>
  ask(saveSettings, { path: "/settings", form, cookie, address });

const viewerOf = async (cookie: string) => (await seenBy(new Headers({ Cookie: cookie }))).viewer;

const passwordWorks = async (email: string, password: string) =>
  (await ask(signIn, { path: "/sign-in", form: { way: "password", email, password }, address: "10.2.9.9" })).status ===
  302;

describe("a password of one's own", () => {
  test("is set without another, is changed only with the current one, and ends the sessions elsewhere", async () => {
    const { id, email } = addPerson(app.db);
    const here = await enter(id);
    const elsewhere = await enter(id);
    expect((await save(here, { intent: "password", newPassword: FIRST })).location).toBe("/settings?saved=password");
    expect(await passwordWorks(email, FIRST)).toBe(true);
    expect(await viewerOf(here)).not.toBeNull();
    expect(await viewerOf(elsewhere)).toBeNull();

    const wrong = await save(here, { intent: "password", currentPassword: "not this one", newPassword: SECOND });
    expect(wrong.status).toBe(422);
    expect(problemsIn(wrong)).toEqual({ currentPassword: "password-wrong" });
    expect(JSON.stringify(wrong.data)).not.toContain(SECOND);
    expect(await passwordWorks(email, SECOND)).toBe(false);

    await save(here, { intent: "password", currentPassword: FIRST, newPassword: SECOND });
    expect(await passwordWorks(email, SECOND)).toBe(true);
    expect(await passwordWorks(email, FIRST)).toBe(false);
    expect(app.db.select().from(accounts).where(eq(accounts.userId, id)).all()).toHaveLength(1);
  });

  test("has at least ten characters", async () => {
    const cookie = await enter(addPerson(app.db).id);
    expect(problemsIn(await save(cookie, { intent: "password", newPassword: "short" }))).toEqual({
      newPassword: "password-too-short",
    });
  });

  test("cannot be found out by trying current ones on an open session", async () => {
    const { id } = addPerson(app.db);
    const cookie = await enter(id);
    const address = "10.2.0.2";
    await save(cookie, { intent: "password", newPassword: FIRST }, address);
    const guess = () => save(cookie, { intent: "password", currentPassword: "a guess", newPassword: SECOND }, address);
    for (let i = 0; i < 5; i++) expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
  });
});

describe("sessions", () => {
  test("are listed with their device, each to be ended, and all others at once", async () => {
    const { id } = addPerson(app.db);
    const [here, there, elsewhere] = [await enter(id), await enter(id), await enter(id)];
    const page = async () => {
      const { data } = await ask(settingsPage, { path: "/settings", cookie: here });
      return (data as { sessions: { id: string; isThis: boolean }[] }).sessions;
    };
    expect(await page()).toHaveLength(3);
    expect((await page()).filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(JSON.stringify(await page())).not.toContain(
      app.db.select().from(sessions).where(eq(sessions.userId, id)).get()?.token,
    );

    await save(here, { intent: "end", session: (await viewerOf(there))?.sessionId ?? "" });
    expect(await viewerOf(there)).toBeNull();
    expect(await viewerOf(elsewhere)).not.toBeNull();
    await save(here, { intent: "end", session: "others" });
    expect(await viewerOf(elsewhere)).toBeNull();
    expect(await viewerOf(here)).not.toBeNull();
  });

  test("of somebody else are not theirs to end", async () => {
    const other = await enter(addPerson(app.db).id);
    const cookie = await enter(addPerson(app.db).id);
    await save(cookie, { intent: "end", session: (await viewerOf(other))?.sessionId ?? "" });
    expect(await viewerOf(other)).not.toBeNull();
  });
});

test("a name and a language are one's own to change; a new name is history, a language is not", async () => {
  const { id } = addPerson(app.db, { name: "Before" });
  const cookie = await enter(id);
  const count = () => app.db.select().from(events).where(eq(events.personId, id)).all().length;
  await save(cookie, { intent: "profile", name: "Before", language: "fr" });
  expect(count()).toBe(0);
  await save(cookie, { intent: "profile", name: "After", language: "fr" });
  expect(count()).toBe(1);
  expect(app.db.select().from(people).where(eq(people.id, id)).get()).toMatchObject({ name: "After", language: "fr" });
  const empty = await save(cookie, { intent: "profile", name: " ", language: "fr" });
  expect(empty.data).toMatchObject({ problems: { name: "name-missing" }, submitted: { language: "fr" } });
});

describe("what was typed when the session had ended", () => {
  const submitted = { "title.en": "A long text typed on a slow line", principles: ["1", "3"], password: "a secret" };

  /** A session that was there and has ended: the browser still sends its cookie. */
  async function ended(id: string) {
    const cookie = await enter(id);
    app.db.delete(sessions).where(eq(sessions.userId, id)).run();
    return cookie;
  }

  test.each(["/actions/new?board=lobbying", "/actions/new.data?board=lobbying"])(
    "is kept and comes back after signing in, without secrets (%s)",
    async (path) => {
      const lost = await ask(newAction, { path, form: submitted, cookie: await ended("eval-admin") });
      expect(lost.status).toBe(302);
      expect(lost.location).toBe("/sign-in?back=%2Factions%2Fnew%3Fboard%3Dlobbying");
      const kept = cookiesOf(lost);
      expect((await ask(signInPage, { path: "/sign-in", cookie: kept })).data).toMatchObject({ kept: true });

      const cookie = `${await enter("eval-admin")}; ${kept}`;
      const page = await ask(newActionPage, { path: "/actions/new?board=lobbying", cookie });
      expect(page.data).toMatchObject({
        values: { "title.en": "A long text typed on a slow line", principles: ["1", "3"] },
      });
      expect(JSON.stringify(app.db.select().from(formDrafts).all())).not.toContain("a secret");
    },
  );

  test("comes back to the browser that typed it, on the page where it was typed, for a day", async () => {
    const over = await ended("eval-admin");
    const lost = await ask(invite, { path: "/people/invite", form: { email: "typed@example.org" }, cookie: over });
    const me = await enter("eval-admin");
    const restored = async (cookie: string) => {
      const page = await ask(newActionPage, { path: "/actions/new", cookie });
      return JSON.stringify(page.data).includes("A long text typed on a slow line");
    };
    expect(await restored(`${me}; ${cookiesOf(lost)}`)).toBe(false);
    const mine = cookiesOf(await ask(newAction, { path: "/actions/new", form: submitted, cookie: over }));
    expect(await restored(me)).toBe(false);
    expect(await restored(`${me}; ${mine}`)).toBe(true);
    app.db
      .update(formDrafts)
      .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
      .run();
    expect(await restored(`${me}; ${mine}`)).toBe(false);
  });
});

describe("the server's config", () => {
  test("a public origin without a good secret is refused", () => {
    const ORIGIN = "https://plan.example.org";
    expect(() => read({ ORIGIN })).toThrow(/SECRET must be set/);
    expect(() => read({ ORIGIN, SECRET: "too short" })).toThrow(/at least 32/);
    expect(read({ ORIGIN: `${ORIGIN}/`, SECRET: "x".repeat(32) })).toMatchObject({ origin: ORIGIN, evaluation: false });
  });

  test("without one it is evaluation, on loopback", () => {
    expect(read({ PORT: "4000" })).toMatchObject({ origin: "http://127.0.0.1:4000", evaluation: true });
  });
});
