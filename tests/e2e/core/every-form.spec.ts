import Sqlite from "better-sqlite3";
import { postForms } from "../../support/html-forms.ts";
import type { RunningServer } from "../../support/server.ts";
import { Visitor } from "../../support/visitor.ts";
import { type EvaluationRole, expect, test } from "../support/test.ts";

/* The forms that make something, by real HTTP: sent twice they make it once, and what is typed outlives the session. */

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
    ...{ what: "a network", as: "eval-admin", page: "/networks/new", has: "name", table: "networks" },
    typed: { name: MARK, kind: "national", parentId: "2" },
  },
  {
    ...{ what: "an entry", as: "eval-admin", page: "/library/new", has: "title.en", table: "entries" },
    typed: { "title.en": MARK, network: "2", theme: "health", "text.en": MARK },
  },
];

/** The rows of a table in the server's database. */
function countIn(server: RunningServer, table: string): number {
  const client = new Sqlite(server.databaseFile, { readonly: true });
  const { n } = client.prepare(`select count(*) n from ${table}`).get() as { n: number };
  client.close();
  return n;
}

/** Ends all sessions, as an administrator or the time does: browsers keep their cookies. */
function endSessions(server: RunningServer): void {
  const client = new Sqlite(server.databaseFile);
  client.exec("delete from sessions");
  client.close();
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

test("each form that makes something, sent twice at once by real HTTP, makes it once and answers the same", async ({
  server,
}) => {
  for (const one of CASES) {
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
  for (const one of CASES.filter(({ table }) => table !== "entries")) {
    const { what, as } = one;
    const visitor = await new Visitor(server).signIn(as);
    const { action, body } = await filledIn(visitor, one);
    endSessions(server);
    const sent = await visitor.post(action, body);
    const signIn = new URL(sent.headers.get("Location") ?? "/nowhere", server.origin);
    expect.soft([what, sent.status, signIn.pathname]).toEqual([what, 302, "/sign-in"]);
    await visitor.signIn(as);
    let page = await visitor.get(signIn.searchParams.get("back") ?? "/");
    const on = page.headers.get("Location");
    if (on) page = await visitor.get(on.replace(server.origin, ""));
    expect.soft([what, (await page.text()).includes(MARK)]).toEqual([what, true]);
  }
});
