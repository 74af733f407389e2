import type { Page } from "@playwright/test";
import { ensureEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { openDatabase } from "~db/connection.ts";
import { decisions } from "~db/schema.ts";
import { seed } from "~seed/load.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { openReview } from "../../support/review-rows.ts";
import { withLargeReview } from "../support/frozen.ts";
import { expect, test } from "../support/test.ts";

/** What Chromium prints: how many pages, and whether they lie across. */
async function printed(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  return {
    pages: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    across: boxes.length > 0 && boxes.every(([, width, height]) => Number(width) > Number(height)),
  };
}

test("a board prints whole, across, without controls", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying");
  await page.locator(".board-menu > summary").click();
  await page.getByRole("link", { name: "Show all cards, to print the board" }).click();
  await expect(page).toHaveURL(/shown=proposed/);
  await expect(page.locator(".column.folded")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Show \d+ more$/ })).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  // The width of A4 across, less its margins, in CSS pixels.
  await page.setViewportSize({ width: 1046, height: 700 });
  for (const control of [".bar", ".view-tabs", ".grip", ".filters select", ".board-tools .button"])
    await expect(page.locator(control).filter({ visible: true })).toHaveCount(0);
  await expect(page.locator(".column")).toHaveCount(7);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  const clipped = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll(".card, .cards, .column")].filter(
          (one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1,
        ).length,
    );
  await expect.poll(clipped).toBe(0);
  const { pages, across } = await printed(page);
  expect(across).toBe(true);
  expect(pages).toBeLessThanOrEqual(3);
});

test("the table of a board prints across, without its tools", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?view=table");
  await expect(page.locator(".table-box")).toBeVisible();
  expect((await printed(page)).across).toBe(true);
});

/** On the lobbying board: ten of the Geneva planning, and the rest made up. */
const LOBBYING = 210;

/** The planning with hundreds of actions on one board, and a decision that was adopted. */
function withManyActions(databaseFile: string): void {
  const db = openDatabase(databaseFile);
  const now = new Date();
  seed(db, now);
  addSyntheticActions(db, LOBBYING - 10, now, "lobbying");
  ensureEvaluationAccounts(db, now);
  const reviewId = openReview(db);
  const decided = {
    state: "adopted" as const,
    text: "We hold a seminar.",
    language: "en" as const,
    doerNetworkId: 2,
    planChanges: [],
  };
  db.insert(decisions)
    .values({ reviewId, ...decided, proposedById: "eval-admin", proposedAt: now, decidedAt: now })
    .run();
  db.$client.close();
}

const many = test.extend({
  server: async ({ running }, use) => {
    await running.startOver(withManyActions);
    await use(running);
  },
});

/** The visible rows or cards, and what they leave out. */
const shown = (page: Page, what: string) => page.locator(what).filter({ visible: true });

many("a board of hundreds prints whole when asked, and else says what it leaves out", async ({ page, signIn }) => {
  await signIn("eval-admin");
  await page.emulateMedia({ media: "print" });
  await page.goto("/boards/lobbying");
  await expect(shown(page, '[data-stage="planned"] .on-paper')).toHaveText(/^12 of \d+ shown$/);
  await page.emulateMedia({ media: "screen" });
  await page.locator(".board-menu > summary").click();
  await page.getByRole("link", { name: "Show all cards, to print the board" }).click();
  await expect(page.locator(".more")).toHaveCount(0);
  await expect(page.locator(".on-paper")).toHaveCount(0);

  await page.goto("/boards/lobbying?view=table");
  const rows = page.locator(".plan-table [data-action]");
  await expect(rows).toHaveCount(50);
  await page.emulateMedia({ media: "print" });
  await expect(shown(page, ".table-head .on-paper")).toHaveText(`Rows 1–50 of ${LOBBYING}`);
  await page.emulateMedia({ media: "screen" });
  await page.locator(".board-menu > summary").click();
  await page.getByRole("link", { name: "Show all rows, to print the table" }).click();
  await expect(page.locator(".table-head")).toContainText(`${LOBBYING} actions`);
  await expect(rows).toHaveCount(LOBBYING);
  await expect(page.locator(".pages")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".table-head .on-paper")).toHaveCount(0);
  await expect(shown(page, ".plan-table :is(.tick, .change)")).toHaveCount(0);
  await expect(shown(page, ".bulk-bar, .view-tabs")).toHaveCount(0);
  const { pages, across } = await printed(page);
  expect(across).toBe(true);
  expect(pages).toBeGreaterThan(4);

  await page.emulateMedia({ media: "screen" });
  await page.goto("/decisions/1");
  const forms = shown(page, "main :is(form, button)");
  await expect(page.getByRole("button", { name: "It is carried out" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(forms).toHaveCount(0);
});

test("the paper form is one page in each language", async ({ page, signIn }) => {
  await signIn("eval-observer");
  for (const language of ["nl", "fr", "es", "en"]) {
    await page.goto(`/suggestions/paper?text=${language}`);
    await expect(page.locator(".sheet")).toHaveAttribute("lang", language);
    expect((await printed(page)).pages, language).toBe(1);
  }
});

const large = test.extend({
  server: async ({ running }, use) => {
    await running.startOver(withLargeReview);
    await use(running);
  },
});

large("a pack with a thousand actions prints as a digest that says what it leaves out", async ({ page, signIn }) => {
  await signIn("eval-observer");
  await page.goto("/reviews/2020-Q4/pack");
  const entries = page.locator(".dossier-entries > li");
  await expect(entries.nth(900)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(entries.nth(900)).toBeHidden();
  await expect(page.locator(".dossier-paper").filter({ visible: true }).first()).toContainText(/more in the data file/);
  expect((await printed(page)).pages).toBeLessThanOrEqual(40);
});
