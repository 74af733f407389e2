import { expect, test } from "vitest";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { commentOnAction } from "~/features/plan/comments/mutations.server.ts";
import { commentsOn, linkTalk, textsOfTalk } from "~/features/plan/comments/queries.server.ts";
import { loadReferences } from "~/features/plan/references/references.server.ts";
import { linkBudget, linksIn } from "~/features/plan/references/text-links.server.ts";
import { seededDatabase } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { actionOf, by, newAction, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const author = someone(db, "member", "nepal");
  const id = suggest(db, author, newAction("Health cover for “home” <workers>"));
  return { db, author, id };
}

test("what a comment names and the addresses in it are links; what is like them stays text", () => {
  const { db, author, id } = setUp();
  const { id: actionId } = actionOf(db, "LOB-3");
  const text = `See LOB-4, (S-${id}) and https://example.org/LOB-5?a=1. Not lob-4, XLOB-4, LOB-4a, LOB-99999, /actions/LOB-4,
javascript:alert(1) or 1.5. Ask info@example.org.`;
  commentOnAction(db, by(author), author, { actionId, text, replyTo: null, language: "en" });
  const talk = commentsOn(db, { actionId }, { page: null, comment: null }, { viewer: author });
  const references = loadReferences(db, textsOfTalk(talk), "en");
  const [comment] = linkTalk(talk, references).threads;
  const title = actionOf(db, "LOB-4").texts.en?.title;
  expect(comment?.links.map(({ at, length, to, title }) => [text.slice(at, at + length), to, title])).toEqual([
    ["LOB-4", "/actions/LOB-4", title],
    [`S-${id}`, `/suggestions/${id}`, "Health cover for “home” <workers>"],
    ["https://example.org/LOB-5?a=1", "https://example.org/LOB-5?a=1", null],
    ["info@example.org", "mailto:info@example.org", null],
  ]);
});

test("in Markdown they are links with their title, outside of links and code", () => {
  const { db, id } = setUp();
  const source = `**S-${id}** and S-${id}; \`LOB-4\`, [LOB-4](https://example.org), LOB-99999`;
  const html = renderMarkdown(source, loadReferences(db, [source], "en"));
  const title = "Health cover for “home” &lt;workers&gt;";
  expect(html).toContain(
    `<strong><a href="/suggestions/${id}" title="${title}" rel="noopener nofollow">S-${id}</a></strong>`,
  );
  expect(html).toContain(`and <a href="/suggestions/${id}" rel="noopener nofollow">S-${id}</a>;`);
  expect(html).toContain("<code>LOB-4</code>");
  expect(html.match(/<a /g)).toHaveLength(3);
  // What was rendered without them, or with other titles, is another text.
  expect(renderMarkdown(source)).not.toContain("/suggestions/");
  expect(renderMarkdown(source, new Map([[`S-${id}`, "Another title"]]))).toContain('title="Another title"');
});

test("all references of a page are one statement, and none where it names nothing", () => {
  const { db, id } = setUp();
  const texts = ["LOB-1 LOB-2", `COM-1 S-${id}`, "S-9999"];
  expect(statementsOf(db, () => loadReferences(db, texts, "fr"))).toBe(1);
  expect(statementsOf(db, () => loadReferences(db, ["Nothing is named."], "fr"))).toBe(0);
});

test("the search for links ends: a page looks at so many words, a text of Markdown links so many references", () => {
  const { db } = setUp();
  const budget = linkBudget();
  const long = "a.b ".repeat(1_250);
  for (let text = 0; text < 100; text++) linksIn(long, new Map(), budget);
  expect(budget.words).toBe(0);
  expect(linksIn("https://example.org", new Map(), budget)).toEqual([]);
  const source = "LOB-4 ".repeat(3_300);
  const html = renderMarkdown(source, loadReferences(db, [source], "en"));
  expect(html.match(/<a /g)).toHaveLength(200);
});
