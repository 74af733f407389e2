import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { loader as actionPage, action as onAction } from "~/routes/plan/action.tsx";
import { action as onSuggestion } from "~/routes/suggestions/suggestion.tsx";
import { comments } from "~db/schema.ts";
import { ask, enter, openApp, problemsIn } from "../../support/routes.ts";
import { newAction, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();

/** The number of the comment to which an answer leads. */
const commentIn = (location: string | null) => /comment=(\d+)/.exec(location ?? "")?.[1] ?? "";
const textOf = (id: string) =>
  app.db
    .select({ text: comments.text })
    .from(comments)
    .where(eq(comments.id, Number(id)))
    .get()?.text;

test("by forms alone a comment is edited, its earlier text read, and withdrawn", async () => {
  const cookie = await enter(someone(app.db, "member", "nepal").id);
  const at = { path: "/actions/LOB-3", params: { ref: "LOB-3" }, cookie };
  const sent = await ask(onAction, { ...at, form: { text: "A first word.", intent: "comment" } });
  const comment = commentIn(sent.location);
  const edit = { comment, version: "1", text: "A second word.", intent: "edit-comment" };
  const edited = await ask(onAction, { ...at, form: edit });
  expect(edited).toMatchObject({ status: 302, location: `/actions/LOB-3?comment=${comment}#comment-${comment}` });
  const { data } = await ask(actionPage, { ...at, path: `/actions/LOB-3?earlier=${comment}` });
  expect(data).toMatchObject({ comments: { earlier: { texts: [{ text: "A first word." }] } } });

  // The same form from another window: what was typed comes back, beside the newest text.
  const late = await ask(onAction, { ...at, form: { ...edit, text: "A third word." } });
  expect(late).toMatchObject({ status: 409, data: { intent: "edit-comment", submitted: { text: "A third word." } } });
  expect(problemsIn(late)).toEqual({ text: "comment-edited" });
  expect(textOf(comment)).toBe("A second word.");

  const withdraw = { comment, version: "2", intent: "withdraw-comment" };
  expect(await ask(onAction, { ...at, form: { ...withdraw, version: "1" } })).toMatchObject({ status: 409 });
  expect(await ask(onAction, { ...at, form: withdraw })).toMatchObject({ status: 302 });
  expect(textOf(comment)).toBe("");

  // An edit that comes after it goes into the form of a new comment.
  const lost = await ask(onAction, { ...at, form: { ...edit, version: "2", text: "A last word." } });
  expect(lost).toMatchObject({ status: 409, data: { intent: "comment", submitted: { text: "A last word." } } });
  expect(problemsIn(lost)).toEqual({ text: "comment-withdrawn" });
});

test.each([
  ["without a text", { text: " " }, 422],
  ["with a number that is none", { comment: "x" }, 422],
  ["with a version that is none", { version: "0" }, 422],
  ["of a comment that is not there", { comment: "99999" }, 404],
])("an edit %s is refused and changes nothing", async (_, changes, status) => {
  const cookie = await enter(someone(app.db, "member", "benin").id);
  const at = { path: "/actions/LOB-4", params: { ref: "LOB-4" }, cookie };
  const sent = await ask(onAction, { ...at, form: { text: "Mine.", intent: "comment" } });
  const comment = commentIn(sent.location);
  const form = { comment, version: "1", text: "Yours.", intent: "edit-comment", ...changes };
  expect((await ask(onAction, { ...at, form })).status).toBe(status);
  expect(textOf(comment)).toBe("Mine.");
});

test("somebody else’s comment is not theirs, on a suggestion neither", async () => {
  const author = someone(app.db, "member", "india");
  const id = String(suggest(app.db, author, newAction("A fund for day labourers")));
  const at = { path: `/suggestions/${id}`, params: { id } };
  const sent = await ask(onSuggestion, {
    ...at,
    cookie: await enter(author.id),
    form: { text: "Mine.", intent: "comment" },
  });
  const comment = commentIn(sent.location);
  const other = await enter(someone(app.db, "member", "benin").id);
  const forms: Record<string, string>[] = [
    { comment, version: "1", text: "Yours.", intent: "edit-comment" },
    { comment, version: "1", intent: "withdraw-comment" },
  ];
  for (const form of forms) expect((await ask(onSuggestion, { ...at, cookie: other, form })).status).toBe(403);
  expect(textOf(comment)).toBe("Mine.");
});
