import Sqlite from "better-sqlite3";
import { type HtmlForm, postForms, unescapeHtml } from "../../support/html-forms.ts";
import type { RunningServer } from "../../support/server.ts";
import { Visitor } from "../../support/visitor.ts";
import { AREAS, type Area, everyForm, filesWithForms, formsIn, isOf, prepareForms } from "../support/every-form.ts";
import { type EvaluationRole, expect, test } from "../support/test.ts";

/* The forms that make something, by real HTTP: sent twice they make it once, and what is typed outlives the session. */

interface Case {
  what: string;
  as: EvaluationRole;
  page: string;
  /** Tells the form from the others of its page: a field, or what its button says. */
  has: string;
  /** What is typed and chosen in it; a list where a name comes more than once. */
  submitted: Record<string, string>;
  button?: [name: string, value: string];
  table: string;
}

const MARK = "Typed once and for all";
const COORDINATOR = "eval-coordinator-asia";

/** The forms that make something new, one of each kind. */
const CASES: Case[] = [
  {
    what: "an action",
    as: "eval-admin",
    page: "/actions/new?board=lobbying",
    has: "title.en",
    table: "actions",
    submitted: { "title.en": MARK, lead: "2" },
  },
  {
    what: "a template",
    as: "eval-admin",
    page: "/boards/lobbying/templates/new",
    has: "title.en",
    table: "action_templates",
    submitted: { "title.en": MARK },
    button: ["intent", "save"],
  },
  {
    what: "an action by its title",
    as: "eval-admin",
    page: "/boards/lobbying?add=proposed",
    has: "title",
    table: "actions",
    submitted: { title: MARK },
  },
  {
    what: "a milestone",
    as: "eval-admin",
    page: "/actions/LOB-3/milestones",
    has: "name.en",
    table: "milestones",
    submitted: { "name.en": MARK, day: "2027-03-01" },
    button: ["intent", "add"],
  },
  {
    what: "a key result",
    as: "eval-admin",
    page: "/actions/LOB-3/key-results/new",
    table: "key_results",
    has: "name.en",
    submitted: { "name.en": MARK, unit: "people", start: "0", target: "10" },
  },
  {
    what: "a check-in",
    as: "eval-admin",
    page: "/actions/LOB-3/check-in",
    has: "happened",
    table: "check_ins",
    submitted: { health: "on-track", happened: MARK },
  },
  {
    what: "a comment",
    as: "eval-member-nepal",
    page: "/actions/LOB-3",
    has: "text",
    table: "comments",
    submitted: { text: MARK },
    button: ["intent", "comment"],
  },
  {
    what: "a suggestion",
    as: "eval-member-nepal",
    page: "/suggestions/new?kind=remark&board=lobbying",
    has: "why",
    table: "suggestions",
    submitted: { title: MARK, why: MARK, voice: "personal" },
    button: ["intent", "submit"],
  },
  {
    what: "a draft",
    as: "eval-member-nepal",
    page: "/suggestions/new?kind=remark&board=lobbying",
    has: "why",
    table: "drafts",
    submitted: { title: MARK, why: "Half" },
    button: ["intent", "draft"],
  },
  {
    what: "a workshop",
    as: COORDINATOR,
    page: "/suggestions/workshops",
    has: "occasion",
    table: "workshops",
    submitted: { occasion: MARK, place: "Dakar", heldOn: "2026-01-02" },
  },
  {
    what: "a network",
    as: "eval-admin",
    page: "/networks/new",
    has: "name",
    table: "networks",
    submitted: { name: MARK, kind: "national", parentId: "2" },
  },
  {
    what: "an entry",
    as: "eval-admin",
    page: "/library/new",
    has: "title.en",
    table: "entries",
    submitted: { "title.en": MARK, network: "2", theme: "health", "text.en": MARK },
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
async function filledIn(visitor: Visitor, { page, has, submitted, button }: Case) {
  const html = await (await visitor.get(page)).text();
  const form = postForms(html, page).find(
    ({ fields, buttons, html: own }) =>
      (fields.some(([name]) => name === has) || own.includes(`name="${has}"`)) &&
      (!button || buttons.some(([name, value]) => name === button[0] && value === button[1])),
  );
  if (!form) throw new Error(`${page} has no form with ${has}.`);
  const fields = form.fields.filter(([name]) => !(name in submitted));
  return { action: form.action, body: [...fields, ...Object.entries(submitted), ...(button ? [button] : [])] };
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

/** Modules that take forms in which nobody types anything that could be lost, or that nobody can be signed in for. */
const NOTHING_TYPED = [
  "routes/committee/review-close.tsx",
  "routes/core/keyboard.tsx",
  "routes/core/notices.tsx",
  "routes/core/time-zone.ts",
  "routes/home/my.tsx",
  "routes/people/density.ts",
  "routes/plan/action-recurrence.tsx",
  "routes/people/people.tsx",
  "routes/people/person.tsx",
  "routes/suggestions/suggestions-drafts.tsx",
  "routes/tools/funding.tsx",
  "routes/tools/stakeholders.tsx",
];

for (const area of Object.keys(AREAS) as Area[]) {
  test(`every form of ${area}, sent when the session has ended, has what was typed after signing in`, async ({
    server,
  }) => {
    await prepareForms(server);
    const forms = await everyForm(server, { area });
    const lost: string[] = [];
    const visitor = new Visitor(server);
    for (const { kind, page, as, form } of forms) {
      await visitor.signIn(as);
      const submitted = typedInto(form);
      endSessions(server);
      const path = new URL(form.action, server.origin + page);
      const sent = await visitor.post(path.pathname + path.search, submitted);
      const signIn = new URL(sent.headers.get("Location") ?? "/nowhere", server.origin);
      await visitor.signIn(as);
      const html = await landing(visitor, server, signIn.searchParams.get("back") ?? "/");
      const again = formsIn(html, page).filter((one) => one.kind === kind);
      if (!again.some((one) => holds(one.form, form.texts))) lost.push(`${kind} on ${page}`);
    }
    expect(lost).toEqual([]);
    // A module that takes forms is tried, or it is known that nothing is typed in them.
    const tried = new Set(forms.map(({ file }) => file));
    const untried = filesWithForms.filter((file) => isOf(area, file) && !tried.has(file));
    expect(untried.sort()).toEqual(NOTHING_TYPED.filter((file) => isOf(area, file)));
  });
}

/** A form with something typed in each of its texts, as its first button sends it. */
function typedInto({ fields, texts, buttons }: HtmlForm): [string, string][] {
  const first = buttons.find(([, value]) => value !== "similar");
  return [
    ...fields.map(([name, value]): [string, string] => [name, texts.includes(name) ? MARK : value]),
    ...(first ? [first] : []),
  ];
}

/** Whether a form has all that was typed in it; it may offer an empty line more. */
const holds = ({ fields }: HtmlForm, texts: string[]): boolean =>
  [...new Set(texts)].every(
    (name) =>
      fields.filter(([one, value]) => one === name && value === MARK).length ===
      texts.filter((one) => one === name).length,
  );

async function landing(visitor: Visitor, server: RunningServer, back: string): Promise<string> {
  let page = await visitor.get(back);
  const on = page.headers.get("Location");
  if (on) page = await visitor.get(on.replace(server.origin, ""));
  return page.text();
}

test("without scripts the page’s main form comes along to another language", async ({ server }) => {
  const visitor = await new Visitor(server).signIn("eval-admin");
  const page = "/actions/LOB-3/edit";
  const html = await (await visitor.get(page)).text();
  const button = /<button data-language="fr" form="([^"]*)" formaction="([^"]*)"/.exec(html);
  expect(html).toContain(`<form id="${button?.[1]}"`);
  const form = postForms(html, page).find(({ texts }) => texts.includes("description.en"));
  const body = typedInto(form ?? ({ fields: [], texts: [], buttons: [] } as unknown as HtmlForm)).filter(
    ([name]) => name !== "priority" && name !== "principles",
  );
  const to = unescapeHtml(button?.[2] ?? "");
  const answer = await visitor.post(to, [...body, ["priority", "low"], ["principles", "3"]]);
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, page]);
  const french = await (await visitor.get(page)).text();
  expect(french).toContain('<html lang="fr"');
  const again = postForms(french, page).find(({ texts }) => texts.includes("description.en"));
  expect(again?.fields).toContainEqual(["description.en", MARK]);
  expect(again?.fields.filter(([name]) => name === "priority" || name === "principles")).toEqual([
    ["priority", "low"],
    ["principles", "3"],
  ]);
  // Saved, it is forgotten.
  await visitor.post(page, [...(again?.fields ?? [])]);
  expect(await (await visitor.get(page)).text()).not.toContain("data-given-back");
});
