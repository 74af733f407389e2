import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { use } from "~/features/core/limits.server.ts";
import { lettersOut } from "~/features/core/mail/queue.server.ts";
import { hashPassword } from "~/features/people/accounts/auth.server.ts";
import { signInsOf } from "~/features/people/accounts/sign-ins.server.ts";
import { seenBy } from "~/features/people/accounts/viewer.server.ts";
import { action as saveSettings } from "~/routes/people/settings.tsx";
import { action as signIn, loader as signInPage } from "~/routes/people/sign-in.tsx";
import { action as enterByLink, loader as linkPage } from "~/routes/people/sign-in-link.tsx";
import { action as signOut } from "~/routes/people/sign-out.tsx";
import { accounts, people, sessions } from "~db/schema.ts";
import { linkIn, type MailServer, recipientOf, startMailServer } from "../../support/mail.ts";
import { addPerson, ask, cookiesOf, enter, openApp, problemsIn } from "../../support/routes.ts";

const app = openApp();
const PASSWORD = "correct horse battery";
let mailServer: MailServer;
/** Each test's own: limits count by address. */
let address = "";
let tests = 0;

beforeAll(async () => {
  mailServer = await startMailServer();
});

afterAll(() => mailServer.close());

beforeEach(async () => {
  // What the test before set going is its own.
  await lettersOut();
  process.env.SMTP_URL = mailServer.url;
  mailServer.mails.length = 0;
  address = `10.0.0.${++tests}`;
});

async function addPersonWithPassword() {
  const person = addPerson(app.db);
  const now = new Date();
  app.db
    .insert(accounts)
    .values({
      id: randomUUID(),
      accountId: person.id,
      userId: person.id,
      providerId: "credential",
      password: await hashPassword(PASSWORD),
      createdAt: now,
      updatedAt: now,
    })
    .run();
  return person;
}

const viewerOf = async (cookie: string) => (await seenBy(new Headers({ Cookie: cookie }))).viewer?.id ?? null;

const suspend = (id: string) => app.db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, id)).run();

const byPassword = (email: string, password: string, back = "/") =>
  ask(signIn, { path: "/sign-in", form: { way: "password", email, password, back }, address });

const askForLink = (email: string, back = "/") =>
  ask(signIn, { path: "/sign-in", form: { way: "link", email, back }, address });

const follow = (link: URL) =>
  ask(enterByLink, {
    path: "/sign-in/link",
    form: { token: link.searchParams.get("token") ?? "", back: link.searchParams.get("back") ?? "/" },
    address,
  });

test("a flood of passwords is told to come back, beside the field, and nobody is taken for wrong", async () => {
  const flood = Array.from({ length: 40 }, (_, at) =>
    ask(signIn, {
      path: "/sign-in",
      form: { way: "password", email: `nobody${at}@example.org`, password: PASSWORD },
      address: `10.9.0.${at}`,
    }),
  );
  const answers = await Promise.all(flood);
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(40 - busy.length);
  expect(busy[0]).toMatchObject({ data: { problems: { password: "server-busy" } } });
});

describe("a password", () => {
  test("lets its person in, and back to where they were", async () => {
    const { id, email } = await addPersonWithPassword();
    const answer = await byPassword(email.toUpperCase(), PASSWORD, "/boards/learning?mine=1");
    expect(answer.location).toBe("/boards/learning?mine=1");
    expect(await viewerOf(cookiesOf(answer))).toBe(id);
  });

  test("that is wrong is answered as an unknown address is: beside the field, with the address kept", async () => {
    const { email } = await addPersonWithPassword();
    const wrong = await byPassword(email, "something else");
    const unknown = await byPassword("nobody@example.org", PASSWORD);
    for (const answer of [wrong, unknown]) {
      expect(answer.status).toBe(422);
      expect(problemsIn(answer)).toEqual({ password: "sign-in-wrong" });
      expect(cookiesOf(answer)).toBe("");
    }
    expect(wrong.data).toMatchObject({ email });
    expect(JSON.stringify(wrong.data)).not.toContain("something else");
  });

  test.each(["known", "unknown"])(
    "of a %s account can be wrong ten times, from however many addresses",
    async (which) => {
      const email = which === "known" ? (await addPersonWithPassword()).email : `${randomUUID()}@example.org`;
      for (let i = 0; i < 10; i++) {
        address = `10.2.${tests}.${i}`;
        expect((await byPassword(email, "something else")).status).toBe(422);
      }
      address = `10.2.${tests}.99`;
      const limited = await byPassword(email, PASSWORD);
      expect(limited.status).toBe(429);
      expect(Number(limited.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(problemsIn(limited)).toEqual({ password: "too-many-passwords" });
      // Who is locked out in this way still comes in by mail, and everybody else at that address by password.
      expect((await askForLink(email)).status).toBe(302);
      expect((await byPassword((await addPersonWithPassword()).email, PASSWORD)).status).toBe(302);
    },
  );

  test("of an account that strangers guess at is still read in its own person's browser, ten times too", async () => {
    const { id, email } = await addPersonWithPassword();
    const cookie = cookiesOf(await byPassword(email, PASSWORD));
    const here = (password: string) =>
      ask(signIn, { path: "/sign-in", form: { way: "password", email, password }, address, cookie });
    for (let i = 0; i < 10; i++) await byPassword(email, "something else");
    expect((await byPassword(email, PASSWORD)).status).toBe(429);
    expect((await here("something else")).status).toBe(422);
    const answer = await here(PASSWORD);
    expect(await viewerOf(cookiesOf(answer))).toBe(id);
    // It is no way around the limit: the browser of one account counts for another as everybody's does.
    const { email: other } = await addPersonWithPassword();
    for (let i = 0; i < 10; i++) await byPassword(other, "something else");
    const elsewhere = ask(signIn, {
      path: "/sign-in",
      form: { way: "password", email: other, password: PASSWORD },
      address,
      cookie,
    });
    expect((await elsewhere).status).toBe(429);
    for (let i = 0; i < 10; i++) expect((await here("something else")).status).toBe(422);
    expect((await here(PASSWORD)).status).toBe(429);
  });

  test("that are wrong for ever other accounts are counted by address", async () => {
    const { email } = await addPersonWithPassword();
    for (let i = 0; i < 50; i++) use("wrong-password-address", address);
    expect((await byPassword(email, PASSWORD)).status).toBe(429);
  });

  test.each(["/.//evil.example", "/%2e//evil.example", "/a/..//evil.example"])(
    "never leads to another site by dots (%s)",
    async (back) => {
      const { id, email } = await addPersonWithPassword();
      expect((await byPassword(email, PASSWORD, back)).location).toBe("/");
      const { data } = await ask(signInPage, { path: `/sign-in?${new URLSearchParams({ back })}`, address });
      expect((data as { back: string }).back).toBe("/");
      expect(id).not.toBe("");
    },
  );

  test.each(["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"])(
    "never leads to another site (%s)",
    async (back) => {
      const { email } = await addPersonWithPassword();
      expect((await byPassword(email, PASSWORD, back)).location).toBe("/");
    },
  );
});

describe("a link by mail", () => {
  test("is written in the reader's language, is not spent by being opened, and lets in once", async () => {
    const { id, email } = addPerson(app.db, { language: "es" });
    const asked = await askForLink(email, "/actions/LOB-3?x=a,b");
    expect(asked.location).toMatch(/^\/sign-in\?sent=1/);

    await lettersOut();
    const [mail] = mailServer.mails;
    expect(recipientOf(mail)).toBe(email);
    expect(mail?.headers.get("content-language")).toBe("es");
    expect(mail?.subject).toBe("Su enlace para entrar al plan de INSP!R");
    const link = linkIn(mail);
    expect(mail?.html).toContain(link.href.replaceAll("&", "&amp;"));

    const page = { path: link.pathname + link.search, address };
    expect((await ask(linkPage, page)).status).toBe(200);
    expect((await ask(linkPage, page)).headers.getSetCookie()).toEqual([]);

    const entered = await follow(link);
    expect(entered.location).toBe("/actions/LOB-3?x=a,b");
    expect(await viewerOf(cookiesOf(entered))).toBe(id);

    const again = await follow(link);
    expect(again.status).toBe(410);
    expect(again.data).toEqual({ problem: "link-spent" });
    expect(cookiesOf(again)).toBe("");
  });

  test("keeps a password that its person has", async () => {
    const { email } = await addPersonWithPassword();
    await askForLink(email);
    await lettersOut();
    await follow(linkIn(mailServer.mails[0]));
    expect((await byPassword(email, PASSWORD)).status).toBe(302);
  });

  test("to an unknown address: the same answer, and no mail", async () => {
    const { email } = addPerson(app.db);
    const known = await askForLink(email);
    const unknown = await askForLink("nobody@example.org");
    expect([unknown.status, unknown.location]).toEqual([known.status, known.location]);
    await lettersOut();
    expect(mailServer.mails.map(recipientOf)).toEqual([email]);
  });

  test("from a mail server that is dead, or refuses the one person: the same answer as to an unknown address", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    const { email } = addPerson(app.db);
    const answers = [await askForLink(email), await askForLink("stranger@example.org")];
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    await lettersOut();
  });

  test("is not waited for: the answer is there before the mail server has said anything", async () => {
    const { email } = addPerson(app.db);
    await askForLink(email);
    expect(mailServer.mails).toEqual([]);
    await lettersOut();
    expect(mailServer.mails.map(recipientOf)).toEqual([email]);
  });

  test("is sent to one person three times in a quarter of an hour, wherever it is asked for", async () => {
    const { email } = addPerson(app.db);
    const statuses = [];
    for (let i = 0; i < 5; i++) {
      address = `10.3.0.${i}`;
      statuses.push((await askForLink(email)).status);
    }
    expect(statuses).toEqual([302, 302, 302, 429, 429]);
    await lettersOut();
    expect(mailServer.mails).toHaveLength(3);
  });

  test("to something that is no address: said beside the field, with what was typed", async () => {
    const answer = await askForLink("not an address");
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ problems: { email: "not-an-address" }, email: "not an address" });
  });
});

describe("somebody suspended", () => {
  test("cannot come in by password, by a new link or by one sent before, and learns nothing from it", async () => {
    const { id, email } = await addPersonWithPassword();
    await askForLink(email);
    await lettersOut();
    const sentBefore = linkIn(mailServer.mails[0]);
    suspend(id);

    expect(problemsIn(await byPassword(email, PASSWORD))).toEqual({ password: "sign-in-wrong" });
    expect((await askForLink(email)).location).toMatch(/^\/sign-in\?sent=1/);
    await lettersOut();
    expect(mailServer.mails).toHaveLength(1);
    expect((await follow(sentBefore)).status).toBe(410);
    expect(app.db.select().from(sessions).where(eq(sessions.userId, id)).all()).toEqual([]);
  });

  test("is nobody on the very next request, even with a session that is still there", async () => {
    const { id } = addPerson(app.db);
    const cookie = await enter(id);
    expect(await viewerOf(cookie)).toBe(id);
    suspend(id);
    expect(await viewerOf(cookie)).toBeNull();
  });
});

describe("a sign-in", () => {
  const mailsOf = (email: string) => mailServer.mails.filter((mail) => recipientOf(mail) === email);

  test("is written down, and one from a browser that is new is told by mail, once", async () => {
    const { id, email } = await addPersonWithPassword();
    const first = cookiesOf(await byPassword(email, PASSWORD));
    await lettersOut();
    expect(mailsOf(email)).toEqual([]);
    const form = { way: "password", email, password: PASSWORD, back: "/" };
    // The same browser again.
    await ask(signIn, { path: "/sign-in", form, address, cookie: first });
    await lettersOut();
    expect(mailsOf(email)).toEqual([]);
    const second = cookiesOf(await byPassword(email, PASSWORD));
    await lettersOut();
    expect(mailsOf(email).map(({ subject }) => subject)).toEqual(["A new sign-in to the INSP!R plan"]);
    await ask(signIn, { path: "/sign-in", form, address, cookie: second });
    await lettersOut();
    expect(mailsOf(email)).toHaveLength(1);
    expect(signInsOf(app.db, id, 1).rows).toMatchObject(Array.from({ length: 4 }, () => ({ address })));
  });

  test("is ended elsewhere by another password, of which a mail tells", async () => {
    const { email } = await addPersonWithPassword();
    const cookie = cookiesOf(await byPassword(email, PASSWORD));
    const form = { intent: "password", currentPassword: PASSWORD, newPassword: `${PASSWORD}, another` };
    expect((await ask(saveSettings, { path: "/settings", form, cookie, address })).status).toBe(302);
    await lettersOut();
    const [mail, ...others] = mailsOf(email);
    expect([mail?.subject, others]).toEqual(["Your password for the INSP!R plan was changed", []]);
    expect(mail?.text).not.toContain(PASSWORD);
  });

  test("ends after 90 days, however much it is used", async () => {
    const { id } = addPerson(app.db);
    const cookie = await enter(id);
    const began = new Date(Date.now() - 91 * 86_400_000);
    app.db.update(sessions).set({ createdAt: began }).where(eq(sessions.userId, id)).run();
    expect(await viewerOf(cookie)).toBeNull();
    expect(app.db.select().from(sessions).where(eq(sessions.userId, id)).all()).toEqual([]);
  });
});

test("signing out ends the session on the server, not in the browser alone", async () => {
  const { id } = addPerson(app.db);
  const cookie = await enter(id);
  const answer = await ask(signOut, { path: "/sign-out", form: {}, cookie, address });
  expect(answer.location).toBe("/sign-in");
  expect(answer.headers.get("Clear-Site-Data")).toBe('"cache"');
  expect(await viewerOf(cookie)).toBeNull();
});

test("a session in use is lengthened once a day, and its cookie with it", async () => {
  const { id } = addPerson(app.db);
  const cookie = await enter(id);
  const renewals: string[][] = [];
  const see = () => seenBy(new Headers({ Cookie: cookie }), (cookies) => renewals.push(cookies.getSetCookie()));
  await see();
  const twoDaysFewer = new Date(Date.now() + 28 * 86_400_000);
  app.db.update(sessions).set({ expiresAt: twoDaysFewer }).where(eq(sessions.userId, id)).run();
  await see();
  expect(renewals).toEqual([[expect.stringMatching(/Max-Age=2592000/)]]);
});

describe("evaluation", () => {
  test("one click lets in as a role, unless that account is suspended", async () => {
    const click = () =>
      ask(signIn, { path: "/sign-in", form: { as: "eval-member-nepal", back: "/committee" }, address });
    const entered = await click();
    expect(entered.location).toBe("/committee");
    expect(await viewerOf(cookiesOf(entered))).toBe("eval-member-nepal");
    suspend("eval-member-nepal");
    expect(problemsIn(await click())).toEqual({ as: "suspended" });
  });

  test("nobody but the accounts for trying can be clicked", async () => {
    const { id } = addPerson(app.db, { role: "admin" });
    expect((await ask(signIn, { path: "/sign-in", form: { as: id }, address })).status).toBe(403);
  });

  test("the page names each account in the reader's language", async () => {
    const { data } = await ask(signInPage, { path: "/sign-in", language: "es", address });
    const { roles } = data as { roles: { id: string; network: string }[] };
    expect(roles).toHaveLength(7);
    expect(roles.find(({ id }) => id === "eval-committee")?.network).toBe("África Central");
  });
});
