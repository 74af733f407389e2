import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { loader as actionPage, action as onAction } from "~/routes/plan/action.tsx";
import { loader as peopleFound } from "~/routes/plan/comment-people.ts";
import { action as onSuggestion, loader as suggestionPage } from "~/routes/suggestions/suggestion.tsx";
import { notices, people } from "~db/schema.ts";
import { TODAY } from "../../support/database.ts";
import { addPerson, ask, enter, openApp, problemsIn } from "../../support/routes.ts";
import { newAction, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();
const signIn = (role: "member" | "observer" = "member") => enter(someone(app.db, role, "nepal").id);

const reasonsOf = (personId: string) =>
  app.db
    .select({ reason: notices.reason })
    .from(notices)
    .where(eq(notices.personId, personId))
    .all()
    .map(({ reason }) => reason);

interface Found {
  people: { people: { id: string; name: string; network: string }[]; more: number } | null;
  submitted: Record<string, string | string[]>;
}

test("without a script, people are looked up by name or network and chosen; what was typed stays", async () => {
  const cookie = await signIn();
  const fatou = addPerson(app.db, { name: "Fatou N'Diaye", network: "benin" });
  const at = { path: "/actions/LOB-3", params: { ref: "LOB-3" }, cookie };
  const form = { text: "Could you look?", people: "fatou benin", intent: "find-people" };
  const found = await ask(onAction, { ...at, form });
  expect(found.status).toBe(200);
  expect((found.data as Found).people).toEqual({
    people: [{ id: fatou.id, name: "Fatou N'Diaye", network: "Benin" }],
    more: 0,
  });
  expect((found.data as Found).submitted).toMatchObject({ text: "Could you look?", people: "fatou benin" });
  expect(reasonsOf(fatou.id)).toEqual([]);

  // Whoever is chosen stays in the list while others are looked up.
  const again = await ask(onAction, { ...at, form: { ...form, people: "nobody at all", notify: [fatou.id] } });
  expect((again.data as Found).people?.people.map(({ id }) => id)).toEqual([fatou.id]);

  const sent = await ask(onAction, { ...at, form: { text: form.text, notify: [fatou.id], intent: "comment" } });
  expect(sent.status).toBe(302);
  expect(reasonsOf(fatou.id)).toEqual(["mentioned"]);
});

test("whoever has no access is refused beside the field, and the text is kept", async () => {
  const cookie = await signIn();
  const gone = addPerson(app.db, { name: "Somebody gone" });
  app.db.update(people).set({ suspendedAt: TODAY }).where(eq(people.id, gone.id)).run();
  for (const notify of [gone.id, "not a person"]) {
    const form = { text: "For you.", notify: [notify], intent: "comment" };
    const answer = await ask(onAction, { path: "/actions/LOB-4", params: { ref: "LOB-4" }, cookie, form });
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({ notify: "person-not-reached" });
    expect((answer.data as Found).submitted.text).toBe("For you.");
  }
  expect(reasonsOf(gone.id)).toEqual([]);
});

test.each(["action", "suggestion"])("an @ that is nobody’s name is named beside the comment on an %s", async (on) => {
  const author = someone(app.db, "member", "nepal");
  const cookie = await enter(author.id);
  const zoe = addPerson(app.db, { name: "Zoë D'Almeida", network: "benin" });
  const id = String(suggest(app.db, someone(app.db, "member", "india"), newAction("Health cover for home workers")));
  const [write, read, at] =
    on === "action"
      ? [onAction, actionPage, { path: "/actions/LOB-5", params: { ref: "LOB-5" } }]
      : [onSuggestion, suggestionPage, { path: `/suggestions/${id}`, params: { id } }];
  // A curly apostrophe, other accents and another case are still the name.
  const text = "Thank you @zoe d’almeida, and @Nobody Named So. Write to info@example.org.";
  const sent = await ask(write, { ...at, cookie, form: { text, intent: "comment" } });
  expect(sent.status).toBe(302);
  expect(reasonsOf(zoe.id)).toEqual(["mentioned"]);

  const talkAt = async (reader: string) => {
    const { data } = await ask(read, { ...at, path: sent.location ?? "", cookie: reader });
    const { comments, screen } = data as { comments?: Talk; screen?: { comments: Talk } };
    return comments ?? screen?.comments;
  };
  expect(await talkAt(cookie)).toMatchObject({ unmatched: ["Nobody Named So"] });
  // It is the author's to mend, and nobody else's to see.
  expect(await talkAt(await enter(zoe.id))).toMatchObject({ unmatched: [] });
});

interface Talk {
  unmatched: string[];
}

test("people looked up on a suggestion can be notified of a comment on it", async () => {
  const cookie = await signIn();
  const id = String(suggest(app.db, someone(app.db, "member", "india"), newAction("A fund for home workers")));
  const other = addPerson(app.db, { name: "Łucja Øster", network: "benin" });
  const at = { path: `/suggestions/${id}`, params: { id }, cookie };
  const found = await ask(onSuggestion, { ...at, form: { text: "", people: "lucja oster", intent: "find-people" } });
  expect(found.status).toBe(200);
  expect((found.data as Found).people?.people.map((person) => person.id)).toEqual([other.id]);
  const form = { text: "For you.", notify: [other.id], intent: "comment" };
  expect((await ask(onSuggestion, { ...at, form })).status).toBe(302);
  expect(reasonsOf(other.id)).toEqual(["mentioned"]);
});

test("names are offered as JSON while one is typed, not to observers, and nobody’s own", async () => {
  const author = someone(app.db, "member", "nepal");
  const names = async (query: string, cookie: string) => {
    const answer = await peopleAnswer(`/comments/people?${query}`, cookie);
    return answer.status === 200
      ? ((await answer.json()) as { name: string }[]).map(({ name }) => name)
      : answer.status;
  };
  const cookie = await enter(author.id);
  addPerson(app.db, { name: "Odile Kpossou", network: "benin" });
  expect(await names("q=kposs", cookie)).toEqual(["Odile Kpossou"]);
  expect(await names("q=od kp", cookie)).toEqual(["Odile Kpossou"]);
  expect(await names(`q=${encodeURIComponent(author.name)}`, cookie)).not.toContain(author.name);
  expect(await names("q=odile", await signIn("observer"))).toBe(403);
  expect(await names("q=odile&quarter=2026-Q9&network=asia", cookie)).toBe(404);
});

async function peopleAnswer(path: string, cookie: string): Promise<Response> {
  const context = { requestId: "test", nonce: "", address: "127.0.0.1", acceptedLanguage: "en" };
  const request = new Request(new URL(path, "http://127.0.0.1:3000"), { headers: { Cookie: cookie } });
  try {
    return (await peopleFound({ request, params: {}, context } as never)) as Response;
  } catch (thrown) {
    const { init } = thrown as { init?: ResponseInit };
    return new Response(null, { status: init?.status ?? 500 });
  }
}
