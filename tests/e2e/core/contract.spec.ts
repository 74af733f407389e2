import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { type RunningServer, startServer } from "../../support/server.ts";
import { Visitor } from "../../support/visitor.ts";

/*
 * Each route × each role: what the server answers, whatever a page shows or hides. Mutations are tried with a form that
 * none of our pages would send, so that those who may are told what is wrong (4xx) and nothing changes.
 */

const ROLES = {
  nobody: null,
  observer: "eval-observer",
  member: "eval-member-nepal",
  committee: "eval-committee",
  coordinator: "eval-coordinator-asia",
  "other coordinator": "eval-coordinator-west-africa",
  admin: "eval-admin",
} as const;

type RoleName = keyof typeof ROLES;
type Statuses = Record<RoleName, number>;

const everyone = (status: number): Statuses => ({
  ...{ nobody: status, observer: status, member: status, committee: status },
  ...{ coordinator: status, "other coordinator": status, admin: status },
});
/** Signed out to the sign-in page; signed in as said. */
const signedIn = (status: number): Statuses => ({ ...everyone(status), nobody: 302 });
const workersOnly = (status: number): Statuses => ({
  ...signedIn(403),
  ...{ coordinator: status, "other coordinator": status, admin: status },
});
const adminOnly = (status: number): Statuses => ({ ...signedIn(403), admin: status });

interface Contract {
  /** As in app/routes.ts. */
  route: string;
  path: string;
  get: Statuses;
  /** Absent where the route takes no form: 405 for all who may see it. */
  post?: { form: Record<string, string>; statuses: Statuses };
}

/** Everyone but observers. */
const membersOnly = (status: number): Statuses => ({ ...signedIn(status), observer: 403 });

// LRN-2 is on a board that the coordinator for Asia coordinates, and the one for West Africa does not.
const onLearning = (status: number): Statuses => ({ ...signedIn(403), coordinator: status, admin: status });

// The financing board is the other way round: the coordinator for West Africa works on it.
const onFinancing = (status: number): Statuses => ({ ...signedIn(403), "other coordinator": status, admin: status });

// The coordinator for West Africa works on the communication board too.
const onCommunication = onFinancing;

/** Suggestion 1 is the member's, a remark on LRN-2; workshop 1 is theirs too (`visitors`). */
const authorOnly = (status: number): Statuses => ({ ...signedIn(403), member: status });

/** Whoever answers as Nepal: its members, the coordinator of its branch, an administrator. */
const answersForNepal = (status: number): Statuses => ({
  ...signedIn(403),
  ...{ member: status, coordinator: status, admin: status },
});

/** Whoever holds a seat in the committee (`visitors`), and administrators. */
const seated = (status: number): Statuses => ({ ...signedIn(403), committee: status, admin: status });

/** Coordinators of the lobbying board, each in their branch, and administrators. */
const onLobbying = (status: number): Statuses => ({
  ...signedIn(403),
  coordinator: status,
  "other coordinator": status,
  admin: status,
});

/** The lobbying board's own tools, where they have pages or forms of their own. */
const LOBBYING_TOOLS: Contract[] = [
  {
    route: "/stakeholders",
    path: "/stakeholders?since=2020-01-01",
    get: signedIn(200),
    post: {
      form: { intent: "place", entry: "1", version: "1", influence: "enormous" },
      statuses: signedIn(422),
    },
  },
  { route: "/contexts", path: "/contexts", get: signedIn(200) },
  // The seed has none: one is written in lobbying-tools.spec.ts.
  { route: "/contexts/:id", path: "/contexts/9", get: signedIn(404) },
  { route: "/positions", path: "/positions", get: signedIn(200) },
  {
    route: "/positions/:id",
    path: "/positions/9",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  { route: "/windows", path: "/windows?past=1", get: signedIn(200) },
  {
    route: "/windows/:id",
    path: "/windows/11",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
];

/** The learning board's own tools: the seed has none of their entries, so that their deeds are walked through below. */
const LEARNING_TOOLS: Contract[] = [
  { route: "/exchanges", path: "/exchanges?past=1", get: signedIn(200) },
  { route: "/exchanges/calendar", path: "/exchanges/calendar?month=2026-12", get: signedIn(200) },
  { route: "/exchanges/:id", path: "/exchanges/999", get: signedIn(404) },
  { route: "/exchanges/:id/people.csv", path: "/exchanges/999/people.csv", get: signedIn(404) },
  { route: "/exchanges/:id/people.xlsx", path: "/exchanges/999/people.xlsx", get: signedIn(404) },
  { route: "/exchanges/:id/event.ics", path: "/exchanges/999/event.ics", get: signedIn(404) },
  { route: "/offers", path: "/offers?state=open", get: signedIn(200) },
  { route: "/offers/:id", path: "/offers/999", get: signedIn(404) },
  // As one's own calendar: the address alone says whose it is.
  { route: "/calendar/:token/exchanges.ics", path: "/calendar/forged/exchanges.ics", get: everyone(404) },
];

/** The communication board's own tools, where they have pages of their own; the seed has no publication. */
const COMMUNICATION_TOOLS: Contract[] = [
  { route: "/publications", path: "/publications", get: signedIn(200) },
  { route: "/publications/calendar", path: "/publications/calendar?month=2026-12", get: signedIn(200) },
  { route: "/publications/:id", path: "/publications/1", get: signedIn(404) },
  { route: "/identity", path: "/identity", get: signedIn(200) },
  {
    route: "/identity/:id",
    path: "/identity/15",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
];

const CONTRACTS: Contract[] = [
  ...LOBBYING_TOOLS,
  ...LEARNING_TOOLS,
  ...COMMUNICATION_TOOLS,
  { route: "/", path: "/", get: signedIn(200) },
  {
    route: "/boards/:board",
    path: "/boards/learning",
    get: signedIn(200),
    post: {
      form: { intent: "move", ref: "LRN-2", version: "1", stage: "nowhere", after: "end" },
      statuses: signedIn(422),
    },
  },
  { route: "/boards/:board/actions.csv", path: "/boards/learning/actions.csv", get: signedIn(200) },
  { route: "/boards/:board/actions.xlsx", path: "/boards/learning/actions.xlsx?level=national", get: signedIn(200) },
  { route: "/boards/:board/history", path: "/boards/learning/history", get: signedIn(200) },
  {
    route: "/boards/:board/together",
    path: "/boards/learning/together?chosen=LRN-2",
    get: onLearning(200),
    post: { form: { chosen: "LRN-2", "version.LRN-2": "1", priority: "highest" }, statuses: onLearning(422) },
  },
  {
    route: "/boards/:board/views",
    path: "/boards/learning/views",
    get: signedIn(200),
    post: { form: { intent: "keep", name: "" }, statuses: signedIn(422) },
  },
  {
    route: "/actions/new",
    path: "/actions/new",
    get: workersOnly(200),
    post: { form: { board: "learning" }, statuses: workersOnly(422) },
  },
  {
    route: "/actions/:ref",
    path: "/actions/LRN-2",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  {
    route: "/actions/:ref/edit",
    path: "/actions/LRN-2/edit",
    get: onLearning(200),
    post: { form: { version: "1", board: "learning" }, statuses: onLearning(422) },
  },
  {
    route: "/actions/:ref/move",
    path: "/actions/LRN-2/move",
    get: onLearning(200),
    post: { form: { intent: "move", version: "1", stage: "dropped" }, statuses: onLearning(422) },
  },
  { route: "/actions/to-link", path: "/actions/to-link", get: signedIn(200) },
  {
    route: "/actions/:ref/strengthens",
    path: "/actions/LRN-1/strengthens",
    get: onLearning(200),
    post: { form: { how: "", language: "en" }, statuses: onLearning(422) },
  },
  {
    route: "/actions/:ref/strengthens/:network",
    path: "/actions/COM-1/strengthens/nepal",
    // Those who coordinate the action come there too, to change what it says.
    get: { ...answersForNepal(200), "other coordinator": 200 },
    post: { form: { intent: "answer", version: "1", answer: "" }, statuses: answersForNepal(422) },
  },
  {
    route: "/actions/:ref/dependencies",
    path: "/actions/LRN-2/dependencies",
    get: signedIn(200),
    post: { form: { on: "", why: "" }, statuses: onLearning(422) },
  },
  {
    route: "/actions/:ref/milestones",
    path: "/actions/LRN-2/milestones",
    get: signedIn(200),
    post: { form: { intent: "add", day: "soon", state: "ahead" }, statuses: onLearning(422) },
  },
  { route: "/actions/:ref/history", path: "/actions/LRN-2/history", get: signedIn(200) },
  {
    route: "/actions/:ref/key-results/new",
    path: "/actions/LRN-2/key-results/new",
    get: onLearning(200),
    post: { form: { unit: "" }, statuses: onLearning(422) },
  },
  {
    route: "/actions/:ref/key-results/:id",
    path: "/actions/LRN-2/key-results/1",
    get: signedIn(200),
    post: { form: { version: "1", unit: "" }, statuses: onLearning(422) },
  },
  {
    route: "/actions/:ref/check-in",
    path: "/actions/LRN-2/check-in",
    get: onLearning(200),
    post: { form: { health: "none" }, statuses: onLearning(422) },
  },
  { route: "/plan/compare", path: "/plan/compare?from=2019-12-01&to=2020-Q4", get: signedIn(200) },
  { route: "/check-ins", path: "/check-ins", get: signedIn(200) },
  {
    route: "/time-zone",
    path: "/time-zone",
    get: signedIn(302),
    post: { form: { timeZone: "Elsewhere" }, statuses: signedIn(400) },
  },
  { route: "/due", path: "/due", get: signedIn(200) },
  { route: "/progress", path: "/progress", get: signedIn(200) },
  {
    route: "/actions/:ref/documents",
    path: "/actions/LRN-2/documents",
    get: signedIn(200),
    post: { form: { intent: "link", url: "javascript:alert(1)" }, statuses: onLearning(422) },
  },
  // There is none yet: downloads are walked through in documents.spec.ts.
  { route: "/documents/:id", path: "/documents/1", get: signedIn(404) },
  { route: "/suggestions", path: "/suggestions", get: signedIn(200) },
  {
    route: "/suggestions/new",
    path: "/suggestions/new?kind=remark&board=learning",
    get: membersOnly(200),
    post: { form: { kind: "remark", board: "learning", title: "" }, statuses: membersOnly(422) },
  },
  {
    route: "/suggestions/inbox",
    path: "/suggestions/inbox",
    get: workersOnly(200),
    post: { form: { intent: "take-up" }, statuses: workersOnly(422) },
  },
  {
    route: "/suggestions/workshops",
    path: "/suggestions/workshops",
    get: membersOnly(200),
    post: { form: { occasion: "" }, statuses: membersOnly(422) },
  },
  {
    route: "/suggestions/workshops/:workshop",
    path: "/suggestions/workshops/1",
    get: { ...membersOnly(404), member: 200 },
    post: { form: { intent: "enter", title: "" }, statuses: { ...membersOnly(404), member: 422 } },
  },
  { route: "/suggestions/paper", path: "/suggestions/paper", get: signedIn(200) },
  {
    route: "/suggestions/drafts",
    path: "/suggestions/drafts",
    get: signedIn(302),
    post: { form: { kind: "remark", title: "x".repeat(100_001) }, statuses: membersOnly(400) },
  },
  { route: "/suggestions/similar", path: "/suggestions/similar?title=health", get: signedIn(200) },
  {
    route: "/suggestions/:id",
    path: "/suggestions/1",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  {
    route: "/suggestions/:id/edit",
    path: "/suggestions/1/edit",
    get: authorOnly(200),
    post: { form: { version: "1", title: "" }, statuses: authorOnly(422) },
  },
  {
    route: "/suggestions/:id/answer",
    path: "/suggestions/1/answer",
    get: onLearning(200),
    post: { form: { intent: "keep", version: "0", decision: "declined" }, statuses: onLearning(422) },
  },
  { route: "/suggestions/:id/history", path: "/suggestions/1/history", get: signedIn(200) },
  {
    route: "/notices",
    path: "/notices",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  { route: "/reviews/:quarter/pack", path: "/reviews/2020-Q4/pack", get: signedIn(200) },
  { route: "/reviews/:quarter/pack/:file", path: "/reviews/2020-Q4/pack/pack.nl.docx", get: signedIn(200) },
  { route: "/reports", path: "/reports", get: signedIn(200) },
  { route: "/reports/:year", path: "/reports/2020", get: signedIn(200) },
  { route: "/reports/:year/:file", path: "/reports/2020/report.nl.docx", get: signedIn(200) },
  {
    route: "/reports/:year/sections/:section",
    path: "/reports/2020/sections/results",
    get: workersOnly(200),
    post: { form: { language: "fr", prose: "x", version: "soon" }, statuses: workersOnly(422) },
  },
  { route: "/decisions", path: "/decisions", get: signedIn(200) },
  {
    route: "/decisions/:id",
    path: "/decisions/1",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  {
    route: "/decisions/:id/edit",
    path: "/decisions/1/edit",
    get: seated(200),
    post: { form: { version: "1", text: "" }, statuses: seated(422) },
  },
  {
    route: "/reviews/:quarter/meeting",
    path: "/reviews/2026-Q4/meeting",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  {
    route: "/reviews/:quarter/decisions/new",
    path: "/reviews/2026-Q4/decisions/new",
    get: seated(200),
    post: { form: { text: "" }, statuses: seated(422) },
  },
  { route: "/search", path: "/search?q=health", get: signedIn(200) },
  { route: "/search/quick", path: "/search/quick?q=health", get: signedIn(200) },
  { route: "/comments/people", path: "/comments/people?q=asia", get: membersOnly(200) },
  { route: "/keyboard", path: "/keyboard", get: signedIn(200) },
  {
    route: "/my",
    path: "/my",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  // The address alone says whose it is: a forged one is nobody's, signed in or not.
  { route: "/calendar/:file", path: "/calendar/forged.ics", get: everyone(404) },
  {
    route: "/unsubscribe/:token",
    path: "/unsubscribe/forged",
    get: everyone(404),
    post: { form: {}, statuses: everyone(404) },
  },
  // The modules that all registers share, by the first that the seed fills; each of their own tools stands below.
  { route: "/:register", path: "/stakeholders", get: signedIn(200) },
  {
    route: "/:register/new",
    path: "/stakeholders/new",
    get: workersOnly(200),
    post: { form: { network: "" }, statuses: workersOnly(422) },
  },
  { route: "/:register/entries.csv", path: "/stakeholders/entries.csv", get: signedIn(200) },
  { route: "/:register/entries.xlsx", path: "/stakeholders/entries.xlsx", get: signedIn(200) },
  {
    route: "/:register/:id",
    path: "/stakeholders/1",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  {
    route: "/:register/:id/edit",
    path: "/stakeholders/1/edit",
    get: workersOnly(200),
    post: { form: { version: "1", network: "" }, statuses: workersOnly(422) },
  },
  { route: "/:register/:id/history", path: "/stakeholders/1/history", get: signedIn(200) },
  // The seed has no file: one is added and taken in identity.spec.ts.
  { route: "/:register/:id/files/:part", path: "/identity/15/files/1", get: signedIn(404) },
  {
    route: "/:register/:id/parts/:kind",
    path: "/stakeholders/1/parts/contacts",
    get: membersOnly(200),
    post: { form: { intent: "add", day: "soon" }, statuses: membersOnly(422) },
  },
  {
    route: "/funding",
    path: "/funding",
    get: signedIn(200),
    post: { form: { intent: "move", id: "1", version: "1", stage: "nowhere" }, statuses: signedIn(400) },
  },
  { route: "/funding/list", path: "/funding/list", get: signedIn(200) },
  { route: "/funding/sums.csv", path: "/funding/sums.csv", get: signedIn(200) },
  { route: "/funding/sums.xlsx", path: "/funding/sums.xlsx", get: signedIn(200) },
  { route: "/funding/totals", path: "/funding/totals", get: signedIn(200) },
  {
    route: "/funding/rates",
    path: "/funding/rates",
    get: signedIn(200),
    post: { form: { currency: "EUR" }, statuses: onFinancing(422) },
  },
  // There is none yet: its deeds are walked through below.
  { route: "/funding/:id", path: "/funding/999", get: signedIn(404) },
  { route: "/networks", path: "/networks", get: signedIn(200) },
  { route: "/networks/voice", path: "/networks/voice", get: signedIn(200) },
  { route: "/networks/land.svg", path: "/networks/land.svg", get: everyone(200) },
  { route: "/networks/new", path: "/networks/new", get: adminOnly(200), post: { form: {}, statuses: adminOnly(422) } },
  { route: "/networks/:slug", path: "/networks/nepal", get: signedIn(200) },
  {
    route: "/networks/:slug/edit",
    path: "/networks/nepal/edit",
    get: adminOnly(200),
    post: { form: { version: "1" }, statuses: adminOnly(422) },
  },
  {
    route: "/networks/:slug/close",
    path: "/networks/nepal/close",
    get: adminOnly(200),
    post: { form: { intent: "close", version: "1", day: "never" }, statuses: adminOnly(422) },
  },
  { route: "/networks/:slug/history", path: "/networks/nepal/history", get: signedIn(200) },
  {
    route: "/committee",
    path: "/committee",
    get: signedIn(200),
    post: { form: { holder: "" }, statuses: adminOnly(422) },
  },
  {
    route: "/people",
    path: "/people",
    get: workersOnly(200),
    post: { form: { intent: "elsewhere" }, statuses: workersOnly(400) },
  },
  {
    route: "/people/invite",
    path: "/people/invite",
    get: workersOnly(200),
    post: { form: { email: "" }, statuses: workersOnly(422) },
  },
  {
    route: "/people/:id",
    path: "/people/eval-observer",
    get: adminOnly(200),
    post: { form: { version: "1", role: "nobody" }, statuses: adminOnly(422) },
  },
  {
    route: "/settings",
    path: "/settings",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  {
    route: "/sign-in",
    path: "/sign-in",
    get: everyone(200),
    post: { form: { way: "link", email: "" }, statuses: everyone(422) },
  },
  {
    route: "/sign-in/link",
    path: "/sign-in/link?token=spent",
    get: everyone(200),
    post: { form: { token: "spent" }, statuses: everyone(410) },
  },
  // Signing out for real would end the visitors of the other tests: the address takes no visit.
  { route: "/sign-out", path: "/sign-out", get: everyone(302) },
  {
    route: "/welcome/:token",
    path: "/welcome/spent",
    get: everyone(410),
    post: { form: { name: "Somebody", language: "en" }, statuses: everyone(410) },
  },
  { route: "/reviews", path: "/reviews", get: signedIn(200) },
  {
    route: "/reviews/:quarter",
    path: "/reviews/2020-Q4",
    get: signedIn(200),
    post: { form: { intent: "elsewhere" }, statuses: signedIn(400) },
  },
  {
    route: "/reviews/:quarter/open",
    path: "/reviews/2020-Q3/open",
    get: adminOnly(200),
    post: { form: { intent: "save", day: "soon" }, statuses: adminOnly(422) },
  },
  {
    route: "/reviews/:quarter/prepare",
    path: "/reviews/2020-Q4/prepare",
    get: workersOnly(200),
    post: { form: { intent: "save", day: "soon" }, statuses: workersOnly(422) },
  },
  { route: "/reviews/:quarter/alignment", path: "/reviews/2020-Q4/alignment", get: signedIn(200) },
  {
    route: "/reviews/:quarter/alignment/:network",
    path: "/reviews/2020-Q4/alignment/central-africa",
    // A view of an open review is its branch's, the seats' and theirs who prepare it.
    get: { ...signedIn(200), member: 403, observer: 403 },
    post: {
      form: { intent: "view", version: "0", language: "en" },
      statuses: { ...signedIn(403), committee: 422, admin: 422 },
    },
  },
  {
    route: "/reviews/:quarter/close",
    path: "/reviews/2020-Q4/close",
    get: adminOnly(200),
    post: { form: {}, statuses: adminOnly(422) },
  },
  { route: "/evaluation/mail", path: "/evaluation/mail", get: everyone(200) },
  {
    route: "/language",
    path: "/language",
    get: everyone(302),
    post: { form: { language: "de" }, statuses: everyone(400) },
  },
  // Only the server itself sends anybody there.
  { route: "/refused", path: "/refused", get: everyone(404), post: { form: {}, statuses: everyone(404) } },
  { route: "/*", path: "/nowhere", get: everyone(404), post: { form: {}, statuses: everyone(404) } },
];

const test = base.extend<object, { server: RunningServer; visitors: Record<RoleName, Visitor> }>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  visitors: [
    async ({ server }, use) => {
      const visitors = {} as Record<RoleName, Visitor>;
      for (const [name, as] of Object.entries(ROLES)) {
        const visitor = new Visitor(server);
        visitors[name as RoleName] = as ? await visitor.signIn(as) : visitor;
      }
      await visitors.member.post("/suggestions/workshops", { occasion: "Assembly", heldOn: "2020-01-15" });
      await suggest(visitors.member, "Say who is meant");
      const measure = { "name.en": "Networks", unit: "networks", start: "0", target: "19" };
      await visitors.coordinator.post("/actions/LRN-2/key-results/new", measure);
      for (const quarter of ["2020-Q4", "2026-Q4"])
        await visitors.admin.post(`/reviews/${quarter}/open`, [
          ...([
            ["intent", "save"],
            ["timeZone", "Europe/Brussels"],
          ] as [string, string][]),
          ...([
            ["item", "board:learning"],
            ["item", "decisions"],
          ] as [string, string][]),
        ]);
      await visitors.committee.post("/reviews/2026-Q4/decisions/new", { text: "We wait.", language: "en" });
      await use(visitors);
    },
    { scope: "worker" },
  ],
});

/** Submits a remark on LRN-2 for Nepal. Returns its path. */
async function suggest(visitor: Visitor, title: string): Promise<string> {
  const page = await (await visitor.get("/suggestions/new?kind=remark&action=LRN-2")).text();
  const origin = /<option value="(\d+)" selected/.exec(page.slice(page.indexOf('name="origin"')))?.[1] ?? "";
  const form = { kind: "remark", about: "LRN-2", title, why: "It helps.", language: "en", voice: "personal", origin };
  const answer = await visitor.post("/suggestions/new", form);
  return answer.headers.get("Location")?.split("?")[0] ?? "";
}

async function answers(ask: (name: RoleName) => Promise<Response>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of Object.keys(ROLES) as RoleName[]) found[name] = (await ask(name)).status;
  return found;
}

for (const { route, path, get, post } of CONTRACTS) {
  test(`GET ${route}`, async ({ visitors }) => {
    expect(await answers((name) => visitors[name].get(path))).toEqual(get);
  });

  if (post) {
    test(`POST ${route}`, async ({ visitors }) => {
      expect(await answers((name) => visitors[name].post(path, post.form))).toEqual(post.statuses);
    });
  }
}

/** What the forms of a suggestion's page ask for, filled in so that they would be carried out. */
const DEEDS: { form: Record<string, string>; statuses: Statuses }[] = [
  { form: { intent: "follow" }, statuses: signedIn(302) },
  { form: { intent: "comment", text: "A comment." }, statuses: membersOnly(302) },
  { form: { intent: "support" }, statuses: { ...membersOnly(302), member: 403 } },
  { form: { intent: "take-back" }, statuses: membersOnly(302) },
  { form: { intent: "take-up" }, statuses: onLearning(302) },
  { form: { intent: "put-off", until: "2031-01-01" }, statuses: onLearning(302) },
  { form: { intent: "ask", text: "Who is meant?" }, statuses: onLearning(302) },
  { form: { intent: "merge", into: "999" }, statuses: onLearning(422) },
  { form: { intent: "unmerge" }, statuses: signedIn(403) },
  // Withdrawn for good by its author, the last in the list of roles whose turn it is.
  { form: { intent: "withdraw", version: "1", why: "Said better elsewhere." }, statuses: authorOnly(302) },
];

test("what may be done with a suggestion, deed by deed", async ({ visitors }) => {
  const path = await suggest(visitors.member, "Say it in plain words");
  for (const { form, statuses } of DEEDS)
    expect(await answers((name) => visitors[name].post(path, form)), form.intent).toEqual(statuses);
});

/** What the timeline's forms ask for: neither would be carried out, the first for its order, the second for its version. */
const REPLANS: { form: Record<string, string>; statuses: Statuses }[] = [
  { form: { version: "1", start: "2027-Q2", due: "2027-Q1" }, statuses: onLearning(422) },
  { form: { version: "1", start: "soon", due: "" }, statuses: signedIn(422) },
  { form: { version: "999", start: "", due: "2027-Q1" }, statuses: onLearning(409) },
  { form: { start: "", due: "2027-Q1" }, statuses: signedIn(400) },
];

test("planning an action anew on its board's timeline", async ({ visitors }) => {
  const path = "/boards/learning?view=timeline&index";
  expect(await answers((name) => visitors[name].get(path))).toEqual(signedIn(200));
  for (const { form, statuses } of REPLANS) {
    const sent = { intent: "replan", ref: "LRN-2", ...form };
    expect(await answers((name) => visitors[name].post(path, sent)), JSON.stringify(form)).toEqual(statuses);
  }
  const undo = { intent: "undo-replan", event: "999999" };
  expect(await answers((name) => visitors[name].post(path, undo))).toEqual(signedIn(404));
});

test("what may be done on an action's page and with its documents, deed by deed", async ({ visitors }) => {
  const deeds: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/actions/LRN-2", { intent: "follow" }, signedIn(302)],
    ["/actions/LRN-2", { intent: "comment", text: "A comment." }, membersOnly(302)],
    ["/actions/LRN-2", { intent: "comment", text: "A reply.", replyTo: "999" }, membersOnly(404)],
    ["/actions/LRN-2", { intent: "comment", text: "" }, membersOnly(422)],
    ["/actions/LRN-2/documents", { intent: "link", title: "A", url: "https://example.org/" }, onLearning(302)],
    ["/actions/LRN-2/documents", { intent: "remove", document: "1" }, onLearning(302)],
    ["/actions/LRN-2/documents", { intent: "remove", document: "999" }, onLearning(404)],
  ];
  for (const [path, form, statuses] of deeds)
    expect(await answers((name) => visitors[name].post(path, form)), JSON.stringify(form)).toEqual(statuses);
});

test("who puts somebody elsewhere on the power map", async ({ visitors }) => {
  const deeds: [form: Record<string, string>, statuses: Statuses][] = [
    // Of the international level: theirs who work on the board.
    [{ entry: "1", version: "99", influence: "high", stance: "open" }, onLobbying(409)],
    [{ entry: "999", version: "1", influence: "high", stance: "open" }, signedIn(404)],
  ];
  for (const [form, statuses] of deeds) {
    const sent = { intent: "place", ...form };
    expect(await answers((name) => visitors[name].post("/stakeholders", sent)), JSON.stringify(form)).toEqual(statuses);
  }
});

test("what may be entered in the lobbying board's tools, and by whom", async ({ visitors }) => {
  /** Whoever answers for a network. */
  const forTheirs = (status: number): Statuses => ({ ...membersOnly(status) });
  const deeds: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/contexts/new", { day: "soon" }, { ...forTheirs(422), member: 403 }],
    ["/positions/new", { "title.en": "" }, onLobbying(422)],
    ["/positions/9/parts/versions", { intent: "add", day: "soon" }, onLobbying(422)],
    ["/positions/9/parts/endorsements", { intent: "add", answer: "" }, forTheirs(422)],
    ["/positions/9/parts/carried", { intent: "add", whom: "" }, forTheirs(422)],
    ["/positions/9/parts/nothing", { intent: "add" }, signedIn(404)],
    ["/windows/new", { first: "" }, onLobbying(422)],
    ["/windows/11/parts/milestones", { intent: "add", weeks: "many" }, onLobbying(422)],
  ];
  for (const [path, form, statuses] of deeds)
    expect(await answers((name) => visitors[name].post(path, form)), path).toEqual(statuses);
});

test("what may be done with a review, deed by deed", async ({ visitors }) => {
  const path = "/reviews/2020-Q4";
  const page = await (await visitors.committee.get(path)).text();
  const seat = /name="seat" value="(\d+)"/.exec(page)?.[1] ?? "";
  const ownSeat = { ...signedIn(403), committee: 302 };
  const deeds: [form: Record<string, string>, statuses: Statuses][] = [
    [{ intent: "sign", seat }, ownSeat],
    [{ intent: "unsign", seat }, ownSeat],
    [{ intent: "sign", seat: "999" }, signedIn(404)],
    // An open review needs no correction.
    [
      { intent: "correct", text: "It was 12." },
      { ...signedIn(403), admin: 404 },
    ],
  ];
  for (const [form, statuses] of deeds)
    expect(await answers((name) => visitors[name].post(path, form)), JSON.stringify(form)).toEqual(statuses);
});

test("what may be done in a meeting and with a decision, deed by deed", async ({ visitors }) => {
  const meeting = "/reviews/2026-Q4/meeting";
  const assess = { intent: "assess", ref: "LRN-2", version: "0", note: "" };
  const seatOf = async (holder: string) => {
    const page = await (await visitors.coordinator.get(meeting)).text();
    return new RegExp(`data-seat="(\\d+)"(?:(?!data-seat).)*?${holder}`, "s").exec(page)?.[1] ?? "";
  };
  const [own, other] = [await seatOf("Dr Ingrid Mulamba"), await seatOf("Sulistri Afrileston")];
  const prepares = { ...signedIn(403), coordinator: 302, "other coordinator": 302, admin: 302 };
  const stand = { intent: "stand", version: "1", seat: own };
  const deeds: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    [meeting, { ...assess, assessment: "fine" }, signedIn(422)],
    [meeting, { ...assess, assessment: "at-risk" }, { ...seated(302), admin: 409 }],
    [meeting, { intent: "attend", seat: own, present: "yes" }, { ...prepares, committee: 302 }],
    [meeting, { intent: "attend", seat: other, present: "yes" }, prepares],
    [meeting, { intent: "turn", item: "2" }, prepares],
    [meeting, { intent: "turn", item: "99" }, { ...prepares, coordinator: 404, "other coordinator": 404, admin: 404 }],
    ["/decisions/1", stand, signedIn(422)],
    ["/decisions/1", { ...stand, stand: "objection" }, { ...signedIn(403), committee: 422 }],
    ["/decisions/1", { ...stand, stand: "consent" }, { ...signedIn(403), committee: 302 }],
    ["/decisions/1", { ...stand, version: "9", stand: "consent" }, { ...signedIn(403), committee: 409 }],
    ["/decisions/1", { intent: "adopt", version: "1" }, seated(422)],
    ["/decisions/1", { intent: "done" }, { ...signedIn(403), coordinator: 409, "other coordinator": 409, admin: 409 }],
    // For good, by whoever proposed it.
    ["/decisions/1", { intent: "withdraw", version: "1" }, { ...signedIn(403), committee: 302, admin: 409 }],
  ];
  for (const [path, form, statuses] of deeds)
    expect(await answers((name) => visitors[name].post(path, form)), JSON.stringify(form)).toEqual(statuses);
  const rule = { intent: "decision-rule", rule: "majority", quorum: "13" };
  expect(await answers((name) => visitors[name].post("/settings", rule))).toEqual(adminOnly(422));
});

test("what may be done on the financing board's tools, deed by deed", async ({ visitors }) => {
  const page = await (await visitors.admin.get("/funding/new")).text();
  const option = (name: string) => new RegExp(`<option value="(\\d+)"[^>]*>\u2003*${name}<`).exec(page)?.[1] ?? "";
  const stream = { "title.en": "Visits", network: option("INSP!R"), donor: "ILO", stage: "idea", currency: "EUR" };
  const entered = await visitors.admin.post("/funding/new", stream);
  const path = entered.headers.get("Location") ?? "";
  expect(path).toMatch(/^\/funding\/\d+$/);
  const id = path.split("/")[2] ?? "";
  const stale = { intent: "move", version: "99", stage: "asked" };
  const alliance = { "title.en": "A partner", network: option("Nepal") };
  const asNepal = { ...signedIn(422), observer: 403, member: 302, coordinator: 302, admin: 302 };
  const proposal = { ...alliance, stage: "draft", deadline: "" };
  const deeds: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/funding/new", stream, onFinancing(302)],
    ["/funding", { ...stale, id }, onFinancing(409)],
    ["/funding", { ...stale, id: "999999" }, signedIn(404)],
    [path, stale, onFinancing(409)],
    [`${path}/parts/sums`, { intent: "add", step: "asked", amount: "-1", day: "2026-01-01" }, onFinancing(422)],
    [`${path}/edit`, { ...stream, version: "99" }, onFinancing(409)],
    // Networks keep these themselves, each in its own name; another's is refused beside the field.
    ["/alliances/new", alliance, asNepal],
    ["/proposals/new", proposal, asNepal],
  ];
  for (const [at, form, statuses] of deeds)
    expect(await answers((name) => visitors[name].post(at, form)), `${at} ${JSON.stringify(form)}`).toEqual(statuses);
  for (const at of [path, `${path}/history`, "/alliances", "/proposals"])
    expect(await answers((name) => visitors[name].get(at)), at).toEqual(signedIn(200));
  expect(await answers((name) => visitors[name].get(`${path}/edit`))).toEqual(onFinancing(200));
  expect(await answers((name) => visitors[name].get("/alliances/new"))).toEqual(membersOnly(200));
});

test("what may be done on the learning board's tools, deed by deed", async ({ visitors }) => {
  const page = await (await visitors.admin.get("/exchanges/new")).text();
  const option = (name: string) => new RegExp(`<option value="(\\d+)"[^>]*>\u2003*${name}<`).exec(page)?.[1] ?? "";
  const exchange = {
    "title.en": "A visit",
    network: option("Nepal"),
    kind: "visit",
    first: "2031-06-10",
    place: "There",
  };
  const onNepal = { ...onLearning(302), "other coordinator": 403 };
  const entered = await visitors.admin.post("/exchanges/new", { ...exchange, places: "2" });
  const path = entered.headers.get("Location") ?? "";
  expect(path).toMatch(/^\/exchanges\/\d+$/);
  const signUp = { intent: "add", network: option("Nepal"), people: "3", language: "en" };
  const forNepal = { ...membersOnly(422), committee: 403, "other coordinator": 403 };
  const asNepal = { ...signedIn(422), observer: 403, member: 302, coordinator: 302, admin: 302 };
  const deeds: [path: string, form: Record<string, string>, statuses: Statuses][] = [
    ["/exchanges/new", exchange, onNepal],
    ["/exchanges/new", { ...exchange, place: "" }, onLearning(422)],
    [`${path}/edit`, { ...exchange, version: "99" }, onLearning(409)],
    [path, { intent: "elsewhere" }, signedIn(400)],
    // More than there are places: whoever answers for the network is told so.
    [`${path}/parts/signups`, signUp, forNepal],
    // It has not begun: nobody was there yet.
    [`${path}/parts/participants`, { ...signUp, people: "1" }, forNepal],
    // Another network's than one's own is refused beside the field.
    ["/library/new", { "title.en": "A lesson", network: option("Nepal"), theme: "health", "text.en": "So." }, asNepal],
  ];
  const offer = { "title.en": "An offer", network: option("Nepal"), kind: "offer", until: "2031-01-01", state: "open" };
  const offered = await visitors.member.post("/offers/new", { ...offer, theme: "health" });
  const offerPath = offered.headers.get("Location") ?? "";
  const outcome = { intent: "add", network: option("Nepal"), day: "soon", language: "en" };
  deeds.push(
    ["/offers/new", { ...offer, theme: "health" }, asNepal],
    ["/offers/new", offer, membersOnly(422)],
    [offerPath, { intent: "elsewhere" }, signedIn(400)],
    [`${offerPath}/edit`, { ...offer, theme: "health", version: "99" }, answersForNepal(409)],
    [`${offerPath}/parts/outcomes`, outcome, membersOnly(422)],
  );
  for (const [at, form, statuses] of deeds)
    expect(await answers((name) => visitors[name].post(at, form)), `${at} ${JSON.stringify(form)}`).toEqual(statuses);
  for (const at of [path, `${path}/event.ics`, `${path}/people.csv`, `${path}/people.xlsx`, "/library", offerPath])
    expect(await answers((name) => visitors[name].get(at)), at).toEqual(signedIn(200));
});

test("what may be entered in the communication board's tools, and by whom", async ({ visitors }) => {
  const page = await (await visitors.admin.get("/publications/new?network=nepal")).text();
  const network = /<option value="(\d+)" selected/.exec(page)?.[1] ?? "";
  const blog = { "title.en": "A", network, state: "planned", day: "2026-12-01", channel: "blog", language: "en" };
  // Networks keep these themselves, each in its own name; another's is refused beside the field.
  const asNepal = (status: number): Statuses => ({
    ...{ ...signedIn(422), observer: 403, member: status },
    ...{ coordinator: status, admin: status },
  });
  expect(await answers((name) => visitors[name].post("/publications/new", blog))).toEqual(asNepal(302));
  const entered = await visitors.member.post("/publications/new", blog);
  const path = entered.headers.get("Location") ?? "";
  expect(await answers((name) => visitors[name].get(path))).toEqual(signedIn(200));
  expect(await answers((name) => visitors[name].post(path, { intent: "elsewhere" }))).toEqual(signedIn(400));
  // What all share is kept by those who coordinate communication.
  for (const at of ["/identity/new", "/identity/15/edit", "/identity/15/parts/versions"]) {
    expect(await answers((name) => visitors[name].get(at)), at).toEqual(onCommunication(200));
    const unfit = { intent: "add", version: "1", day: "soon" };
    expect(await answers((name) => visitors[name].post(at, unfit)), at).toEqual(onCommunication(422));
  }
  const late = { ...blog, version: "99" };
  expect(await answers((name) => visitors[name].post(`${path}/edit`, late))).toEqual(answersForNepal(409));
});

test("invisible things are 404, for everyone who is signed in", async ({ visitors }) => {
  for (const path of [
    "/boards/sports",
    "/actions/LOB-999",
    "/networks/atlantis",
    "/people/nobody",
    "/actions/LOB-999/edit",
    "/actions/LOB-999/strengthens",
    "/actions/LRN-1/strengthens/nepal",
    "/actions/LOB-999/documents",
    "/documents/999",
    "/suggestions/999",
    "/suggestions/nonsense",
    "/suggestions/999/answer",
    "/suggestions/workshops/999",
    "/suggestions/new?action=LOB-999",
    "/reviews/nonsense",
    "/reviews/2019-Q3",
    "/reviews/2999-Q1",
    "/reviews/2020-Q1/prepare",
    "/reviews/2020-Q1/alignment",
    "/reviews/2020-Q4/alignment/nepal",
    "/reviews/2020-Q5/pack",
    "/reports/2018",
    "/reports/2020/report.nl.exe",
    "/reports/2020/sections/nowhere",
  ]) {
    expect((await visitors.admin.get(path)).status, path).toBe(404);
  }
});

test("signed out, one is sent to sign in and back to where one was", async ({ visitors }) => {
  const answer = await visitors.nobody.get("/actions/LOB-3?text=fr");
  expect(answer.headers.get("Location")).toBe(`/sign-in?${new URLSearchParams({ back: "/actions/LOB-3?text=fr" })}`);
});

test("no way back leads to another site", async ({ visitors }) => {
  for (const back of [
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "javascript:alert(1)",
  ]) {
    const answer = await visitors.nobody.post("/language", { language: "en", back });
    expect(answer.headers.get("Location"), back).toBe("/");
  }
});

test("every route of the map has its contract", () => {
  const map = readFileSync("app/routes.ts", "utf8");
  const modules = [...map.matchAll(/"routes\/[\w/-]+\.tsx?"/g)];
  // A table's module answers at an address for each format of file.
  const tables = [...map.matchAll(/\.\.\.tableFiles\(/g)];
  expect(CONTRACTS).toHaveLength(modules.length + tables.length);
});
