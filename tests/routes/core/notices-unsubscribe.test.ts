import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { MailFrequency } from "~/domain.ts";
import { setMailFrequency, unsubscribeToken } from "~/features/core/notifications/unsubscribing.server.ts";
import { action as stop, loader as stopPage } from "~/routes/core/unsubscribe.tsx";
import { action as onSettings, loader as settingsPage } from "~/routes/people/settings.tsx";
import { people } from "~db/schema.ts";
import { addPerson, ask, enter, openApp, problemsIn } from "../../support/routes.ts";

const app = openApp();

const mailFrequencyOf = (id: string) => app.db.select().from(people).where(eq(people.id, id)).get()?.mailFrequency;

const at = (token: string) => ({ path: `/unsubscribe/${token}`, params: { token } });

/** Stopping has nothing to say beside its status. */
const press = async (args: Parameters<typeof stop>[0]) => ({ said: await stop(args) });

test("the link in a mail asks, and changes nothing by being opened", async () => {
  const { id } = addPerson(app.db);
  const page = await ask(stopPage, at(unsubscribeToken(id)));
  expect(page).toMatchObject({ status: 200, data: { stopped: false } });
  expect(mailFrequencyOf(id)).toBe("at-once");
});

test.each([
  ["pressed on its page", {} as Record<string, string>],
  ["pressed in a mail program, which sends no cookie", { "List-Unsubscribe": "One-Click" }],
])("%s, it stops the mails of its reader and of nobody else", async (_, form) => {
  const [{ id }, other] = [addPerson(app.db), addPerson(app.db)];
  expect((await ask(press, { ...at(unsubscribeToken(id)), form })).status).toBe(200);
  expect(mailFrequencyOf(id)).toBe("never");
  expect(mailFrequencyOf(other.id)).toBe("at-once");
  expect((await ask(stopPage, at(unsubscribeToken(id)))).data).toMatchObject({ stopped: true });
});

test("it stops the mails of whom it names, not of who happens to be signed in", async () => {
  const [{ id }, signedIn] = [addPerson(app.db), addPerson(app.db)];
  await ask(press, { ...at(unsubscribeToken(id)), form: {}, cookie: await enter(signedIn.id) });
  expect([mailFrequencyOf(id), mailFrequencyOf(signedIn.id)]).toEqual(["never", "at-once"]);
});

test("a forged link is not there, and stops nothing", async () => {
  const [{ id }, other] = [addPerson(app.db), addPerson(app.db)];
  const [name = "", signature = ""] = unsubscribeToken(id).split(".");
  const [otherName = ""] = unsubscribeToken(other.id).split(".");
  const turned = signature.startsWith("A") ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  for (const token of [
    `${otherName}.${signature}`,
    `${name}.${turned}`,
    `${name}.`,
    name,
    "",
    unsubscribeToken("nobody"),
  ]) {
    expect((await ask(stopPage, at(token))).status, token).toBe(404);
    expect((await ask(press, { ...at(token), form: {} })).status, token).toBe(404);
  }
  expect([mailFrequencyOf(id), mailFrequencyOf(other.id)]).toEqual(["at-once", "at-once"]);
});

test.each<MailFrequency>(["daily", "weekly", "never", "at-once"])(
  "the settings change how often: %s",
  async (mailFrequency) => {
    const { id } = addPerson(app.db);
    setMailFrequency(app.db, id, mailFrequency === "at-once" ? "never" : "at-once");
    const cookie = await enter(id);
    const saved = await ask(onSettings, {
      path: "/settings",
      cookie,
      form: { intent: "mail-frequency", mailFrequency },
    });
    expect(saved.location).toBe("/settings?saved=mail-frequency#mail");
    expect(mailFrequencyOf(id)).toBe(mailFrequency);
    expect((await ask(settingsPage, { path: "/settings", cookie })).data).toMatchObject({ mailFrequency });
  },
);

test("the settings know no other answer", async () => {
  const { id } = addPerson(app.db);
  const form = { intent: "mail-frequency", mailFrequency: "hourly" };
  const answer = await ask(onSettings, { path: "/settings", cookie: await enter(id), form });
  expect([answer.status, problemsIn(answer)]).toEqual([422, { mailFrequency: "not-a-choice" }]);
  expect(mailFrequencyOf(id)).toBe("at-once");
});
