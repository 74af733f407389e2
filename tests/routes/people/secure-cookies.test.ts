import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { hashPassword } from "~/features/people/accounts/auth.server.ts";
import { action as chooseLanguage } from "~/routes/core/language.tsx";
import { action as signIn } from "~/routes/people/sign-in.tsx";
import { action as signOut } from "~/routes/people/sign-out.tsx";
import { action as newAction } from "~/routes/plan/action-new.tsx";
import { accounts, sessions } from "~db/schema.ts";
import { TODAY } from "../../support/database.ts";
import { type Answer, addPerson, ask, cookiesOf, openApp } from "../../support/routes.ts";

/* As the public has it: over https. Read once, so that it is set before anything is loaded. */
const before = vi.hoisted(() => {
  const { ORIGIN, SECRET } = process.env;
  process.env.ORIGIN = "https://plan.example.org";
  process.env.SECRET = "a secret of more than thirty-two characters";
  return { ORIGIN, SECRET };
});
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const app = openApp();
const PASSWORD = "a password for the public";

test("every cookie goes over https alone, and no script reads it", async () => {
  const { id, email } = addPerson(app.db, { role: "admin", network: "insp-r" });
  const credential = { accountId: id, userId: id, providerId: "credential", password: await hashPassword(PASSWORD) };
  app.db
    .insert(accounts)
    .values({ id: randomUUID(), ...credential, createdAt: TODAY, updatedAt: TODAY })
    .run();

  const set = new Map<string, string>();
  const note = (answer: Answer) => {
    for (const cookie of answer.headers.getSetCookie()) set.set(cookie.split("=")[0] ?? "", cookie);
    return answer;
  };
  const form = { way: "password", email, password: PASSWORD };
  const cookie = cookiesOf(note(await ask(signIn, { path: "/sign-in", form })));
  note(await ask(chooseLanguage, { path: "/language", form: { language: "fr", back: "/" }, cookie }));
  note(await ask(signOut, { path: "/sign-out", form: {}, cookie }));
  const again = cookiesOf(await ask(signIn, { path: "/sign-in", form }));
  app.db.delete(sessions).where(eq(sessions.userId, id)).run();
  note(await ask(newAction, { path: "/actions/new", form: { "title.en": "What was typed" }, cookie: again }));

  const names = ["__Secure-inspir.session_token", "device", "language", "kept-form"];
  expect([...set.keys()]).toEqual(expect.arrayContaining(names));
  for (const one of set.values()) {
    expect(one).toMatch(/; Secure/i);
    expect(one).toMatch(/; HttpOnly/i);
    expect(one).toMatch(/; SameSite=Lax/i);
  }
});
