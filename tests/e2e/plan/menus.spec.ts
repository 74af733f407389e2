import { expect, hydrated, test } from "../support/test.ts";

test.beforeEach(async ({ signIn }) => {
  await signIn("eval-coordinator-asia");
});

test("menus close by Escape, by a press outside and by going elsewhere", async ({ page }) => {
  await page.goto("/boards/lobbying?view=table");
  await hydrated(page);
  const language = page.locator("details.menu").first();
  const summary = language.locator("summary");
  await summary.click();
  await expect(language).toHaveAttribute("open");
  await page.keyboard.press("Escape");
  await expect(language).not.toHaveAttribute("open");
  await expect(summary).toBeFocused();

  const tools = page.locator("details.table-tools");
  await tools.locator("summary").click();
  await page.getByRole("checkbox", { name: "Kind" }).check();
  await expect(tools).toHaveAttribute("open");
  await page.locator("h1").click();
  await expect(tools).not.toHaveAttribute("open");

  const person = page.locator("details.who-menu");
  await person.locator("summary").click();
  await person.getByRole("link", { name: "My part" }).click();
  await expect(page).toHaveURL("/my");
  await expect(person).not.toHaveAttribute("open");
});

test("a menu that was opened before the scripts came stays open", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/boards/lobbying", { waitUntil: "commit" });
  const person = page.locator("details.who-menu");
  await person.locator("summary").click();
  await expect(person).toHaveAttribute("open");
  release();
  await hydrated(page);
  await expect(person).toHaveAttribute("open");
});

test("the help opens at its top", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 420 });
  await page.goto("/");
  await hydrated(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "What the keyboard can do" })).toBeInViewport();
  await expect.poll(() => page.locator("dialog.keyboard").evaluate((dialog) => dialog.scrollTop)).toBe(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test("the language menu lies over the page, and pushes nothing out of the bar", async ({ page }) => {
    await page.goto("/");
    await hydrated(page);
    const bell = page.locator(".bell");
    await expect(bell).toBeInViewport({ ratio: 1 });
    await page.locator("details.menu summary").first().click();
    await expect(page.getByRole("button", { name: "Français" })).toBeInViewport({ ratio: 1 });
    await expect(bell).toBeInViewport({ ratio: 1 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
