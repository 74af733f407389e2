import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { DRAFT_HOURS } from "~/features/core/cookies.server.ts";
import { LIMITS, use } from "~/features/core/limits.server.ts";
import { MOST_DRAFTS } from "~/features/people/accounts/form-drafts.server.ts";
import { action as switchLanguage } from "~/routes/core/language.tsx";
import { loader as signInPage } from "~/routes/people/sign-in.tsx";
import { action as comment } from "~/routes/plan/action.tsx";
import { action as documents } from "~/routes/plan/action-documents.tsx";
import { loader as form, action as save } from "~/routes/plan/action-new.tsx";
import { comments, formDrafts, sessions } from "~db/schema.ts";
import { addPerson, ask, cookiesOf, enter, openApp } from "../../support/routes.ts";

const app = openApp();
const TITLE = "What was typed";

const send = (cookie: string | undefined, title = TITLE) =>
  ask(save, { path: "/actions/new", form: { "title.en": title, password: "secret" }, ...(cookie && { cookie }) });

const coordinator = () => addPerson(app.db, { role: "admin", network: "insp-r" });

/** A session that was there and has ended: the browser still sends its cookie. */
async function ended(id: string): Promise<string> {
  const cookie = await enter(id);
  app.db.delete(sessions).where(eq(sessions.userId, id)).run();
  return cookie;
}

const kept = () => app.db.select().from(formDrafts).all();

const restored = async (id: string, cookie: string) => {
  const { data } = await ask(form, { path: "/actions/new", cookie: `${await enter(id)}; ${cookie}` });
  return JSON.stringify(data).includes(TITLE);
};

describe("a form sent after the session has ended", () => {
  test("is kept for its person, who gets it back in its form, and for nobody else", async () => {
    const { id } = coordinator();
    const answer = await send(await ended(id));
    expect(answer.location).toBe("/sign-in?back=%2Factions%2Fnew");
    expect(await restored(id, cookiesOf(answer))).toBe(true);
    expect(await restored(coordinator().id, cookiesOf(answer))).toBe(false);
    expect(JSON.stringify(kept())).not.toContain("secret");
  });

  test("of a stranger is not kept, and the sign-in page says so", async () => {
    const before = kept().length;
    for (const cookie of [undefined, "inspir.session_token=made-up.signature", "device=made-up"]) {
      const answer = await send(cookie);
      expect(answer.location).toBe("/sign-in?back=%2Factions%2Fnew&lost=1");
      const { data } = await ask(signInPage, { path: answer.location ?? "" });
      expect(data).toMatchObject({ lost: true });
    }
    expect(kept()).toHaveLength(before);
  });

  test("is not dropped for another's flood: each person's oldest gives way to their own newest", async () => {
    const [one, other] = [coordinator(), coordinator()];
    const answer = await send(await ended(one.id));
    const flooding = await ended(other.id);
    for (let i = 0; i < MOST_DRAFTS + 5; i++) await send(flooding, `Flood ${i}`);
    expect(await restored(one.id, cookiesOf(answer))).toBe(true);
    expect(kept().filter(({ personId }) => personId === other.id)).toHaveLength(MOST_DRAFTS);
  });

  test("with as much as an action's form takes, is kept", async () => {
    const { id } = coordinator();
    const texts = ["en", "fr", "es"].flatMap((language) => [
      [`description.${language}`, "x".repeat(20_000)],
      [`expectedResult.${language}`, "y".repeat(20_000)],
    ]);
    const filled = { "title.en": TITLE, ...Object.fromEntries(texts) };
    const answer = await ask(save, { path: "/actions/new", form: filled, cookie: await ended(id) });
    expect(answer.location).toBe("/sign-in?back=%2Factions%2Fnew");
    expect(await restored(id, cookiesOf(answer))).toBe(true);
  });

  test("goes along with another language, without scripts", async () => {
    const { id } = coordinator();
    const asked = new URLSearchParams({ to: "fr", back: "/actions/new", form: "/actions/new" });
    const answer = await ask(switchLanguage, {
      path: `/language?${asked}`,
      cookie: await ended(id),
      form: { "title.en": TITLE },
    });
    expect(answer.location).toBe("/actions/new");
    expect(await restored(id, cookiesOf(answer))).toBe(true);
  });

  test("is kept for a day", async () => {
    const { id } = coordinator();
    const answer = await send(await ended(id));
    const tooLongAgo = new Date(Date.now() - DRAFT_HOURS * 3_600_000 - 1000);
    app.db.update(formDrafts).set({ createdAt: tooLongAgo }).where(eq(formDrafts.personId, id)).run();
    expect(await restored(id, cookiesOf(answer))).toBe(false);
  });
});

describe("too many in a short time", () => {
  test("is refused with the time to wait, and what was typed is kept", async () => {
    const { id } = addPerson(app.db);
    const cookie = await enter(id);
    const say = (text: string) =>
      ask(comment, { path: "/actions/LOB-3", params: { ref: "LOB-3" }, form: { intent: "comment", text }, cookie });
    expect((await say("The first")).status).toBe(302);
    use("comment", id, Date.now(), LIMITS.comment.most - 1);
    const refused = await say(TITLE);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(refused.data).toMatchObject({ reason: "too-often-kept", back: "/actions/LOB-3" });
    expect(refused.headers.getSetCookie().join()).toContain("kept-form=");
    const row = app.db.select().from(formDrafts).where(eq(formDrafts.personId, id)).get();
    expect(row).toMatchObject({ path: "/actions/LOB-3" });
    expect(row?.fields).toContainEqual(["text", TITLE]);
    expect(app.db.select().from(comments).where(eq(comments.authorId, id)).all()).toHaveLength(1);
  });

  test("keeps the texts of a form that may come with a file", async () => {
    const { id } = coordinator();
    const cookie = await enter(id);
    use("write", id, Date.now(), LIMITS.write.most);
    const refused = await ask(documents, {
      path: "/actions/LOB-3/documents",
      params: { ref: "LOB-3" },
      cookie,
      multipart: { intent: "file", title: TITLE },
    });
    expect(refused.status).toBe(429);
    expect(refused.data).toMatchObject({ reason: "too-often-kept" });
    const row = app.db.select().from(formDrafts).where(eq(formDrafts.personId, id)).get();
    expect(row?.fields).toContainEqual(["title", TITLE]);
  });

  test("counts whatever somebody sends", async () => {
    const { id } = coordinator();
    const cookie = await enter(id);
    use("write", id, Date.now(), LIMITS.write.most);
    expect((await send(cookie)).status).toBe(429);
  });
});
