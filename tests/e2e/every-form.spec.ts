import Sqlite from "better-sqlite3";
import { type HtmlForm, postForms, unescapeHtml } from "../support/html-forms.ts";
import type { RunningServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";
import { type EvaluationRole, expect, test } from "./support/test.ts";

/*
 * Every form of every role, found by following the links of the pages: one page of each route. A form that forgets the
 * one-time key of app/ui/form.tsx fails here.
 */

const ROLES: EvaluationRole[] = [
  "eval-observer",
  "eval-member-nepal",
  "eval-coordinator-asia",
  "eval-committee",
  "eval-admin",
];

/** More pages than any role has routes; it ends a crawl that would not come to rest. */
const MOST_PAGES = 150;

const BEGINNINGS = [
  "/",
  "/my",
  "/settings",
  "/people/invite",
  "/suggestions/inbox",
  "/suggestions/new?kind=remark&board=lobbying",
];

/** What pages of one route have in common: references, numbers, quarters and names stand for one another. */
function routeOf({ pathname, searchParams }: URL): string {
  const path = pathname
    .replace(/\/[A-Z]{3}-\d+/g, "/:ref")
    .replace(/\/\d{4}-Q\d/g, "/:quarter")
    .replace(/\/\d+(?=\/|$)/g, "/:id")
    .replace(/^\/networks\/(?!new|voice)[a-z-]+/, "/networks/:slug")
    .replace(/^\/boards\/[a-z]+/, "/boards/:board")
    .replace(/^\/people\/(?!invite)[\w-]+/, "/people/:id");
  return `${path}?${searchParams.get("kind") ?? ""}&${searchParams.get("view") ?? ""}`;
}

/** Forms that need no key: to send one twice does the same as once. */
const WITHOUT_KEY = new Map([
  ["/sign-in", "nobody is signed in whose submission it could be"],
  ["/sign-out", "ends the session: a second time finds none"],
  ["/language", "sets a language: a second time sets the same"],
]);

const keyOf = ({ fields }: HtmlForm) => fields.find(([name]) => name === "idempotencyKey")?.[1] ?? "";

/** What tells one kind of form from another: where it goes, and its fields. */
const kindOf = (route: string, { fields, buttons }: HtmlForm) =>
  [route, ...new Set(fields.map(([name]) => name)), ...buttons.map(([, value]) => value)].join(" ");

test("each form of each role carries a one-time key of its own", async ({ server }) => {
  const kinds = new Set<string>();
  for (const role of ROLES) {
    const visitor = await new Visitor(server).signIn(role);
    const seen = new Set<string>();
    const ahead = [...BEGINNINGS];
    for (let path = ahead.shift(); path && seen.size < MOST_PAGES; path = ahead.shift()) {
      const url = new URL(path, server.origin);
      const route = routeOf(url);
      if (url.origin !== server.origin || seen.has(route)) continue;
      seen.add(route);
      const answer = await visitor.get(url.pathname + url.search);
      if (!answer.headers.get("Content-Type")?.startsWith("text/html")) continue;
      const html = await answer.text();
      const forms = postForms(html, path).filter(({ action }) => !WITHOUT_KEY.has(action.split("?")[0] ?? ""));
      const keys = forms.map(keyOf);
      expect([role, path, keys.filter((key) => !key).length, new Set(keys).size]).toEqual([role, path, 0, keys.length]);
      for (const form of forms) kinds.add(kindOf(route, form));
      for (const [, link = ""] of html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)) ahead.push(unescapeHtml(link));
    }
  }
  expect(kinds.size).toBeGreaterThan(40);
});

interface Case {
  what: string;
  as: EvaluationRole;
  page: string;
  /** Tells the form from the others of its page: a field, or what its button says. */
  has: string;
  /** What is typed and chosen in it; a list where a name comes more than once. */
  typed: Record<string, string>;
  button?: [name: string, value: string];
  table: string;
}

const MARK = "Typed once and for all";
const COORDINATOR = "eval-coordinator-asia";

/** The forms that make something new, one of each kind. */
const CASES: Case[] = [
  {
    ...{ what: "an action", as: "eval-admin", page: "/actions/new?board=lobbying", has: "title.en", table: "actions" },
    typed: { "title.en": MARK, lead: "2" },
  },
  {
    ...{
      what: "a milestone",
      as: "eval-admin",
      page: "/actions/LOB-3/milestones",
      has: "name.en",
      table: "milestones",
    },
    typed: { "name.en": MARK, day: "2027-03-01" },
    button: ["intent", "add"],
  },
  {
    ...{ what: "a key result", as: "eval-admin", page: "/actions/LOB-3/key-results/new", table: "key_results" },
    ...{ has: "name.en", typed: { "name.en": MARK, unit: "people", start: "0", target: "10" } },
  },
  {
    ...{ what: "a check-in", as: "eval-admin", page: "/actions/LOB-3/check-in", has: "happened", table: "check_ins" },
    typed: { health: "on-track", happened: MARK },
  },
  {
    ...{ what: "a comment", as: "eval-member-nepal", page: "/actions/LOB-3", has: "text", table: "comments" },
    ...{ typed: { text: MARK }, button: ["intent", "comment"] },
  },
  {
    ...{ what: "a document", as: "eval-admin", page: "/actions/LOB-3/documents", has: "url", table: "documents" },
    ...{ typed: { url: "https://example.org/a", title: MARK } },
  },
  {
    ...{ what: "a suggestion", as: "eval-member-nepal", page: "/suggestions/new?kind=remark&board=lobbying" },
    ...{ has: "why", table: "suggestions", typed: { title: MARK, why: MARK, voice: "personal" } },
    button: ["intent", "submit"],
  },
  {
    ...{ what: "a draft", as: "eval-member-nepal", page: "/suggestions/new?kind=remark&board=lobbying" },
    ...{ has: "why", table: "drafts", typed: { title: MARK, why: "Half" }, button: ["intent", "draft"] },
  },
  {
    ...{ what: "a workshop", as: COORDINATOR, page: "/suggestions/workshops", has: "occasion", table: "workshops" },
    typed: { occasion: MARK, place: "Dakar", heldOn: "2026-01-02" },
  },
  {
    ...{ what: "an invitation", as: "eval-admin", page: "/people/invite", has: "email", table: "invitations" },
    typed: { email: "typed-once@example.org", role: "observer" },
  },
  {
    ...{ what: "a network", as: "eval-admin", page: "/networks/new", has: "name.en", table: "networks" },
    typed: { "name.en": MARK, "name.nl": MARK, "name.fr": MARK, "name.es": MARK, kind: "national", parentId: "2" },
  },
  {
    ...{ what: "a saved view", as: "eval-member-nepal", page: "/boards/lobbying?priority=high", table: "saved_views" },
    ...{ has: "query", typed: { name: MARK } },
  },
  {
    ...{ what: "an entry", as: "eval-admin", page: "/library/new", has: "title.en", table: "entries" },
    typed: { "title.en": MARK, network: "2", theme: "health", "text.en": MARK },
  },
  {
    ...{ what: "a decision", as: "eval-admin", page: "", has: "text", table: "decisions" },
    typed: { text: MARK },
  },
];

/** The rows of a table in the server's database. */
function countIn(server: RunningServer, table: string): number {
  const client = new Sqlite(server.databaseFile, { readonly: true });
  const { n } = client.prepare(`select count(*) n from ${table}`).get() as { n: number };
  client.close();
  return n;
}

/** The form of a case on its page, filled in. */
async function filledIn(visitor: Visitor, { page, has, typed, button }: Case) {
  const html = await (await visitor.get(page)).text();
  const form = postForms(html, page).find(
    ({ fields, buttons, html: own }) =>
      (fields.some(([name]) => name === has) || own.includes(`name="${has}"`)) &&
      (!button || buttons.some(([name, value]) => name === button[0] && value === button[1])),
  );
  if (!form) throw new Error(`${page} has no form with ${has}.`);
  const fields = form.fields.filter(([name]) => !(name in typed));
  return { action: form.action, body: [...fields, ...Object.entries(typed), ...(button ? [button] : [])] };
}

async function withPages(server: RunningServer): Promise<Case[]> {
  const visitor = await new Visitor(server).signIn("eval-admin");
  const html = await (await visitor.get("/reviews")).text();
  const quarter = /\/reviews\/(\d{4}-Q\d)/.exec(html)?.[1];
  return CASES.map((one) => (one.page ? one : { ...one, page: `/reviews/${quarter}/decisions/new` }));
}

test("each form that makes something, sent twice at once by real HTTP, makes it once and answers the same", async ({
  server,
}) => {
  for (const one of await withPages(server)) {
    const { what, as, table } = one;
    const visitor = await new Visitor(server).signIn(as);
    const { action, body } = await filledIn(visitor, one);
    const before = countIn(server, table);
    const [first, second] = await Promise.all([visitor.post(action, body), visitor.post(action, body)]);
    const place = first.headers.get("Location");
    expect.soft([what, first.status, second.status, second.headers.get("Location")]).toEqual([what, 302, 302, place]);
    expect.soft([what, countIn(server, table) - before]).toEqual([what, 1]);
  }
});

test("each of them, sent when the session has ended, has what was typed after signing in", async ({ server }) => {
  for (const one of await withPages(server)) {
    const { what, as } = one;
    const { action, body } = await filledIn(await new Visitor(server).signIn(as), one);
    const visitor = new Visitor(server);
    const sent = await visitor.post(action, body);
    const signIn = new URL(sent.headers.get("Location") ?? "/nowhere", server.origin);
    expect.soft([what, sent.status, signIn.pathname]).toEqual([what, 302, "/sign-in"]);
    await visitor.signIn(as);
    let page = await visitor.get(signIn.searchParams.get("back") ?? "/");
    const on = page.headers.get("Location");
    if (on) page = await visitor.get(on.replace(server.origin, ""));
    const mark = Object.values(one.typed).includes(MARK) ? MARK : "typed-once@example.org";
    expect.soft([what, (await page.text()).includes(mark)]).toEqual([what, true]);
  }
});
