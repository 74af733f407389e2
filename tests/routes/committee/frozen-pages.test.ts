import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "~/domain.ts";
import { adoptDecision } from "~/features/committee/decisions/deciding.server.ts";
import { proposeDecision } from "~/features/committee/decisions/mutations.server.ts";
import { takePosition } from "~/features/committee/decisions/status.server.ts";
import { attend } from "~/features/committee/meeting/mutations.server.ts";
import { writeProse } from "~/features/committee/reports/mutations.server.ts";
import { writeView } from "~/features/committee/reviews/alignment.server.ts";
import { addToReview, closeReview, signOff } from "~/features/committee/reviews/closing.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { chooseLanguage, editProfile } from "~/features/people/accounts/mutations.server.ts";
import { createNetwork, editNetwork } from "~/features/people/networks/mutations.server.ts";
import { editCommitteeTerm, editFigures } from "~/features/people/networks/published.server.ts";
import { allNetworks, committeeSeats, publishedFigures } from "~/features/people/networks/queries.server.ts";
import { createSeat, editSeat, removeSeat } from "~/features/people/networks/seats.server.ts";
import { publications } from "~/features/tools/communication/publications/publications.ts";
import { addEntry, editEntry, removeEntry } from "~/features/tools/engine/mutations.server.ts";
import { firstInstant, quarterAfter, quarterOf } from "~/lib/quarter.ts";
import { loader as decision } from "~/routes/committee/decision.tsx";
import { loader as report } from "~/routes/committee/report.tsx";
import { loader as reportFile } from "~/routes/committee/report-file.ts";
import { loader as review } from "~/routes/committee/review.tsx";
import { loader as views } from "~/routes/committee/review-alignment.tsx";
import { loader as pack } from "~/routes/committee/review-pack.tsx";
import { loader as packFile } from "~/routes/committee/review-pack-file.ts";
import { loader as view } from "~/routes/committee/review-view.tsx";
import type { Database } from "~db/connection.ts";
import { entries } from "~db/schema.ts";
import { nothing, openReview, tieSeat } from "../../support/reviews.ts";
import { ask, enter, openApp } from "../../support/routes.ts";
import { by } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/* What is closed or decided is the same for ever: each page and file is asked for before and after later changes. */

const app = openApp();
const quarter = quarterAfter(quarterOf(new Date()), -1) as ReturnType<typeof quarterOf>;
const during = new Date(+firstInstant(quarterOf(new Date())) - 5 * 86_400_000);
const year = quarter.slice(0, 4);

interface Page {
  loader: Parameters<typeof ask>[0];
  path: string;
  params: Record<string, string>;
}

const file = (loader: Page["loader"], of: "pack" | "report", name: string): Page =>
  of === "pack"
    ? { loader, path: `/reviews/${quarter}/${name}`, params: { quarter, file: name } }
    : { loader, path: `/reports/${year}/${name}`, params: { year, file: name } };

const pagesOf = (id: number): Page[] => [
  { loader: review, path: `/reviews/${quarter}`, params: { quarter } },
  { loader: review, path: `/reviews/${quarter}?board=lobbying`, params: { quarter } },
  { loader: views, path: `/reviews/${quarter}/alignment`, params: { quarter } },
  { loader: view, path: `/reviews/${quarter}/alignment/asia`, params: { quarter, network: "asia" } },
  { loader: pack, path: `/reviews/${quarter}/pack`, params: { quarter } },
  { loader: decision, path: `/decisions/${id}`, params: { id: String(id) } },
  { loader: report, path: `/reports/${year}`, params: { year } },
  ...["pack.en.docx", "pack.en.xlsx", "pack.fr.html", "pack.nl.csv", "pack-decisions.es.csv", "pack-heard.en.csv"].map(
    (name) => file(packFile, "pack", name),
  ),
  ...LANGUAGES.flatMap((language) =>
    ["docx", "html", "xlsx", "csv"].map((type) => file(reportFile, "report", `report.${language}.${type}`)),
  ),
];

/** Everything that these pages are given, and the bytes of the files, by address and language. */
async function shown(pages: readonly Page[], cookie: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { loader, path, params } of pages) {
    const isFile = "file" in params;
    for (const language of isFile ? (["en"] as const) : LANGUAGES) {
      const url = `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
      if (isFile) {
        const args = request(url, params, cookie, language);
        const answer = (await (loader as (args: never) => Promise<Response>)(args as never)) as Response;
        expect(answer.status).toBe(200);
        found[url] = Buffer.from(await answer.arrayBuffer()).toString("base64");
        continue;
      }
      const answer = await ask(loader, { path: url, params, cookie, language });
      expect(answer.status, url).toBe(200);
      // The newest event says from where a page listens for live messages: it is no part of what it shows.
      found[url] = JSON.stringify(answer.data, (name, value) => (name === "since" ? undefined : value));
    }
  }
  return found;
}

const request = (path: string, params: Record<string, string>, cookie: string, language: Language) => ({
  request: new Request(new URL(path, "http://127.0.0.1:3000"), { headers: { Cookie: cookie } }),
  params,
  context: { requestId: "a", nonce: "", address: "127.0.0.1", acceptedLanguage: language },
});

/** A review in which Asia consented, Central Africa objected first and consented then, closed and corrected. */
function closedReview(db: Database, admin: Viewer) {
  const asia = someone(db, "committee", "asia");
  const africa = someone(db, "committee", "central-africa");
  const reviewId = openReview(db, { quarter, meetingAt: during, openedAt: during });
  const seats = { asia: tieSeat(db, "asia", asia.id), africa: tieSeat(db, "central-africa", africa.id) };
  const node = allNetworks(db).find(({ slug }) => slug === "asia");
  if (!node) throw new Error("The seed has Asia.");
  const said = { progress: "We met.", concerns: "Money.", asks: "A seminar.", version: 0, language: "en" as const };
  writeView(db, by(asia, during), asia, { reviewId, network: node }, said);
  const doing = { doerId: africa.id, doerNetworkId: node.id };
  const input = { ...nothing, text: "We hold a seminar.", refs: ["LOB-1"], ...doing };
  const id = proposeDecision(db, by(asia, during), asia, { quarter, ...input });
  for (const [viewer, seatId] of [
    [asia, seats.asia],
    [africa, seats.africa],
  ] as const) {
    attend(db, by(viewer, during), viewer, { quarter, seatId, present: true });
    takePosition(db, by(viewer, during), viewer, {
      decisionId: id,
      version: 1,
      seatId,
      position: "consent",
      reason: `For ${viewer.id}`,
      language: "en",
    });
  }
  expect(adoptDecision(db, by(asia, during), asia, { id, version: 1 }).status).toBe("adopted");
  signOff(db, by(asia, during), asia, { reviewId, seatId: seats.asia, signs: true });
  closeReview(db, by(admin, during), admin, { reviewId, networks: allNetworks(db) });
  addToReview(db, by(admin, during), admin, { reviewId, text: "It was 12.", language: "en" });
  writeProse(db, by(admin, during), admin, {
    year: Number(year),
    section: "results",
    language: "en",
    prose: "A good year.",
    version: 0,
  });
  return { id, people: [asia, africa, admin] };
}

type Change =
  | { what: "network" | "continent" | "seat-added" | "figures" | "term"; text: string }
  | { what: "entry-added" | "entry-edited" | "entry-removed"; text: string; which: number }
  | { what: "seat-edited" | "seat-removed" | "person" | "language"; text: string; which: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    what: fc.constantFrom("entry-added" as const, "entry-edited" as const, "entry-removed" as const),
    text: fc.stringMatching(/^[a-z]{3,12}$/),
    which: fc.nat(20),
  }),
  fc.record({
    what: fc.constantFrom(
      "network" as const,
      "continent" as const,
      "seat-added" as const,
      "figures" as const,
      "term" as const,
    ),
    text: fc.stringMatching(/^[a-z]{3,12}$/),
  }),
  fc.record({
    what: fc.constantFrom("seat-edited" as const, "seat-removed" as const, "person" as const, "language" as const),
    text: fc.stringMatching(/^[a-z]{3,12}$/),
    which: fc.nat(20),
  }),
);

/** Enters a publication of the year that is closed. */
function publish(db: Database, by: By, title: string): void {
  const networkId = allNetworks(db).find(({ slug }) => slug === "asia")?.id ?? 0;
  const day = during.toISOString().slice(0, 10);
  const values = { state: "published", day, channel: "blog", language: "en", link: "https://example.org/a" };
  addEntry(db, by, null, publications, { title: { en: title }, networkId, refs: [], values });
}

const publicationsIn = (db: Database) =>
  db
    .select({ id: entries.id, version: entries.version })
    .from(entries)
    .where(and(eq(entries.register, publications.name), isNull(entries.removedAt)))
    .all();

function apply(db: Database, admin: Viewer, people: readonly Viewer[], one: Change): void {
  const now = by(admin, new Date());
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, `${one.text} ${language}`])) as Record<
    Language,
    string
  >;
  const networks = allNetworks(db);
  const root = networks.find(({ kind }) => kind === "international");
  if (!root) throw new Error("There is an international network.");
  switch (one.what) {
    case "network":
      for (const { id, slug: _, version, ...rest } of networks.filter(({ kind }) => kind === "continental"))
        editNetwork(db, now, admin, id, version, { ...rest, names });
      return;
    case "continent": {
      const none = { country: null, variation: null, since: null };
      createNetwork(db, now, admin, { slug: one.text, kind: "continental", parentId: root.id, names, ...none });
      return;
    }
    case "seat-added":
      createSeat(db, now, admin, { networkId: root.id, holder: one.text, capacity: "representative" });
      return;
    case "figures": {
      const figures = publishedFigures(db);
      if (figures) editFigures(db, now, admin, { ...figures, memberOrganisations: one.text.length });
      return;
    }
    case "term":
      editCommitteeTerm(db, now, admin, one.text);
      return;
    case "entry-added":
      publish(db, now, one.text);
      return;
    case "entry-edited":
    case "entry-removed": {
      const found = publicationsIn(db);
      const entry = found[one.which % Math.max(1, found.length)];
      if (!entry) return;
      if (one.what === "entry-removed") removeEntry(db, now, null, publications, entry, null);
      else
        editEntry(db, now, null, publications, entry, {
          title: { fr: one.text },
          networkId: root.id,
          values: { channel: "radio", link: `https://example.org/${one.text}`, day: during.toISOString().slice(0, 10) },
        });
      return;
    }
    case "person":
    case "language": {
      const person = people[one.which % people.length] as Viewer;
      if (one.what === "person") editProfile(db, by(person, new Date()), person, { name: one.text, language: "en" });
      else chooseLanguage(db, person, "fr");
      person.name = one.what === "person" ? one.text : person.name;
      return;
    }
    case "seat-edited":
    case "seat-removed": {
      const seats = committeeSeats(db);
      const seat = seats[one.which % Math.max(1, seats.length)];
      if (!seat) return;
      if (one.what === "seat-removed") removeSeat(db, now, admin, seat.id);
      else editSeat(db, now, admin, seat.id, { ...seat, holder: one.text, networkId: root.id });
    }
  }
}

test("whatever changes later of names, seats, networks, languages, people: each closed page and file stays", async () => {
  const { db } = app;
  db.$client.pragma("synchronous = OFF");
  const admin = someone(db, "admin", "insp-r");
  const reader = someone(db, "observer", "nepal");
  for (const title of ["A first one", "A second one", "A third one"]) publish(db, by(admin, during), title);
  const { id, people } = closedReview(db, admin);
  const cookie = await enter(reader.id);
  const pages = pagesOf(id);
  const golden = await shown(pages, cookie);
  const decided = golden[`/decisions/${id}?lang=en`] ?? "";
  expect(decided).toContain("committee, asia");
  expect(decided).toContain("Dr Ingrid Mulamba");
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 10 }), async (changes) => {
      for (const one of changes) apply(db, admin, people, one);
      const now = await shown(pages, cookie);
      expect(Object.keys(now).filter((page) => now[page] !== golden[page])).toEqual([]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
