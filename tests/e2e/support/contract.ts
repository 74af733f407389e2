import { test as base, expect } from "@playwright/test";
import routes from "~/routes.ts";
import { pagesOf } from "../../support/route-map.ts";
import { type RunningServer, startServer } from "../../support/server.ts";
import { Visitor } from "../../support/visitor.ts";

/*
 * Each route × each role: what the server answers, whatever a page shows or hides. Mutations are tried with a form that
 * none of our pages would send, so that those who may are told what is wrong (4xx) and nothing changes.
 */

const mapped = pagesOf(await routes);

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
export type Statuses = Record<RoleName, number>;

export const everyone = (status: number): Statuses => ({
  nobody: status,
  observer: status,
  member: status,
  committee: status,
  coordinator: status,
  "other coordinator": status,
  admin: status,
});
/** Signed out to the sign-in page; signed in as said. */
export const signedIn = (status: number): Statuses => ({ ...everyone(status), nobody: 302 });
export const workersOnly = (status: number): Statuses => ({
  ...signedIn(403),
  coordinator: status,
  "other coordinator": status,
  admin: status,
});
export const adminOnly = (status: number): Statuses => ({ ...signedIn(403), admin: status });

interface Contract {
  /** An address of the route for which something is there in the seed, or is made for the `visitors`. */
  path: string;
  get: Statuses;
  /** Absent where the route takes no form: 405 for all who may see it. */
  post?: { form: Record<string, string>; statuses: Statuses };
}

/** Everyone but observers. */
export const membersOnly = (status: number): Statuses => ({ ...signedIn(status), observer: 403 });

// LRN-2 is on a board that the coordinator for Asia coordinates, and the one for West Africa does not.
export const onLearning = (status: number): Statuses => ({ ...signedIn(403), coordinator: status, admin: status });

// The financing board is the other way round: the coordinator for West Africa works on it.
export const onFinancing = (status: number): Statuses => ({
  ...signedIn(403),
  "other coordinator": status,
  admin: status,
});

// The coordinator for West Africa works on the communication board too.
export const onCommunication = onFinancing;

/** Suggestion 1 is the member's, a remark on LRN-2; workshop 1 is theirs too (`visitors`). */
export const authorOnly = (status: number): Statuses => ({ ...signedIn(403), member: status });

/** Whoever answers as Nepal: its members, the coordinator of its branch, an administrator. */
export const answersForNepal = (status: number): Statuses => ({
  ...signedIn(403),
  member: status,
  coordinator: status,
  admin: status,
});

/** Whoever holds a seat in the committee (`visitors`), and administrators. */
export const seated = (status: number): Statuses => ({ ...signedIn(403), committee: status, admin: status });

/** Coordinators of the lobbying board, each in their branch, and administrators. */
export const onLobbying = (status: number): Statuses => ({
  ...signedIn(403),
  coordinator: status,
  "other coordinator": status,
  admin: status,
});

export const test = base.extend<object, { server: RunningServer; visitors: Record<RoleName, Visitor> }>({
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
      const template = {
        intent: "save",
        sourceLanguage: "en",
        "title.en": "A seminar",
        priority: "normal",
        level: "national",
      };
      await visitors.coordinator.post("/boards/learning/templates/new", template);
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
export async function suggest(visitor: Visitor, title: string): Promise<string> {
  const page = await (await visitor.get("/suggestions/new?kind=remark&action=LRN-2")).text();
  const origin = /<option value="(\d+)" selected/.exec(page.slice(page.indexOf('name="origin"')))?.[1] ?? "";
  const form = { kind: "remark", about: "LRN-2", title, why: "It helps.", language: "en", voice: "personal", origin };
  const answer = await visitor.post("/suggestions/new", form);
  return answer.headers.get("Location")?.split("?")[0] ?? "";
}

/** What the server answers each role. */
export async function answers(ask: (name: RoleName) => Promise<Response>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of Object.keys(ROLES) as RoleName[]) found[name] = (await ask(name)).status;
  return found;
}

/**
 * Tests every route of an area of the URL map for every role. A route of which nothing is said is a page without parameters that
 * everybody who is signed in may read.
 */
export function contractOf(area: string, contracts: Record<string, Contract>): void {
  const patterns = mapped.filter(({ file }) => file.startsWith(`routes/${area}/`)).map(({ path = "" }) => `/${path}`);
  for (const pattern of patterns) {
    const { path, get, post } = contracts[pattern] ?? { path: pattern, get: signedIn(200) };
    test(`GET ${pattern}`, async ({ visitors }) => {
      expect(await answers((name) => visitors[name].get(path))).toEqual(get);
    });
    if (!post) continue;
    test(`POST ${pattern}`, async ({ visitors }) => {
      expect(await answers((name) => visitors[name].post(path, post.form))).toEqual(post.statuses);
    });
  }
  test(`every contract of ${area} is of a route of the map`, () => {
    expect(Object.keys(contracts).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
  });
}

export { expect };
