import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { type RunningServer, startServer } from "../../support/server.ts";

export type EvaluationRole =
  | "eval-admin"
  | "eval-coordinator-asia"
  | "eval-coordinator-west-africa"
  | "eval-member-nepal"
  | "eval-member-guatemala"
  | "eval-committee"
  | "eval-observer";

interface Fixtures {
  /** A server with the Geneva planning as it was seeded: tests move its cards without disturbing each other. */
  server: RunningServer;
  /** Comes in as a role, in this page's browser context. */
  signIn: (role: EvaluationRole, page?: Page) => Promise<void>;
  /** What the console said that it should not have; checked empty after each test. */
  complaints: string[];
}

/** A refusal and a line that a test cuts are also written to the console by Chromium: that is no fault of the page's. */
const EXPECTED =
  /Failed to load resource: (the server responded with a status of (403|404|409|410|413|422|429|503)|net::ERR_(FAILED|INTERNET_DISCONNECTED))/;

export const test = base.extend<Fixtures, { running: RunningServer }>({
  // Starting costs more than most tests do: each worker starts one server, and puts the plan back for each test.
  running: [
    async ({ browserName: _ }, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  server: async ({ running }, use) => {
    await running.startOver();
    await use(running);
  },
  baseURL: async ({ server }, use) => use(server.origin),
  signIn: async ({ page, server }, use) => {
    await use(async (role, into = page) => {
      await into
        .context()
        .request.post(`${server.origin}/sign-in`, { form: { as: role }, headers: { Origin: server.origin } });
    });
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        const said = message.text();
        if (message.type() === "error" && !EXPECTED.test(said)) complaints.push(said);
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** No violation of WCAG 2.2 A and AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

/** Waits until the page's scripts have taken it over: what only JavaScript can do works from then on. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator("html[data-live]").waitFor();
}

/** As `hydrated`, until a card can be dragged too: the hand is loaded last. */
export async function handy(page: Page): Promise<void> {
  await page.locator(".columns[data-hand]").waitFor();
}

/** The references of a column's cards, in their order. */
export function cardsIn(page: Page, stage: string): Promise<string[]> {
  return page
    .locator(`section[data-stage="${stage}"] [data-action]`)
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.action ?? ""));
}
