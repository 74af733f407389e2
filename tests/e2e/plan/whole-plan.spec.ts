import type { Page } from "@playwright/test";
import { boxOf, cardsIn, expect, expectAccessible, handy, test } from "../support/test.ts";

const card = (page: Page, ref: string) => page.locator(`[data-action="${ref}"]`);
const column = (page: Page, stage: string) => page.locator(`section[data-stage="${stage}"]`);

async function drag(page: Page, ref: string, stage: string) {
  await card(page, ref).scrollIntoViewIfNeeded();
  const from = (await boxOf(card(page, ref))).centre;
  const to = (await boxOf(column(page, stage))).centre;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
}

test.describe("a coordinator of lobbying and learning on the whole plan", () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/");
    await page.getByRole("navigation", { name: "Boards" }).getByRole("link", { name: "The plan" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "The plan" })).toBeVisible();
  });

  test("moves cards of both, takes a move back, and is told why a card of another board stays", async ({ page }) => {
    await handy(page);
    await expect(card(page, "FIN-1")).toHaveAttribute("data-board", "financing");
    await drag(page, "LOB-3", "under-review");
    await expect(page.getByText("LOB-3 is in Under review now.")).toBeVisible();
    await drag(page, "LRN-1", "under-review");
    await expect(page.getByText("LRN-1 is in Under review now.")).toBeVisible();
    await expect.poll(() => cardsIn(page, "under-review")).toEqual(expect.arrayContaining(["LOB-3", "LRN-1"]));
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("LRN-1 is back in Under way.")).toBeVisible();
    await drag(page, "FIN-1", "under-review");
    await expect(page.getByText("The coordinators of this board move its actions.")).toBeVisible();
    await expect(card(page, "FIN-1").getByRole("link", { name: "Move" })).toHaveCount(0);
    await expectAccessible(page);
  });

  test("filters by several boards, and changes rows in their place; several at once within one board", async ({
    page,
  }) => {
    await page.locator(".filter-menu > summary").click();
    await page.getByRole("checkbox", { name: "Learning" }).check();
    await page.getByRole("checkbox", { name: "Financing" }).check();
    await expect(page).toHaveURL(/board=learning&board=financing/);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Table" }).click();
    await expect(page.locator('tr[data-board="lobbying"]')).toHaveCount(0);
    await page.getByLabel("Priority of LRN-2").hover();
    await page.getByLabel("Priority of LRN-2").selectOption("low");
    await expect(page.getByText("1 action is changed.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("1 action is back as it was.")).toBeVisible();
    await expect(page.getByLabel("Stage of FIN-1")).toHaveCount(0);

    await expect(page.getByRole("checkbox", { name: /^Choose LRN-2/ })).toHaveCount(0);
    await page.getByText("choose one board:").getByRole("link", { name: "Learning" }).click();
    await page.getByRole("checkbox", { name: /^Choose LRN-2/ }).check();
    await page.getByRole("form", { name: "Change several at once" }).getByLabel("Priority").selectOption("high");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(page.getByText("1 action is changed.")).toBeVisible();
    await expect(page).toHaveURL(/\/plan\?/);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a card of the plan moves by its form, and comes back to the plan", async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/plan?board=lobbying&board=learning");
    await card(page, "LOB-3").getByRole("link", { name: "Move LOB-3" }).click();
    await page.getByLabel("Stage", { exact: true }).selectOption("under-review");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await expect(page).toHaveURL(/\/plan\?board=lobbying&board=learning&moved=\d+#LOB-3$/);
    await expect(column(page, "under-review").locator('[data-action="LOB-3"]')).toBeVisible();
    await page.getByRole("link", { name: "Timeline" }).click();
    await expect(page.locator('tr[data-board="learning"]').first()).toBeVisible();
  });
});
