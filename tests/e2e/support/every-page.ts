import Sqlite from "better-sqlite3";
import { proposeDecision } from "~/features/committee/decisions/mutations.server.ts";
import { REPORT_SECTIONS } from "~/features/committee/reports/sections.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { ensureEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { allRegisters } from "~/features/tools/engine/all.ts";
import { openDatabase } from "~db/connection.ts";
import { actionTemplates, comments, drafts, milestones, people, savedViews, workshops } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticEntries } from "~seed/synthetic/entries.ts";
import { addSyntheticKeyResults } from "~seed/synthetic/key-results.ts";
import { addSyntheticLinks } from "~seed/synthetic/links.ts";
import { addSyntheticSuggestions } from "~seed/synthetic/suggestions.ts";
import { openReview, QUARTER } from "../../support/review-rows.ts";
import { routeMap } from "../../support/route-map.ts";
import { withClosedReviews } from "./frozen.ts";

const addresses = await routeMap();

/** An address without a break, as people paste them: wider than any phone. */
export const LONG_WORD = `https://example.org/${"socialprotection".repeat(12)}`;

/** For a server to start on: the Geneva planning with something of everything, so that no page is empty. */
export function withSomethingOfEverything(databaseFile: string): void {
  withClosedReviews(databaseFile);
  const db = openDatabase(databaseFile);
  const now = new Date();
  ensureEvaluationAccounts(db, now);
  addSyntheticActions(db, 60, now);
  addSyntheticKeyResults(db, now);
  addSyntheticLinks(db, now);
  addSyntheticSuggestions(db, 30, now);
  addSyntheticEntries(db, 3, now);
  openReview(db);

  const [administrator] = db
    .select()
    .from(people)
    .all()
    .filter(({ id }) => id === "eval-admin");
  if (!administrator) throw new Error("The accounts for trying are not there.");
  const viewer = asViewer(administrator, allNetworks(db), "");
  proposeDecision(db, { personId: viewer.id, at: now }, viewer, {
    quarter: QUARTER,
    text: `A synthetic decision, told at ${LONG_WORD}.`,
    language: "en",
    refs: ["LOB-3"],
    suggestions: [],
    planChanges: [],
    doerId: null,
    doerNetworkId: null,
    dueOn: null,
    lookAgainOn: null,
    revisitsId: null,
  });
  const about = { authorId: viewer.id, language: "en" as const, isQuestion: false, at: now };
  db.insert(comments)
    .values([
      { ...about, actionId: 3, text: `It is told at ${LONG_WORD}.` },
      { ...about, suggestionId: 1, text: LONG_WORD },
    ])
    .run();
  const milestone = { actionId: 3, state: "ahead", createdAt: now } as const;
  db.insert(milestones)
    .values({ ...milestone, name: { en: "A synthetic milestone" }, day: "2027-01-31" })
    .run();
  db.insert(actionTemplates)
    .values({
      board: "lobbying",
      content: {
        ...{ sourceLanguage: "en", "title.en": `A synthetic template, told at ${LONG_WORD}`, priority: "normal" },
        ...{ level: "national", partners: [], labels: [], principles: [], dueAfter: 1 },
        keyResults: [{ name: { en: LONG_WORD }, unit: "networks", start: 0, target: 9, dueAfter: 1 }],
        milestones: [{ name: { en: "A synthetic day" }, month: 2, day: 15 }],
      },
      createdAt: now,
    })
    .run();
  db.insert(savedViews)
    .values({
      ownerId: viewer.id,
      name: "A view",
      board: "lobbying",
      query: "level=national",
      forAll: true,
      createdAt: now,
    })
    .run();
  const workshop = { facilitatorId: viewer.id, occasion: "A synthetic workshop", place: "Dakar", heldOn: "2026-10-01" };
  db.insert(workshops)
    .values({ ...workshop, createdAt: now })
    .run();
  db.insert(drafts)
    .values({
      authorId: viewer.id,
      formValues: { kind: "remark", title: LONG_WORD, board: "lobbying" },
      updatedAt: now,
    })
    .run();
  // One of their own, which they can reword.
  db.$client.exec(
    "update suggestions set author_id = 'eval-admin' where id = (select max(id) from suggestions where state = 'submitted')",
  );
  db.$client.close();
}

/** What answers GET without being a page of somebody who is signed in, and why: for the walk to leave out. */
const NO_PAGES = new Set([
  // For those who are signed out, with a token.
  "/sign-in",
  "/sign-in/link",
  "/welcome/:token",
  "/unsubscribe/:token",
  // Where forms go, and what the server refuses.
  "/sign-out",
  "/language",
  "/refused",
  "/suggestions/drafts",
  "/suggestions/similar",
]);

/** Pages that one address shows in several ways. */
const FURTHER = [
  "/boards/lobbying?view=table",
  "/boards/lobbying?view=table&group=lead",
  "/boards/lobbying?view=timeline",
  "/boards/lobbying?move=LOB-3",
  "/boards/lobbying?add=proposed",
  "/actions/new?from=LOB-3",
  "/actions/new?template=1",
  "/suggestions/new?kind=remark&action=LOB-3",
  "/suggestions/new?kind=amendment&action=LOB-3",
  "/suggestions/new?kind=new-action&board=lobbying",
  "/reviews/2020-Q4",
  "/reviews/2020-Q4/pack",
  "/search?q=social",
];

/** Returns the address of every page of the URL map for somebody who is signed in, each with what the database has for it. */
export function everyPage(databaseFile: string): string[] {
  const db = new Sqlite(databaseFile, { readonly: true });
  const first = (sql: string, ...values: unknown[]) =>
    String(
      db
        .prepare(sql)
        .pluck()
        .get(...values) ?? "",
    );
  const keyResult = first("select min(id) from key_results");
  const refOf = (sql: string) => first(`select ref from actions where id = (${sql})`);
  const values: Record<string, string> = {
    board: "lobbying",
    ref: "LOB-3",
    quarter: QUARTER,
    year: "2020",
    workshop: "1",
    slug: "nepal",
    network: "asia",
    section: REPORT_SECTIONS[0],
  };
  const ids: Record<string, string> = {
    suggestions: first("select min(id) from suggestions where state = 'submitted'") || "1",
    decisions: "1",
    people: "eval-member-nepal",
  };
  const special: Record<string, string> = {
    "/actions/:ref/key-results/:id": `/actions/${refOf("select action_id from key_results where id = (select min(id) from key_results)")}/key-results/${keyResult}`,
    "/boards/:board/templates/:id": `/boards/lobbying/templates/${first("select min(id) from action_templates")}`,
    "/actions/:ref/strengthens/:network": linkPage(db),
    "/suggestions/:id/edit": `/suggestions/${first("select id from suggestions where author_id = 'eval-admin'")}/edit`,
    // One that is not open yet.
    "/reviews/:quarter/open": "/reviews/2021-Q1/open",
  };
  for (const { name, parts } of allRegisters()) {
    ids[name] = first("select min(id) from entries where register = ? and removed_at is null", name);
    const [kind] = Object.keys(parts);
    special[`/${name}/:id/parts/:kind`] = kind ? `/${name}/${ids[name]}/parts/${kind}` : "";
  }
  const pages = pageAddresses()
    .filter((path) => !NO_PAGES.has(path))
    .map((path) => {
      const area = path.split("/")[1] ?? "";
      return (
        special[path] ?? path.replace(/:(\w+)/g, (whole, name) => (name === "id" ? ids[area] : values[name]) ?? whole)
      );
    })
    .filter(Boolean);
  db.close();
  return [...pages, ...FURTHER];
}

/** An action that strengthens a network, with the network. */
function linkPage(db: Sqlite.Database): string {
  const row = db
    .prepare(
      "select a.ref, n.slug from subsidiarity_links l join actions a on a.id = l.action_id join networks n on n.id = l.network_id limit 1",
    )
    .get() as { ref: string; slug: string };
  return `/actions/${row.ref}/strengthens/${row.slug}`;
}

/** The addresses of all pages: of modules that render something. */
function pageAddresses(): string[] {
  const pages = addresses.flatMap(({ pattern, file }) => (file.endsWith(".tsx") ? [pattern] : []));
  return [...pages, "/nowhere"];
}
