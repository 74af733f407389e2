import type { Page } from "@playwright/test";
import { scriptsOf } from "../support/scripts.ts";
import { expect, expectAccessible, expectFits, handy, hydrated, test } from "../support/test.ts";

/* An action beside its list (docs/decisions/0039-side-panel.md). */

const panelOf = (page: Page) => page.locator(".action-panel");
const linkTo = (page: Page, ref: string) => page.locator(`main a[href="/actions/${ref}"]`);

test("an action opens beside the board at an address of its own, and closes to its card", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?priority=high");
  await handy(page);
  expect((await scriptsOf(page)).filter(({ name }) => name.includes("action-panel"))).toEqual([]);
  const statements = page.waitForResponse((response) => response.url().includes("/boards/lobbying.data"));
  await linkTo(page, "LOB-3").click();
  // The list behind it is not asked for again.
  expect(new URL((await statements).url()).searchParams.get("_routes")).not.toContain("routes/plan/board");
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await expect(page).toHaveURL("/boards/lobbying?priority=high&panel=LOB-3");
  // Beside the board it is a region of its own; the board stays in reach.
  await expect(page.getByRole("complementary", { name: /./ })).toBeVisible();
  await expect(linkTo(page, "LOB-3")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);

  await page.reload();
  await hydrated(page);
  await expect(panel).toContainText("LOB-3");
  await expect(page.locator(".columns [data-action]").first()).toBeVisible();
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  await expect(page).toHaveURL("/boards/lobbying?priority=high");
  await expect(linkTo(page, "LOB-3")).toBeFocused();
});

test("one goes through the list by key and by button, and Escape gives the focus back", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?view=table");
  await hydrated(page);
  const rows = await page.locator("main tr[data-action]").evaluateAll((all) => all.map(({ id }) => id));
  const [first = "", second = "", third = ""] = rows;
  await linkTo(page, first).click();
  const panel = panelOf(page);
  await expect(panel.getByRole("button", { name: "The action before" })).toHaveAttribute("aria-disabled", "true");
  await panel.getByRole("button", { name: "The next action" }).click();
  await expect(panel.locator("header")).toContainText(second);
  await expect(page).toHaveURL(new RegExp(`panel=${second}$`));
  await page.keyboard.press("j");
  await expect(panel.locator("header")).toContainText(third);
  await page.keyboard.press("k");
  await expect(panel.locator("header")).toContainText(second);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(linkTo(page, second)).toBeFocused();
});

test("a coordinator changes what an action says beside the board, and takes it back", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?panel=LOB-3");
  await hydrated(page);
  const panel = panelOf(page);
  const facts = panel.locator(".panel-facts");
  const before = await facts.getByLabel("Priority").inputValue();
  const other = before === "low" ? "high" : "low";
  await facts.getByLabel("Priority").focus();
  await facts.getByLabel("Priority").selectOption(other);
  await expect(panel.getByText("The change is saved.")).toBeVisible();
  await expect(page.locator('.columns [data-action="LOB-3"]')).toHaveAttribute("data-priority", other);
  await page.keyboard.press("Control+z");
  await expect(panel.getByText("It is back as it was.")).toBeVisible();
  await expect(facts.getByLabel("Priority")).toHaveValue(before);

  await facts.getByLabel("Labels").fill("climate, water");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-action="LOB-3"] .tag')).toHaveText(["climate", "water"]);
  await facts.getByLabel("Labels").fill("water");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-action="LOB-3"] .tag')).toHaveText(["water"]);

  // A stage that asks for a reason asks for it here.
  await facts.getByLabel("Stage").focus();
  await facts.getByLabel("Stage").selectOption("on-hold");
  await panel.getByLabel("Reason for LOB-3").fill("The hall is closed.");
  await panel.getByRole("button", { name: "Move" }).click();
  await expect(panel.locator(".outcome")).toContainText("The hall is closed.");
});

test("one checks in and comments beside the board; what is typed and not sent comes back", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/boards/lobbying?panel=LOB-3");
  await hydrated(page);
  const panel = panelOf(page);
  await panel.getByLabel("Your comment").fill("Half a thought");
  // Escape leaves the field first.
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(panel.locator("header")).not.toContainText("LOB-3");
  await expect(panel.getByLabel("Your comment")).toHaveValue("");
  await page.keyboard.press("k");
  await expect(panel.locator("header")).toContainText("LOB-3");
  await expect(panel.getByLabel("Your comment")).toHaveValue("Half a thought");
  await expect(panel.getByText("What you typed before is back in its form.")).toBeVisible();
  await panel.getByLabel("Your comment").fill("A whole thought");
  await page.keyboard.press("Control+Enter");
  await expect(panel.locator(".comment")).toContainText(["A whole thought"]);
  await expect(panel.getByLabel("Your comment")).toHaveValue("");
  // The same again is another comment.
  await panel.getByLabel("Your comment").fill("A second thought");
  await panel.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(panel.locator(".comment")).toHaveCount(2);

  await panel.locator("summary", { hasText: "Check in" }).click();
  await panel.locator(".check-in-form").getByRole("button", { name: "Check in" }).click();
  await expect(panel.getByText("Nothing was saved yet")).toBeVisible();
  await panel.getByLabel("At risk").check();
  await panel.getByLabel("What happened").fill("Two of three have signed.");
  await panel.locator(".check-in-form").getByRole("button", { name: "Check in" }).click();
  await expect(panel.locator(".check-in")).toContainText("Two of three have signed.");
  await expect(page).toHaveURL("/boards/lobbying?panel=LOB-3");
});

test("a click with Ctrl opens the page in a tab of its own", async ({ page, signIn, context }) => {
  await signIn("eval-member-nepal");
  await page.goto("/boards/lobbying");
  await hydrated(page);
  const tab = context.waitForEvent("page");
  await linkTo(page, "LOB-3").click({ modifiers: ["ControlOrMeta"] });
  await expect(await tab).toHaveURL(/\/actions\/LOB-3$/);
  await expect(panelOf(page)).toHaveCount(0);
});

test("what is found opens beside the search, and what it waits for in its place", async ({ page, signIn }) => {
  await signIn("eval-member-nepal");
  await page.goto("/search?q=LOB-3");
  await hydrated(page);
  await page.locator('.found-title[href="/actions/LOB-3"]').click();
  await expect(panelOf(page).locator("header")).toContainText("LOB-3");
  await expect(page).toHaveURL("/search?q=LOB-3&panel=LOB-3");
  // A member works on none of it, and changes nothing here.
  await expect(panelOf(page).locator(".panel-facts select")).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("it covers the page as a dialog, and keeps the focus in", async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/boards/lobbying");
    await hydrated(page);
    await linkTo(page, "LOB-3").tap();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toHaveAttribute("aria-modal", "true");
    await expect(page.locator("main")).toBeHidden();
    await expectFits(page);
    await expectAccessible(page);
    await page.goBack();
    await expect(dialog).toHaveCount(0);
    await expect(page.locator("main")).toBeVisible();
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the card leads to the action's page, and the panel's address shows both", async ({ page, signIn }) => {
    await signIn("eval-coordinator-asia");
    await page.goto("/boards/lobbying?panel=LOB-3");
    await expect(panelOf(page)).toContainText("LOB-3");
    await expect(page.locator(".columns")).toBeVisible();
    await panelOf(page).getByRole("link", { name: "Close" }).click();
    await expect(panelOf(page)).toHaveCount(0);
    await linkTo(page, "LOB-3").click();
    await expect(page).toHaveURL("/actions/LOB-3");
  });
});
