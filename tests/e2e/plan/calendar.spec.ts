import { expect, expectAccessible, hydrated, test } from "../support/test.ts";

test("the calendar of the plan goes to a quarter, shows one kind, and lists a day whole", async ({ page, signIn }) => {
  await signIn("eval-coordinator-asia");
  await page.goto("/plan");
  await page.getByRole("link", { name: "Calendar" }).click();
  await expect(page.getByRole("table")).toHaveCount(1);
  await hydrated(page);
  await page.getByRole("link", { name: "Quarter", exact: true }).click();
  await expect(page.getByRole("table")).toHaveCount(3);
  await page.getByRole("link", { name: "Due actions" }).click();
  await expect(page).toHaveURL(/show=due/);
  await page.goto("/plan?view=calendar&period=quarter&month=2027-09&show=due");
  const day = page.locator('td[data-day="2027-09-30"]');
  await expect(day.getByRole("listitem")).toHaveCount(4);
  await day.getByRole("link", { name: /more/ }).click();
  await expect(page.locator("#day").getByRole("listitem").first()).toBeVisible();
  await expect(page.locator("#day li[data-board='financing']").first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("on a phone without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("the calendar of a board is a list of its days, and goes from month to month", async ({ page, signIn }) => {
    await signIn("eval-member-nepal");
    await page.goto("/boards/lobbying?view=calendar&month=2027-08");
    await page.getByRole("link", { name: "Later" }).click();
    await expect(page.getByRole("heading", { name: "September 2027" })).toBeVisible();
    await expect(page.locator('td[data-day="2027-09-30"]')).toContainText("LOB-");
    await expect(page.locator('td[data-day="2027-09-29"]')).toBeHidden();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
