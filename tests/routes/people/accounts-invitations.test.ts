import { once } from "node:events";
import { readdirSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lettersOut } from "~/features/core/mail/queue.server.ts";
import { ensureEvaluationAccounts, removeEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { seenBy } from "~/features/people/accounts/viewer.server.ts";
import { acceptInvitation, firstAdministratorToken } from "~/features/people/accounts/welcome.server.ts";
import { action as resendOrWithdraw } from "~/routes/people/people.tsx";
import { action as invite } from "~/routes/people/people-invite.tsx";
import { action as signIn } from "~/routes/people/sign-in.tsx";
import { action as accept, loader as welcome } from "~/routes/people/welcome.tsx";
import type { Database } from "~db/connection.ts";
import { events, invitations, people } from "~db/schema.ts";
import { seededDatabase, TODAY, testDatabase } from "../../support/database.ts";
import { linkIn, type MailServer, recipientOf, startMailServer } from "../../support/mail.ts";
import { addPerson, ask, cookiesOf, enter, networkId, openApp, problemsIn } from "../../support/routes.ts";

const app = openApp();
let mailServer: MailServer;
let newcomers = 0;

beforeAll(async () => {
  mailServer = await startMailServer();
});

afterAll(() => mailServer.close());

beforeEach(async () => {
  // What the test before set going is its own.
  await lettersOut();
  process.env.SMTP_URL = mailServer.url;
  mailServer.mails.length = 0;
});

const DEAD = "smtp://127.0.0.1:1";
const newAddress = () => `newcomer-${++newcomers}@example.org`;

async function asCoordinatorOfAsia() {
  return enter("eval-coordinator-asia");
}

interface Wish {
  email?: string;
  role?: string;
  network?: string;
  boards?: string[];
  language?: string;
}

function send(cookie: string, wish: Wish = {}) {
  const { email = newAddress(), role = "member", network = "nepal", boards = [], language = "es" } = wish;
  const form = { email, role, networkId: String(networkId(app.db, network)), boards, language };
  return ask(invite, { path: "/people/invite", form, cookie, language: "nl" });
}

const at = (link: URL) => ({ path: link.pathname, params: { token: link.pathname.split("/").at(-1) ?? "" } });

const come = (link: URL, form: Record<string, string>) => ask(accept, { ...at(link), form });

const invited = (email: string) => app.db.select().from(invitations).where(eq(invitations.email, email)).all();

const lastEvent = () => app.db.select().from(events).orderBy(desc(events.id)).limit(1).get();

describe("an invitation", () => {
  test("reaches a Spanish reader in Spanish from somebody who reads Dutch, and makes them who they were invited as", async () => {
    const inviter = addPerson(app.db, { role: "admin", network: "insp-r", language: "nl", name: "The inviter" });
    const email = newAddress();
    const answer = await send(await enter(inviter.id), { email, role: "coordinator", boards: ["learning"] });
    expect(answer.location).toBe("/people?done=sent");
    expect(lastEvent()).toMatchObject({ kind: "person.invited", actorId: inviter.id });
    expect(JSON.stringify(lastEvent())).not.toContain(email);

    const [mail] = mailServer.mails;
    expect(recipientOf(mail)).toBe(email);
    expect(mail?.headers.get("content-language")).toBe("es");
    expect(mail?.subject).toBe("Invitación al plan de acción de INSP!R");
    expect(mail?.text).toContain("The inviter");
    const link = linkIn(mail);

    const first = await ask(welcome, { ...at(link), language: "nl" });
    expect(first.location).toContain("in=es");
    const page = await ask(welcome, { ...at(link), cookie: cookiesOf(first) });
    expect(page.data).toMatchObject({
      invitation: { email, role: "coordinator", inviter: "The inviter", network: "Nepal" },
    });

    const invalid = await come(link, { name: "", language: "es", password: "short" });
    expect(invalid.status).toBe(422);
    expect(problemsIn(invalid)).toEqual({ name: "name-missing", password: "password-too-short" });

    const entered = await come(link, { name: "Newcomer", language: "es", password: "correct horse battery" });
    expect(entered.location).toBe("/");
    const { viewer } = await seenBy(new Headers({ Cookie: cookiesOf(entered) }));
    expect(viewer).toMatchObject({
      name: "Newcomer",
      email,
      role: "coordinator",
      boards: ["learning"],
      language: "es",
    });
    expect(lastEvent()).toMatchObject({ kind: "person.joined", personId: viewer?.id });

    const form = { way: "password", email, password: "correct horse battery" };
    expect((await ask(signIn, { path: "/sign-in", form })).status).toBe(302);
  });

  test("works once", async () => {
    await send(await asCoordinatorOfAsia());
    const link = linkIn(mailServer.mails[0]);
    expect((await come(link, { name: "The first", language: "en" })).status).toBe(302);
    expect((await come(link, { name: "The second", language: "en" })).status).toBe(410);
    expect((await ask(welcome, at(link))).status).toBe(410);
    expect(app.db.select().from(people).where(eq(people.name, "The second")).all()).toEqual([]);
  });

  test("works for a week", async () => {
    const email = newAddress();
    await send(await asCoordinatorOfAsia(), { email });
    app.db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.email, email)).run();
    expect((await ask(welcome, at(linkIn(mailServer.mails[0])))).status).toBe(410);
    // A new one takes the place of one that is too old.
    expect((await send(await asCoordinatorOfAsia(), { email })).status).toBe(302);
    expect(invited(email)).toHaveLength(1);
  });

  test("is stored without the secret that its link carries", async () => {
    const email = newAddress();
    await send(await asCoordinatorOfAsia(), { email });
    const { token = "" } = at(linkIn(mailServer.mails[0])).params;
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify(invited(email))).not.toContain(token);
  });

  test("is not sent twice to one address, nor to somebody who is here", async () => {
    const cookie = await asCoordinatorOfAsia();
    const email = newAddress();
    await send(cookie, { email });
    expect(problemsIn(await send(cookie, { email: email.toUpperCase() }))).toEqual({ email: "address-taken" });
    const here = addPerson(app.db);
    expect(problemsIn(await send(cookie, { email: here.email }))).toEqual({ email: "address-taken" });
    expect(mailServer.mails).toHaveLength(1);
  });

  test("of a coordinator names at least one board", async () => {
    const answer = await send(await enter("eval-admin"), { role: "coordinator" });
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({ boards: "boards-missing" });
  });

  test("can be sent again, which ends the older link, and taken back, which ends it all", async () => {
    const cookie = await asCoordinatorOfAsia();
    const email = newAddress();
    await send(cookie, { email });
    const invitation = String(invited(email)[0]?.id);
    const again = await ask(resendOrWithdraw, { path: "/people", form: { invitation, intent: "resend" }, cookie });
    expect(again.location).toBe("/people?done=sent");
    expect(lastEvent()).toMatchObject({ kind: "person.invited-again", actorId: "eval-coordinator-asia" });
    const [older, newer] = mailServer.mails.map(linkIn) as [URL, URL];
    expect((await ask(welcome, at(older))).status).toBe(410);
    expect((await ask(welcome, { ...at(newer), language: "es" })).status).toBe(200);
    await ask(resendOrWithdraw, { path: "/people", form: { invitation, intent: "withdraw" }, cookie });
    expect((await ask(welcome, at(newer))).status).toBe(410);
    expect(lastEvent()).toMatchObject({ kind: "person.uninvited", before: { role: "member" }, after: null });
  });
});

describe("a coordinator", () => {
  test.each([
    ["outside their own branch", { network: "guatemala" }],
    ["above it", { network: "insp-r" }],
    ["as an administrator", { role: "admin" }],
    ["as a coordinator", { role: "coordinator", boards: ["learning"] }],
  ])("cannot invite %s", async (_, wish) => {
    const email = newAddress();
    expect((await send(await asCoordinatorOfAsia(), { ...wish, email })).status).toBe(403);
    expect(invited(email)).toEqual([]);
    expect(mailServer.mails).toEqual([]);
  });

  test("cannot send again or take back what is another branch's", async () => {
    const email = newAddress();
    await send(await enter("eval-admin"), { email, network: "guatemala" });
    const invitation = String(invited(email)[0]?.id);
    for (const intent of ["resend", "withdraw"]) {
      const cookie = await asCoordinatorOfAsia();
      expect((await ask(resendOrWithdraw, { path: "/people", form: { invitation, intent }, cookie })).status).toBe(403);
    }
    expect(mailServer.mails).toHaveLength(1);
  });
});

test.each(["eval-member-nepal", "eval-committee", "eval-observer"])("%s invites nobody", async (id) => {
  expect((await send(await enter(id))).status).toBe(403);
});

describe("when the mail server is dead", () => {
  test("inviting says so and changes nothing, and works when it is tried again", async () => {
    const cookie = await asCoordinatorOfAsia();
    const email = newAddress();
    const before = lastEvent()?.id;
    process.env.SMTP_URL = DEAD;
    const failed = await send(cookie, { email });
    expect(failed.status).toBe(503);
    expect(failed.data).toMatchObject({ problems: { form: "mail-failed" }, submitted: { email, role: "member" } });
    expect(invited(email)).toEqual([]);
    expect(lastEvent()?.id).toBe(before);

    process.env.SMTP_URL = mailServer.url;
    expect((await send(cookie, { email })).status).toBe(302);
    expect(invited(email)).toHaveLength(1);
    expect(lastEvent()?.id).toBe((before ?? 0) + 1);
  });

  test("sending again leaves the link that is already out there working", async () => {
    const cookie = await asCoordinatorOfAsia();
    const email = newAddress();
    await send(cookie, { email });
    const invitation = String(invited(email)[0]?.id);
    process.env.SMTP_URL = DEAD;
    const failed = await ask(resendOrWithdraw, { path: "/people", form: { invitation, intent: "resend" }, cookie });
    expect(failed.status).toBe(503);
    expect(failed.data).toEqual({ failed: Number(invitation) });
    expect((await ask(welcome, { ...at(linkIn(mailServer.mails[0])), language: "es" })).status).toBe(200);
  });
});

describe("when the line drops after the mail was handed over", () => {
  /** Takes the whole text of a mail, and hangs up instead of saying so. */
  async function dropping() {
    const taken: string[] = [];
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      let text = false;
      socket.write("220 here\r\n");
      socket.on("data", (data) => {
        if (text) {
          if (!data.includes("\r\n.\r\n")) return;
          taken.push("mail");
          socket.destroy();
        } else if (data.toString().startsWith("DATA")) {
          text = true;
          socket.write("354 go on\r\n");
        } else socket.write("250 ok\r\n");
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
    return { taken, close: () => server.close() };
  }

  test("the invitation stays, since the mail may have arrived, and the inviter is told", async () => {
    const { taken, close } = await dropping();
    const email = newAddress();
    const answer = await send(await asCoordinatorOfAsia(), { email });
    close();
    expect(taken).toHaveLength(1);
    expect(answer.location).toBe("/people?done=unsure");
    expect(invited(email)).toHaveLength(1);
    expect(lastEvent()).toMatchObject({ kind: "person.invited" });
  });
});

test("a password that is easy to guess is refused when one comes in", async () => {
  await send(await asCoordinatorOfAsia());
  const link = linkIn(mailServer.mails[0]);
  const weak = await come(link, { name: "Newcomer", language: "en", password: "1234567890" });
  expect([weak.status, problemsIn(weak)]).toEqual([422, { password: "password-weak" }]);
});

test("with no mail server set, mail is written to the outbox folder, as files that mail programs open", async () => {
  delete process.env.SMTP_URL;
  expect((await send(await asCoordinatorOfAsia())).status).toBe(302);
  expect(readdirSync(app.outbox).filter((file) => file.endsWith(".eml"))).toHaveLength(1);
});

describe("the first administrator", () => {
  const find = (db: Database) => db.select().from(people).all();

  test("is made by a link that each start gives anew, until there is somebody", () => {
    const db = seededDatabase();
    const older = firstAdministratorToken(db, TODAY);
    const newer = firstAdministratorToken(db, TODAY);
    expect(older).not.toBe(newer);
    const newcomer = { name: "First", language: "en", email: "first@example.org", passwordHash: null } as const;
    expect(acceptInvitation(db, TODAY, older ?? "", newcomer)).toEqual({ ok: false, problem: "link-spent" });
    expect(acceptInvitation(db, TODAY, newer ?? "", newcomer)).toMatchObject({ ok: true });
    expect(find(db)).toMatchObject([{ role: "admin", email: "first@example.org", emailVerified: true }]);
    expect(firstAdministratorToken(db, TODAY)).toBeNull();
    expect(acceptInvitation(db, TODAY, newer ?? "", newcomer)).toEqual({ ok: false, problem: "link-spent" });
  });

  test("has to wait for a network to administer", () => {
    expect(firstAdministratorToken(testDatabase(), TODAY)).toBeNull();
  });
});

describe("with a public origin", () => {
  test("accounts for trying that did nothing are removed", () => {
    const db = seededDatabase();
    ensureEvaluationAccounts(db, TODAY);
    addPerson(db);
    removeEvaluationAccounts(db);
    expect(db.select().from(people).all()).toHaveLength(1);
  });

  test("a database in which they did something is refused", () => {
    expect(lastEvent()?.actorId).toMatch(/^eval-/);
    expect(() => removeEvaluationAccounts(app.db)).toThrow(/have changed things/);
    expect(app.db.select().from(people).where(eq(people.id, "eval-admin")).all()).toHaveLength(1);
  });
});
