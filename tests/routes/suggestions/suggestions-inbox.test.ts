import { expect, test } from "vitest";
import { action as inbox, loader as inboxPage } from "~/routes/suggestions/suggestions-inbox.tsx";
import { addPerson, ask, enter, openApp, problemsIn } from "../../support/routes.ts";
import { day, rowOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();

/** Suggestions of a member, and a coordinator's session. */
async function waiting(count: number) {
  const author = someone(app.db, "member", "nepal");
  const ids = Array.from({ length: count }, (_, number) => suggest(app.db, author, {}, day(number)));
  const cookie = await enter(someone(app.db, "admin", "insp-r").id);
  return { ids, cookie };
}

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

test("beside the list a suggestion is answered, previewed and published, and the next one opens", async () => {
  const { ids, cookie } = await waiting(2);
  const [id = 0, next = 0] = ids;
  const path = `/suggestions/inbox?board=lobbying&open=${id}`;
  const { data } = await ask(inboxPage, { path, cookie });
  expect(data).toMatchObject({ pane: { screen: { id }, support: { voices: [] }, preview: false } });

  const version = { version: "0", suggestionVersion: "1", actionVersion: "0" };
  const form = { ...version, intent: "preview", decision: "declined", "reason.en": "" };
  const empty = await ask(inbox, { path, form, cookie });
  expect(empty.status).toBe(422);
  expect(problemsIn(empty)).toEqual({ "reason.en": "answer-reason-missing" });

  const saved = await ask(inbox, { path, form: { ...form, "reason.en": "Others do it." }, cookie });
  expect(saved.location).toBe(`/suggestions/inbox?board=lobbying&open=${id}&preview=`);
  expect((await ask(inboxPage, { path: `${path}&preview`, cookie })).data).toMatchObject({ pane: { preview: true } });

  const published = await ask(inbox, { path: `${path}&preview`, form: { intent: "publish", version: "1" }, cookie });
  expect(published.location).toBe(`/suggestions/inbox?board=lobbying&open=${next}&answered=${id}`);
  expect(rowOf(app.db, id).state).toBe("declined");
  // It is published once.
  const again = await ask(inbox, { path, form: { intent: "publish", version: "1" }, cookie });
  expect(again).toMatchObject({ status: 409, data: { conflict: "closed" } });
});

test("somebody else's suggestion, and one of another board, do not open beside the list", async () => {
  const { ids } = await waiting(1);
  const coordinator = await enter(someone(app.db, "coordinator", "asia", ["learning"]).id);
  const path = `/suggestions/inbox?open=${ids[0]}`;
  expect((await ask(inboxPage, { path, cookie: coordinator })).data).toMatchObject({ pane: null });
  const form = { intent: "publish", version: "1" };
  expect((await ask(inbox, { path, form, cookie: coordinator })).status).toBe(403);
});

test.each([
  ["decline", { reason: " " }, { reason: "answer-reason-missing" }],
  ["decline", { reason: "Because …" }, { reason: "placeholder-left" }],
  ["merge", { into: "LOB-3" }, { into: "not-a-suggestion" }],
  ["merge", { into: "S-99999" }, { into: "merge-impossible" }],
])("to %s several with %o says what is wrong beside the field", async (intent, typed, problems) => {
  const { ids, cookie } = await waiting(2);
  const form = { intent, chosen: ids.map(String), ...typed };
  const answer = await ask(inbox, { path: "/suggestions/inbox", form, cookie });
  expect(answer).toMatchObject({ status: 422, data: { submitted: typed } });
  expect(problemsIn(answer)).toEqual(problems);
  expect(ids.map((id) => rowOf(app.db, id).state)).toEqual(["submitted", "submitted"]);
});
