import { expect, test } from "vitest";
import { action as inbox } from "~/routes/suggestions/suggestions-inbox.tsx";
import { addPerson, ask, enter, openApp } from "../../support/routes.ts";

const app = openApp();

test("what was chosen and typed to put suggestions off comes back with what is wrong", async () => {
  const { id } = addPerson(app.db, { role: "admin", network: "insp-r" });
  const form = { intent: "put-off", chosen: ["3", "5"], until: "soon", why: "After the summer." };
  const answer = await ask(inbox, { path: "/suggestions/inbox", form, cookie: await enter(id) });
  expect(answer.status).toBe(422);
  expect(answer.data).toMatchObject({
    problems: { until: expect.any(String) },
    submitted: { chosen: ["3", "5"], until: "soon", why: "After the summer." },
  });
});
