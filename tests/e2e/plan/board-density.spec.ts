import type { Page } from "@playwright/test";
import { ensureEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { openDatabase } from "~db/connection.ts";
import { seed } from "~seed/load.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { test as base, expect, expectAccessible, expectFits, hydrated } from "../support/test.ts";

/** The Geneva planning, and so many more on its lobbying board that rows and columns are longer than a screen. */
function withMoreActions(databaseFile: string): void {
  const db = openDatabase(databaseFile);
  const now = new Date();
  seed(db, now);
  addSyntheticActions(db, 40, now, "lobbying");
  ensureEvaluationAccounts(db, now);
  db.$client.close();
}

const test = base.extend<{ compact: () => Promise<void> }>({
  server: async ({ running }, use) => {
    await running.startOver(withMoreActions);
    await use(running);
  },
  compact: async ({ context, server }, use) => {
    await use(async () => {
      const form = { density: "compact", back: "/" };
      const headers = { Origin: server.origin };
      await context.request.post(`${server.origin}/density`, { form, headers, maxRedirects: 0 });
    });
  },
});

/** How many of these are whole in sight, within the box that scrolls them. */
const wholeInSight = (page: Page, what: string, box: string) =>
  page.evaluate(
    ([what, box]) => {
      const [inner] = [...document.querySelectorAll(box)].map((one) => one.getBoundingClientRect());
      const top = Math.max(0, inner?.top ?? 0);
      const foot = document.querySelector(".board-tools")?.getBoundingClientRect();
      const floor = foot && foot.top > innerHeight / 2 ? foot.top : innerHeight;
      const bottom = Math.min(floor, inner?.bottom ?? 0);
      return [...document.querySelectorAll(what)].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.height > 0 && box.top >= top && box.bottom <= bottom + 1;
      }).length;
    },
    [what, box] as const,
  );

/** From the top of the page's own part to what the view names first. */
const aboveContent = (page: Page, first: string) =>
  page.evaluate((first) => {
    const main = document.querySelector("main")?.getBoundingClientRect().top ?? 0;
    return (document.querySelector(first)?.getBoundingClientRect().top ?? 9999) - main;
  }, first);

const UNDER_WAY = '[data-stage="under-way"]';

test("compact shows six cards a column, 18 rows, ten bars below one line of head", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await expect(page.locator("main")).toHaveAttribute("data-density", "comfortable");
  await expect.poll(() => aboveContent(page, ".column h2")).toBeLessThanOrEqual(160);
  await page.locator(".board-menu > summary").click();
  await page.getByRole("button", { name: "Compact" }).click();
  await expect(page.locator("main")).toHaveAttribute("data-density", "compact");
  await expect(page).toHaveURL("/boards/lobbying");
  await expect.poll(() => aboveContent(page, ".column h2")).toBeLessThanOrEqual(120);
  await expect
    .poll(() => wholeInSight(page, `${UNDER_WAY} [data-action]`, `${UNDER_WAY} .cards`))
    .toBeGreaterThanOrEqual(6);
  await hydrated(page);
  await expectAccessible(page);

  await page.goto("/boards/lobbying?view=table");
  await expect.poll(() => aboveContent(page, ".plan-table thead")).toBeLessThanOrEqual(120);
  await expect.poll(() => wholeInSight(page, ".plan-table [data-action]", ".table-box")).toBeGreaterThanOrEqual(18);
  await page.goto("/boards/lobbying?view=timeline");
  await expect.poll(() => aboveContent(page, ".timeline thead")).toBeLessThanOrEqual(120);
  await expect.poll(() => wholeInSight(page, ".timeline [data-action]", ".timeline-box")).toBeGreaterThanOrEqual(10);
});

test("the whole of a long title shows over the board, and moves no card", async ({ page, signIn, compact }) => {
  await signIn("eval-coordinator-asia");
  await compact();
  await page.goto("/boards/lobbying");
  const title = page.locator('[data-action="LOB-3"] h3 a');
  const next = page.locator('[data-action="LOB-4"]');
  const heightOf = () => title.evaluate((one) => one.getBoundingClientRect().height);
  const topOfNext = () => next.evaluate((one) => one.getBoundingClientRect().top);
  const [height, top] = [await heightOf(), await topOfNext()];
  await title.focus();
  await expect.poll(() => title.evaluate((one) => one.scrollHeight > one.clientHeight)).toBe(false);
  await expect.poll(heightOf).toBeGreaterThan(height);
  await expect.poll(topOfNext).toBe(top);
});

test("a filter that is on is a chip, which takes it away", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?level=international&priority=high&view=table");
  await page.getByRole("link", { name: "Remove filter High" }).click();
  await expect(page).toHaveURL(/\?level=international&view=table$/);
  await expect(page.getByRole("link", { name: /^Remove filter/ })).toHaveText(["International ×"]);
});

test("a low window scrolls as one", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 812, height: 375 });
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  const card = page.locator(`${UNDER_WAY} [data-action]`).last();
  await card.scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await expect.poll(() => page.locator(`${UNDER_WAY} .cards`).evaluate((one) => one.scrollTop)).toBe(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "on a phone" : "on a phone without a script", () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

    test("three cards stand below the head, and what is done most is in reach", async ({ page, signIn, compact }) => {
      await signIn("eval-coordinator-asia");
      await compact();
      await page.goto("/boards/lobbying");
      const first = page.getByRole("navigation", { name: "Stages" }).locator("[aria-current]");
      await expect(first).toHaveText(/^Proposed/);
      await expect
        .poll(() => wholeInSight(page, ".column [data-action]", ".column:has([data-action]) .cards"))
        .toBeGreaterThanOrEqual(3);
      for (const name of ["Suggest", "Add an action"])
        await expect(page.getByRole("link", { name, exact: true })).toBeInViewport({ ratio: 1 });
      for (const menu of ["filter", "board"]) {
        const summary = page.locator(`.${menu}-menu > summary`);
        await expect(summary).toBeInViewport({ ratio: 1 });
        await summary.click();
        await expect(page.locator(`.${menu}-menu > :last-child`)).toBeInViewport({ ratio: 1 });
        await summary.click();
      }
      await expectFits(page);
    });

    test("the foot holds the longest words of the four languages", async ({ page, server, signIn }) => {
      for (const language of ["nl", "fr", "es"]) {
        await signIn("eval-coordinator-asia");
        const headers = { Origin: server.origin };
        const form = { language, back: "/" };
        await page.request.post(`${server.origin}/language`, { form, headers, maxRedirects: 0 });
        await page.goto("/boards/lobbying");
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        for (const one of await page.locator(".board-tools > a, .board-tools > details > summary").all())
          await expect(one).toBeInViewport({ ratio: 1 });
      }
    });

    test("opens on the first stage that has cards, and marks it", async ({ page, signIn }) => {
      await signIn("eval-coordinator-asia");
      await page.goto("/boards/lobbying?q=LOB-8");
      await expect(page.locator('[data-action="LOB-8"]')).toBeInViewport();
      await expect(page.locator(".stage-names [aria-current]")).toHaveText(/^Done/);
    });
  });
}
